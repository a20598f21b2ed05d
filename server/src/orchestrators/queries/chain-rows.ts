import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../platform/outbox/events.js'

interface InChain {
  readonly id: string
  readonly correlationId: string
}

export interface EventRow extends InChain {
  readonly name: string
  readonly aggregateType: string
  readonly aggregateId: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly actorId: string | null
  readonly actorName: string | null
  readonly causationId: string | null
  readonly at: Date
}

export interface RunRow extends InChain {
  readonly orchestrator: string
  readonly subjectType: string
  readonly subjectId: string
  readonly triggerEventId: string | null
  readonly mode: string
  readonly status: string
  /** No later pass over the same subject found that the wait is over. */
  readonly stillWaits: boolean
  readonly actorId: string | null
  readonly actorName: string | null
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly steps: ReadonlyArray<{
    id: string
    name: string
    outcome: string
    documents: DocumentRef[]
    note: string | null
    durationMs: number
  }>
}

export interface DeliveryRow {
  readonly correlationId: string
  readonly eventId: string
  readonly consumer: string
  readonly state: 'READY' | 'DONE' | 'DEAD' | 'DISCARDED'
  readonly attempts: number
  readonly lastError: string | null
  readonly errorCode: string | null
  readonly errorFacts: Record<string, unknown> | null
  readonly resolvedBy: { readonly id: string; readonly name: string } | null
  readonly resolveReason: string | null
  readonly durationMs: number | null
  readonly at: Date
  readonly doneAt: Date | null
}

export interface HoldRow {
  readonly id: string
  readonly orderId: string
  readonly reason: string
  readonly placedAt: Date
}

export interface ChainRows {
  readonly events: readonly EventRow[]
  readonly runs: readonly RunRow[]
  readonly deliveries: readonly DeliveryRow[]
  readonly holds: readonly HoldRow[]
}

/** Everything written under some correlations, in four statements whatever their length. */
export async function chainRows(work: UnitOfWork, correlationIds: readonly string[]): Promise<ChainRows> {
  const values = [work.workspaceId, correlationIds]
  return {
    events: await work.rows<EventRow>(events, values),
    runs: await work.rows<RunRow>(runs, values),
    deliveries: await work.rows<DeliveryRow>(deliveries, values),
    holds: await work.rows<HoldRow>(openHolds, values),
  }
}

/** The chains in which a subject stands, newest first. */
export async function correlationsOf(work: UnitOfWork, subjectId: string, atMost: number): Promise<string[]> {
  return (await work.rows<{ correlationId: string }>(ofSubject, [work.workspaceId, subjectId, atMost])).map(
    (row) => row.correlationId,
  )
}

const ofSubject = sql`
  select correlation_id as "correlationId" from (
    select correlation_id, occurred_at as at, pos from app.outbox_events where workspace_id = $1 and aggregate_id = $2
    union all select correlation_id, started_at, 0 from app.orchestrator_runs where workspace_id = $1 and subject_id = $2
  ) x group by correlation_id order by max(pos) desc, max(at) desc limit $3`

const events = sql`
  select e.id, e.correlation_id as "correlationId", e.name, e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId", e.payload, e.actor_id as "actorId",
    u.first_name || ' ' || u.last_name as "actorName", e.causation_id as "causationId", e.occurred_at as at
  from app.outbox_events e left join app.users u on u.id = e.actor_id
  where e.workspace_id = $1 and e.correlation_id = any($2::uuid[]) and e.name <> 'notification.created' order by e.pos`

// An order that has ended waits for nothing, whatever its last pass said.
const runs = sql`
  select r.id, r.correlation_id as "correlationId", r.orchestrator, r.subject_type as "subjectType", r.subject_id as "subjectId", r.trigger_event_id as "triggerEventId",
    r.mode, r.status, r.actor_id as "actorId", u.first_name || ' ' || u.last_name as "actorName", r.started_at as "startedAt", r.finished_at as "finishedAt",
    r.status = 'WAITING' and o.id is null and r.id = (select n.id from app.orchestrator_runs n where n.workspace_id = $1 and n.subject_id = r.subject_id
      and n.orchestrator = r.orchestrator order by n.started_at desc, n.id desc limit 1) as "stillWaits",
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'outcome', s.outcome, 'documents', s.documents, 'note', s.note, 'durationMs', s.duration_ms)
      order by s.seq) from app.orchestrator_steps s where s.workspace_id = $1 and s.run_id = r.id), '[]') as steps
  from app.orchestrator_runs r left join app.users u on u.id = r.actor_id
  left join app.orders o on o.workspace_id = $1 and o.id = r.subject_id and o.status in ('COMPLETED', 'CANCELLED')
  where r.workspace_id = $1 and r.correlation_id = any($2::uuid[]) order by r.started_at, r.id`

const deliveries = sql`
  select e.correlation_id as "correlationId", d.event_id as "eventId", d.consumer, d.state, d.attempts, d.last_error as "lastError", d.error_code as "errorCode", d.error_facts as "errorFacts",
    case when u.id is not null then json_build_object('id', u.id, 'name', u.first_name || ' ' || u.last_name) end as "resolvedBy",
    d.resolve_reason as "resolveReason", d.duration_ms as "durationMs", d.created_at as at, d.done_at as "doneAt"
  from app.outbox_events e join app.event_deliveries d on d.workspace_id = e.workspace_id and d.event_id = e.id
  left join app.users u on u.id = d.resolved_by
  where e.workspace_id = $1 and e.correlation_id = any($2::uuid[]) order by e.pos, d.consumer`

const openHolds = sql`
  select h.id, h.order_id as "orderId", h.reason, h.placed_at as "placedAt" from app.order_holds h
  where h.workspace_id = $1 and h.released_at is null and h.order_id in (
    select e.aggregate_id from app.outbox_events e where e.workspace_id = $1 and e.correlation_id = any($2::uuid[]) and e.aggregate_type = 'order')
  order by h.placed_at, h.id`
