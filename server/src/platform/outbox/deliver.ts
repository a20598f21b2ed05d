import { sql } from '../database/statement.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import { actingAs } from './acting-as.js'
import { deepest, type DomainEvent } from './events.js'
import type { ListenerTable } from './listener.js'
import { subjectsOf } from './subjects.js'

export interface DeliveryKey {
  readonly eventId: string
  readonly consumer: string
}

interface Claimed extends DomainEvent {
  readonly timezone: string
  /** Set when it was parked before: somebody let it be tried again. */
  readonly parkedAt: Date | null
  /** Events whose deliveries are settled with this one: they were committed before the listener looks at the facts. */
  readonly alike: readonly string[]
}

/** Gives one listener its event. The claim, what the listener does and "done" are one transaction; false when somebody else has it. */
export async function deliver(
  work: UnitOfWork,
  { eventId, consumer }: DeliveryKey,
  listeners: ListenerTable,
): Promise<boolean> {
  const listener = listeners.find(consumer)
  const event = await work.row<Claimed>(claim, [work.workspaceId, eventId, consumer, listener?.recomputes ?? null])
  if (!event) return false
  if (!listener) throw new Error(`nobody is called ${consumer} any more`)
  const from = performance.now()
  work.goOnFrom(event, event.timezone)
  // At the end of the deepest chain nothing more can be said; its parking was not told either.
  if (event.parkedAt && event.depth < deepest) await recover(work, event, consumer)
  await listener.hear(work, event)
  const took = Math.round(performance.now() - from)
  await work.rows(done, [work.workspaceId, eventId, consumer, took, [eventId, ...event.alike]])
  return true
}

/**
 * Said before the listener hears, so that whatever was stopped because of the failure is lifted for it: when it fails again, neither
 * has happened.
 */
async function recover(work: UnitOfWork, event: DomainEvent, consumer: string): Promise<void> {
  work.announce({
    name: 'delivery.recovered',
    aggregateType: event.aggregateType,
    aggregateId: event.aggregateId,
    aggregateVersion: event.aggregateVersion,
    payload: { eventId: event.id, consumer, eventName: event.name, ...subjectsOf(event) },
  })
  await work.hear()
}

// Whose recovery must be said is never settled with another.
const claim = sql`
  select e.id, e.name, e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId", e.aggregate_version as "aggregateVersion", e.payload,
    e.occurred_at as "occurredAt", e.actor_id as "actorId", e.correlation_id as "correlationId", e.causation_id as "causationId", e.depth, w.timezone,
    d.parked_at as "parkedAt",
    case when $4::text is null then '{}'::uuid[] else array(select l.event_id from app.event_deliveries l
      join app.outbox_events le on le.workspace_id = l.workspace_id and le.id = l.event_id
      where l.workspace_id = d.workspace_id and l.consumer = d.consumer and l.aggregate_id = d.aggregate_id and l.state = 'READY'
        and l.pos > d.pos and l.parked_at is null and le.payload ->> $4 = e.payload ->> $4) end as alike,
    ${actingAs('$3')}
  from app.event_deliveries d
  join app.outbox_events e on e.workspace_id = d.workspace_id and e.id = d.event_id
  join app.workspaces w on w.organization_id = d.organization_id and w.id = d.workspace_id
  where d.workspace_id = $1 and d.event_id = $2 and d.consumer = $3 and d.state = 'READY'
    and not exists (select from app.event_deliveries b where b.workspace_id = d.workspace_id and b.consumer = d.consumer
      and b.aggregate_id = d.aggregate_id and b.pos < d.pos and b.state in ('READY', 'DEAD'))
  for no key update of d skip locked`

const done = sql`
  update app.event_deliveries set state = 'DONE', attempts = attempts + 1, done_at = clock_timestamp(), duration_ms = case when event_id = $2 then $4::int end,
    last_error = null, error_code = null, error_facts = null
  where workspace_id = $1 and event_id = any($5::uuid[]) and consumer = $3 and state = 'READY'`
