import { Refusal } from '../kernel/refusal.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'

interface Delivery {
  readonly eventId: string
  readonly consumer: string
}

interface Resolved extends Delivery {
  readonly eventName: string
  readonly aggregateId: string
  readonly aggregateType: string
  readonly aggregateVersion: number
  readonly correlationId: string
}

/** A delivery that failed is tried again at once, with the listener as it is today and all its tries. */
export async function retryDelivery(work: UnitOfWork, delivery: Delivery): Promise<void> {
  await resolve(work, delivery, ['READY', 'DEAD', 'DISCARDED'], 'READY', null)
}

/** A delivery that nobody needs any more lets those behind it pass. */
export async function skipDelivery(work: UnitOfWork, delivery: Delivery, reason: string): Promise<void> {
  await resolve(work, delivery, ['READY', 'DEAD'], 'DISCARDED', reason)
}

/** The row keeps who decided and why; the announcement, of which rows are never changed, is the journal of every decision. */
async function resolve(
  work: UnitOfWork,
  { eventId, consumer }: Delivery,
  from: readonly string[],
  to: 'READY' | 'DISCARDED',
  reason: string | null,
): Promise<void> {
  const found = await work.row<{ state: string }>(lock, [work.workspaceId, eventId, consumer])
  if (!found) throw new Refusal('NOT_FOUND')
  if (!from.includes(found.state)) throw new Refusal('INVALID_TRANSITION', { from: found.state, to, allowed: [] })
  const { eventName, correlationId, ...about } = (await work.row<Resolved>(settle, [
    work.workspaceId,
    eventId,
    consumer,
    to,
    work.actor.userId,
    reason,
  ]))!
  // The decision belongs to the chain that it mends, not to a chain of its own.
  work.tenant = { ...work.tenant, correlationId }
  work.announce({
    name: to === 'READY' ? 'delivery.retried' : 'delivery.skipped',
    ...about,
    payload: { eventId, consumer, eventName, reason },
  })
}

const lock = sql`select state from app.event_deliveries where workspace_id = $1 and event_id = $2 and consumer = $3 for no key update`

const settle = sql`
  update app.event_deliveries d set state = $4, attempts = case when $4 = 'READY' then 0 else d.attempts end, next_at = now(), resolved_by = $5, resolve_reason = $6
  from app.outbox_events e
  where d.workspace_id = $1 and d.event_id = $2 and d.consumer = $3 and e.workspace_id = d.workspace_id and e.id = d.event_id
  returning d.event_name as "eventName", e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId", e.aggregate_version as "aggregateVersion",
    e.correlation_id as "correlationId"`
