import { listenerSentence } from '@prometric/contracts/chain-labels'
import { completeTask, settleTasks } from '../../modules/tasks/operations/complete-task.js'
import { openTasks } from '../../modules/tasks/operations/open-tasks.js'
import { sql } from '../../platform/database/statement.js'
import type { Language } from '../../platform/database/tenant.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { DeliveryKey } from '../../platform/outbox/deliver.js'
import type { DomainEvent } from '../../platform/outbox/events.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { liveDocuments } from '../queries/chain-documents.js'
import { errorWords, type Failed } from '../queries/delivery-words.js'
import { tell } from './recipients.js'

const words: Readonly<Record<Language, (step: string) => { title: string; task: string }>> = {
  ru: (step) => ({ title: `Остановлен шаг: ${step}`, task: `Разобрать остановленный шаг: ${step}` }),
  kk: (step) => ({ title: `Қадам тоқтатылды: ${step}`, task: `Тоқтап қалған қадамды шешу: ${step}` }),
  en: (step) => ({ title: `A step was parked: ${step}`, task: `Resolve the parked step: ${step}` }),
}

interface Parked extends DeliveryKey {
  readonly orderId?: string
  readonly dealId?: string
}

/**
 * Those who manage processes hear of a parked delivery, once an hour for each listener; one of them has it as a task until it succeeded
 * or was given up.
 */
export const parkedNotice: InlineListener = {
  name: 'parked-notice',
  async hear(work, event) {
    const parked = event.payload as unknown as Parked
    const sourceKey = `delivery:${parked.eventId}:${parked.consumer}`
    if (event.name !== 'delivery.parked') return settleTasks(work, [sourceKey], 'DONE')
    const error = await work.row<Failed>(lastFailure, [work.workspaceId, parked.eventId, parked.consumer])
    // Somebody was quicker.
    if (!error) return
    const number = (await liveDocuments(work, [event.aggregateId])).get(event.aggregateId)?.number ?? null
    await tellManagers(work, event, parked, { ...error, number })
    await giveTask(work, parked, sourceKey, { ...error, number })
  },
}

type About = Failed & { readonly number: string | null }

const messageOf = (language: Language, about: About) =>
  [about.number, errorWords(language, about)].filter(Boolean).join(': ')

async function tellManagers(work: UnitOfWork, event: DomainEvent, parked: Parked, about: About): Promise<void> {
  const { consumer, eventId, orderId } = parked
  await tell(work, { permission: 'PROCESSES_MANAGE' }, (language) => ({
    category: 'SYSTEM',
    code: 'DELIVERY_PARKED',
    type: 'ERROR',
    title: words[language](listenerSentence(language, consumer)).title,
    message: messageOf(language, about),
    link: `/operations?state=DEAD&consumer=${encodeURIComponent(consumer)}`,
    dedupeKey: `delivery.parked:${consumer}:${work.now.toISOString().slice(0, 13)}`,
    data: { deliveryId: `${eventId}:${consumer}`, correlationId: event.correlationId, orderId: orderId ?? null },
  }))
}

async function giveTask(work: UnitOfWork, parked: Parked, sourceKey: string, about: About): Promise<void> {
  const manager = await work.row<{ employeeId: string; language: Language }>(freestManager, [work.workspaceId])
  const language = manager?.language ?? 'ru'
  const title = words[language](listenerSentence(language, parked.consumer)).task
  const [opened] = await openTasks(work, [
    {
      title: [title, about.number].filter(Boolean).join(' · '),
      description: messageOf(language, about),
      type: 'DATA_FIX',
      priority: 'URGENT',
      assignedTo: manager?.employeeId ?? null,
      dueDate: work.today,
      orderId: parked.orderId ?? null,
      dealId: parked.dealId ?? null,
      relatedEntityType: 'delivery',
      relatedEntityId: parked.eventId,
      sourceKey,
    },
  ])
  if (opened) return
  // Parked again after it was tried again or the task was ticked off.
  const known = await work.row<{ id: string }>(taskOf, [work.workspaceId, sourceKey])
  if (known) await completeTask(work, { id: known.id, done: false })
}

const lastFailure = sql`
  select last_error as "lastError", error_code as "errorCode", error_facts as "errorFacts" from app.event_deliveries
  where workspace_id = $1 and event_id = $2 and consumer = $3 and state = 'DEAD'`

// Administrators before owners, then whoever has the fewest.
const freestManager = sql`
  select m.employee_id as "employeeId", u.locale as language
  from app.workspace_members m
  join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
  join app.users u on u.id = m.user_id and u.status = 'ACTIVE' and u.deleted_at is null
  where m.workspace_id = $1 and m.status = 'ACTIVE' and m.employee_id is not null
    and ('PROCESSES_MANAGE' = any(m.extra_permissions)
      or exists (select from app.role_permissions p where p.organization_id = m.organization_id and p.role_id = m.role_id and p.permission = 'PROCESSES_MANAGE'))
    and 'PROCESSES_MANAGE' <> all(m.denied_permissions)
  order by r.base_role = 'OWNER',
    (select count(*) from app.tasks t where t.workspace_id = $1 and t.assigned_to = m.employee_id and t.status not in ('DONE', 'CANCELLED')), m.id limit 1`

const taskOf = sql`select id from app.tasks where workspace_id = $1 and source_key = $2 and deleted_at is null and status <> 'CANCELLED'`
