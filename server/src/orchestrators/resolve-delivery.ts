import { Refusal } from '../kernel/refusal.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import type { DeliveryKey } from '../platform/outbox/deliver.js'
import { subjectsOf, subjectsOfChain } from '../platform/outbox/subjects.js'

interface Resolved {
  readonly eventName: string
  readonly aggregateId: string
  readonly aggregateType: string
  readonly aggregateVersion: number
  readonly payload: Record<string, unknown>
}

/** A delivery's name as the contract has it. */
export const deliveryKey = (id: string): DeliveryKey => ({ eventId: id.slice(0, 36), consumer: id.slice(37) })

/** A delivery that failed is tried again at once, with the listener as it is today and all its tries. */
export async function retryDelivery(
  work: UnitOfWork,
  delivery: DeliveryKey,
  reason: string | null = null,
): Promise<void> {
  await resolve(work, delivery, ['READY', 'DEAD', 'DISCARDED'], 'READY', reason)
}

/** A delivery that nobody needs any more lets those behind it pass. */
export async function skipDelivery(work: UnitOfWork, delivery: DeliveryKey, reason: string): Promise<void> {
  await resolve(work, delivery, ['READY', 'DEAD'], 'DISCARDED', reason)
}

/** The row keeps who decided and why; the audit and the announcement keep every decision. */
async function resolve(
  work: UnitOfWork,
  { eventId, consumer }: DeliveryKey,
  from: readonly string[],
  to: 'READY' | 'DISCARDED',
  reason: string | null,
): Promise<void> {
  const found = await work.row<{ state: string; correlationId: string }>(lock, [work.workspaceId, eventId, consumer])
  if (!found) throw new Refusal('NOT_FOUND')
  if (!from.includes(found.state)) throw new Refusal('INVALID_TRANSITION', { from: found.state, to, allowed: [] })
  // The decision belongs to the chain that it mends, not to a chain of its own.
  const { correlationId } = found
  work.tenant = { ...work.tenant, correlationId }
  await work.rows(setCorrelation, [correlationId])
  const { eventName, payload, ...about } = (await work.row<Resolved>(settle, [
    work.workspaceId,
    eventId,
    consumer,
    to,
    work.actor.userId,
    reason,
  ]))!
  work.concerns.push(...(await subjectsOfChain(work, correlationId)))
  work.announce({
    name: to === 'READY' ? 'delivery.retried' : 'delivery.skipped',
    ...about,
    payload: { eventId, consumer, eventName, reason, ...subjectsOf({ ...about, payload }) },
  })
}

const lock = sql`
  select d.state, e.correlation_id as "correlationId"
  from app.event_deliveries d join app.outbox_events e on e.workspace_id = d.workspace_id and e.id = d.event_id
  where d.workspace_id = $1 and d.event_id = $2 and d.consumer = $3 for no key update of d`

const setCorrelation = sql`select set_config('app.correlation_id', $1, true)`

const settle = sql`
  update app.event_deliveries d set state = $4, attempts = case when $4 = 'READY' then 0 else d.attempts end, next_at = now(),
    resolved_by = $5, resolve_reason = $6, resolved_at = now()
  from app.outbox_events e
  where d.workspace_id = $1 and d.event_id = $2 and d.consumer = $3 and e.workspace_id = d.workspace_id and e.id = d.event_id
  returning d.event_name as "eventName", e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId", e.aggregate_version as "aggregateVersion",
    e.payload`
