import { newId } from '../../kernel/ids.js'
import { sql } from '../database/statement.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import type { ListenerTable } from './listener.js'

/** What a caller wants remembered with the commit, so that the same request again gets the same answer. */
export interface IdempotentReply {
  readonly userId: string
  readonly route: string
  readonly key: string
  readonly status: number
  readonly data: unknown
}

/** Writes events, deliveries, runs, steps and the idempotency reply in one statement. Returns how many deliveries wait. */
export async function flush(work: UnitOfWork, listeners: ListenerTable, reply?: IdempotentReply): Promise<number> {
  const deliveries = work.events.flatMap((event) =>
    listeners.queuedFor(event).map((consumer) => ({ event_id: event.id, consumer })),
  )
  if (work.events.length === 0 && work.runs.length === 0 && !reply) return 0
  await work.rows(writeAll, [
    work.workspaceId,
    work.organizationId,
    JSON.stringify(
      work.events.map((event) => ({
        id: event.id,
        aggregate_type: event.aggregateType,
        aggregate_id: event.aggregateId,
        aggregate_version: event.aggregateVersion,
        name: event.name,
        payload: event.payload,
        actor_id: event.actorId,
        request_id: work.tenant.requestId,
        correlation_id: event.correlationId,
        causation_id: event.causationId,
        depth: event.depth,
        occurred_at: event.occurredAt,
      })),
    ),
    JSON.stringify(deliveries),
    JSON.stringify(
      work.runs.map((run) => ({
        id: run.id,
        orchestrator: run.orchestrator,
        subject_type: run.subjectType,
        subject_id: run.subjectId,
        trigger_event_id: run.triggerEventId,
        mode: run.mode,
        status: run.status,
        correlation_id: work.tenant.correlationId,
        actor_id: work.actor.userId,
        started_at: run.startedAt,
        finished_at: run.finishedAt,
      })),
    ),
    JSON.stringify(
      work.runs.flatMap((run) =>
        run.steps.map((step, i) => ({
          id: newId(),
          run_id: run.id,
          seq: i + 1,
          name: step.name,
          outcome: step.outcome,
          documents: step.documents,
          note: step.note ?? null,
          duration_ms: step.durationMs,
        })),
      ),
    ),
    reply?.userId ?? null,
    reply?.route ?? null,
    reply?.key ?? null,
    reply?.status ?? null,
    reply ? JSON.stringify(reply.data ?? null) : null,
  ])
  return deliveries.length
}

const writeAll = sql`
  with event as (
    insert into app.outbox_events (organization_id, workspace_id, id, aggregate_type, aggregate_id, aggregate_version, name, payload,
      actor_id, request_id, correlation_id, causation_id, depth, occurred_at)
    select $2, $1, e.id, e.aggregate_type, e.aggregate_id, e.aggregate_version, e.name, e.payload,
      e.actor_id, e.request_id, e.correlation_id, e.causation_id, e.depth, e.occurred_at
    from rows from (json_to_recordset($3::json) as (id uuid, aggregate_type text, aggregate_id uuid, aggregate_version int, name text, payload jsonb,
      actor_id uuid, request_id text, correlation_id uuid, causation_id uuid, depth int, occurred_at timestamptz))
      with ordinality as e(id, aggregate_type, aggregate_id, aggregate_version, name, payload, actor_id, request_id, correlation_id, causation_id, depth, occurred_at, ord)
    order by e.ord
    returning id, pos, name, aggregate_id
  ), delivery as (
    insert into app.event_deliveries (organization_id, workspace_id, event_id, consumer, event_name, aggregate_id, pos)
    select $2, $1, d.event_id, d.consumer, event.name, event.aggregate_id, event.pos
    from json_to_recordset($4::json) as d(event_id uuid, consumer text) join event on event.id = d.event_id
  ), run as (
    insert into app.orchestrator_runs (organization_id, workspace_id, id, orchestrator, subject_type, subject_id, trigger_event_id, mode, status,
      correlation_id, actor_id, started_at, finished_at)
    select $2, $1, r.* from json_to_recordset($5::json) as r(id uuid, orchestrator text, subject_type text, subject_id uuid, trigger_event_id uuid,
      mode text, status text, correlation_id uuid, actor_id uuid, started_at timestamptz, finished_at timestamptz)
  ), step as (
    insert into app.orchestrator_steps (organization_id, workspace_id, id, run_id, seq, name, outcome, documents, note, duration_ms)
    select $2, $1, s.* from json_to_recordset($6::json) as s(id uuid, run_id uuid, seq int, name text, outcome text, documents jsonb, note text, duration_ms int)
  )
  update app.idempotency_keys set status = $10, response = $11::jsonb
  where workspace_id = $1 and user_id = $7 and route = $8 and key = $9`
