import { sql } from '../database/statement.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import { wordsOf } from '../failure-words.js'
import { actingAs } from './acting-as.js'
import type { DeliveryKey } from './deliver.js'
import { deepest, type DomainEvent } from './events.js'
import { subjectsOf, subjectsOfChain } from './subjects.js'

const triesAtMost = 8

/**
 * Writes a failed try down, in the chain and in the name of whoever the event came from, so that those who follow the chain hear of it.
 * The eighth failure parks the delivery and says so.
 */
export async function noteFailure(work: UnitOfWork, { eventId, consumer }: DeliveryKey, error: unknown): Promise<void> {
  const event = await work.row<DomainEvent & { timezone: string }>(failedEvent, [work.workspaceId, eventId])
  if (!event) return
  work.goOnFrom(event, event.timezone)
  const { text, code, facts } = wordsOf(error)
  const after = await work.row<{ state: string; attempts: number }>(failed, [
    work.workspaceId,
    eventId,
    consumer,
    text,
    triesAtMost,
    code,
    facts,
  ])
  if (!after) return
  work.concerns.push(...(await subjectsOfChain(work, event.correlationId)))
  if (after.state !== 'DEAD' || event.depth >= deepest || (await followsParking(work, eventId))) return
  work.announce({
    name: 'delivery.parked',
    aggregateType: event.aggregateType,
    aggregateId: event.aggregateId,
    aggregateVersion: event.aggregateVersion,
    payload: { eventId, consumer, eventName: event.name, attempts: after.attempts, code, ...subjectsOf(event) },
  })
}

/** What is told because something was parked is itself parked in silence: telling must not lead to more telling. */
async function followsParking(work: UnitOfWork, eventId: string): Promise<boolean> {
  return (await work.row(parkedBefore, [work.workspaceId, eventId])) !== undefined
}

const failedEvent = sql`
  select e.id, e.name, e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId", e.aggregate_version as "aggregateVersion", e.payload,
    e.occurred_at as "occurredAt", e.actor_id as "actorId", e.correlation_id as "correlationId", e.causation_id as "causationId", e.depth, w.timezone,
    ${actingAs("'relay'")}
  from app.outbox_events e join app.workspaces w on w.organization_id = e.organization_id and w.id = e.workspace_id
  where e.workspace_id = $1 and e.id = $2`

// Full jitter from 1 s to 5 min; the eighth failure parks the delivery.
const failed = sql`
  update app.event_deliveries set attempts = attempts + 1, last_error = $4, error_code = $6, error_facts = $7::jsonb,
    state = case when attempts + 1 >= $5 then 'DEAD' else 'READY' end,
    parked_at = case when attempts + 1 >= $5 then now() else parked_at end,
    next_at = now() + random() * least(300, 2 ^ (attempts + 1)) * interval '1 second'
  where workspace_id = $1 and event_id = $2 and consumer = $3 and state = 'READY'
  returning state, attempts`

const parkedBefore = sql`
  with recursive led as (
    select name, causation_id from app.outbox_events where workspace_id = $1 and id = $2
    union all select e.name, e.causation_id from led join app.outbox_events e on e.workspace_id = $1 and e.id = led.causation_id
  )
  select 1 from led where name = 'delivery.parked' limit 1`
