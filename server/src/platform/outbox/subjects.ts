import { sql } from '../database/statement.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import type { DomainEvent } from './events.js'

/** The deal and the order that an event is about, by name; what it is not about is left out. */
export function subjectsOf({
  aggregateType,
  aggregateId,
  payload,
}: Pick<DomainEvent, 'aggregateType' | 'aggregateId' | 'payload'>): { orderId?: string; dealId?: string } {
  const orderId = aggregateType === 'order' ? aggregateId : (payload.orderId ?? payload.salesOrderId)
  const dealId = aggregateType === 'deal' ? aggregateId : payload.dealId
  return {
    ...(typeof orderId === 'string' && { orderId }),
    ...(typeof dealId === 'string' && { dealId }),
  }
}

/** The deals and orders of a whole chain: whoever follows one of them follows the chain. */
export async function subjectsOfChain(work: UnitOfWork, correlationId: string): Promise<string[]> {
  return (await work.rows<{ id: string }>(inChain, [work.workspaceId, correlationId])).map(({ id }) => id)
}

const inChain = sql`
  select distinct s.id from app.outbox_events e
  cross join lateral (values (case when e.aggregate_type in ('order', 'deal') then e.aggregate_id end),
    ((e.payload->>'orderId')::uuid), ((e.payload->>'salesOrderId')::uuid), ((e.payload->>'dealId')::uuid)) s(id)
  where e.workspace_id = $1 and e.correlation_id = $2 and s.id is not null`
