import { addDays } from '../../kernel/kazakhstan/working-days.js'
import { openTasks } from '../../modules/tasks/operations/open-tasks.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { winKey } from '../queries/placed-order.js'

interface Won {
  readonly sourceKey: string
  readonly number: string
  readonly orderId: string | null
  readonly customerId: string
  readonly rep: string | null
  readonly repLanguage: Language | null
  readonly manager: string | null
  readonly managerLanguage: Language | null
}

const titles: Readonly<Record<Language, { review: (number: string) => string; invoice: (number: string) => string }>> =
  {
    ru: { review: (number) => `Проверить заказ ${number}`, invoice: (number) => `Отправить счёт по заказу ${number}` },
    kk: {
      review: (number) => `${number} тапсырысын тексеру`,
      invoice: (number) => `${number} тапсырысы бойынша шот жіберу`,
    },
    en: { review: (number) => `Review order ${number}`, invoice: (number) => `Send the invoice of order ${number}` },
  }

/** What people have to do about a won deal: its seller's manager reviews the order, the seller sends the invoice. */
export const dealWonTasks: InlineListener = {
  name: 'deal-won-tasks',
  async hear(work, event) {
    const won = await work.row<Won>(wonDeal, [work.workspaceId, event.aggregateId])
    if (!won) return
    const about = { dealId: event.aggregateId, orderId: won.orderId, customerId: won.customerId }
    await openTasks(work, [
      {
        ...about,
        title: titles[won.managerLanguage ?? 'ru'].review(won.number),
        type: 'ORDER_APPROVAL',
        priority: 'HIGH',
        assignedTo: won.manager,
        dueDate: addDays(work.today, 1),
        sourceKey: `${won.sourceKey}:review-order`,
      },
      {
        ...about,
        title: titles[won.repLanguage ?? 'ru'].invoice(won.number),
        type: 'INVOICE_SENDING',
        assignedTo: won.rep,
        dueDate: addDays(work.today, 2),
        sourceKey: `${won.sourceKey}:send-invoice`,
      },
    ])
  },
}

// A seller without a manager reports to the head of the department; a head reviews what he sold himself.
const wonDeal = sql`
  select ${winKey('d')} as "sourceKey", coalesce(o.order_number, d.deal_number) as number, o.id as "orderId", d.customer_id as "customerId",
    rep.id as rep, repUser.locale as "repLanguage", manager.id as manager, managerUser.locale as "managerLanguage"
  from app.deals d
  left join app.orders o on o.workspace_id = $1 and o.deal_id = d.id and o.source_key = ${winKey('d')}
  left join app.employees rep on rep.workspace_id = $1 and rep.id = d.assigned_to
  left join app.departments department on department.workspace_id = $1 and department.id = coalesce(rep.department_id, d.department_id)
  left join app.employees manager on manager.workspace_id = $1 and manager.id = coalesce(rep.manager_id, department.head_employee_id, rep.id)
  left join app.users repUser on repUser.id = rep.user_id
  left join app.users managerUser on managerUser.id = manager.user_id
  where d.workspace_id = $1 and d.id = $2 and d.stage = 'WON'`
