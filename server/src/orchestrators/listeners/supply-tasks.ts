import { settleTasks } from '../../modules/tasks/operations/complete-task.js'
import { openTasks, type TaskWish } from '../../modules/tasks/operations/open-tasks.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { DomainEvent } from '../../platform/outbox/events.js'
import type { InlineListener } from '../../platform/outbox/listener.js'

const titles: Readonly<Record<'picking' | 'delivery', Readonly<Record<Language, (number: string) => string>>>> = {
  picking: { ru: (number) => `Собрать ${number}`, kk: (number) => `${number} жинау`, en: (number) => `Pick ${number}` },
  delivery: {
    ru: (number) => `Доставить ${number}`,
    kk: (number) => `${number} жеткізу`,
    en: (number) => `Deliver ${number}`,
  },
}

/** Picking and delivery become tasks of whoever has the fewest; the tasks end with the work itself. */
export const supplyTasks: InlineListener = {
  name: 'supply-tasks',
  async hear(work, event) {
    const kind = event.name.startsWith('picking.') ? 'picking' : 'delivery'
    const id =
      ((kind === 'picking' ? event.payload.pickingOrderId : event.payload.deliveryOrderId) as string | undefined) ??
      event.aggregateId
    if (event.name.endsWith('.completed')) await settleTasks(work, [`${kind}:${id}`], 'DONE')
    else if (event.name.endsWith('.cancelled')) await settleTasks(work, [`${kind}:${id}`], 'CANCELLED')
    else await openTasks(work, [await wishOf(work, event, kind, id)])
  },
}

async function wishOf(
  work: UnitOfWork,
  { payload }: DomainEvent,
  kind: 'picking' | 'delivery',
  id: string,
): Promise<TaskWish> {
  const orderId = payload.orderId as string
  const about = await work.row<{
    orderNumber: string
    customerId: string | null
    assignedTo: string | null
    language: Language | null
  }>(aboutOrder, [work.workspaceId, orderId, kind === 'picking' ? 'WAREHOUSE' : 'LOGISTICS'])
  const title = [
    titles[kind][about?.language ?? 'ru']((payload.number as string | undefined) ?? ''),
    about?.orderNumber,
  ]
    .filter(Boolean)
    .join(' · ')
  const dueDate = kind === 'picking' ? work.today : ((payload.scheduledDate as string | null | undefined) ?? null)
  return {
    title,
    type: 'ORDER_FULFILLMENT',
    priority: priorityOf(payload.priority),
    assignedTo: about?.assignedTo ?? null,
    dueDate,
    customerId: about?.customerId ?? null,
    orderId,
    relatedEntityType: `${kind}_order`,
    relatedEntityId: id,
    sourceKey: `${kind}:${id}`,
  }
}

const priorityOf = (priority: unknown): 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT' =>
  priority === 'CRITICAL'
    ? 'URGENT'
    : priority === 'LOW' || priority === 'HIGH' || priority === 'URGENT'
      ? priority
      : 'NORMAL'

const aboutOrder = sql`
  select o.order_number as "orderNumber", o.customer_id as "customerId", chosen.employee_id as "assignedTo", chosen.locale as language
  from app.orders o left join lateral (
    select m.employee_id, u.locale from app.workspace_members m
    join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id and r.code = $3
    join app.users u on u.id = m.user_id
    where m.workspace_id = $1 and m.status = 'ACTIVE' and m.employee_id is not null
    order by (select count(*) from app.tasks t where t.workspace_id = $1 and t.assigned_to = m.employee_id and t.status not in ('DONE', 'CANCELLED')), m.id limit 1
  ) chosen on true
  where o.workspace_id = $1 and o.id = $2`
