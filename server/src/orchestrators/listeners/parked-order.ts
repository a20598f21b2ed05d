import { piece, sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { DeliveryKey } from '../../platform/outbox/deliver.js'

const coreConsumers = ['order-acceptance', 'order-fulfillment', 'backorder-release']

/** Without these listeners an order does not go on. */
export const isCore = (consumer: string): boolean => coreConsumers.includes(consumer)

/** The order that an event is about: its own, or the one that goods were made for. */
const orderOf =
  piece(`coalesce(case when e.aggregate_type = 'order' then e.aggregate_id end, (e.payload->>'orderId')::uuid, (e.payload->>'salesOrderId')::uuid,
  (select m.sales_order_id from app.production_orders m where m.workspace_id = e.workspace_id and m.id = case
    when e.payload->>'source' = 'PRODUCTION_ORDER' then (e.payload->>'sourceId')::uuid
    when e.payload->>'referenceType' = 'PRODUCTION_ORDER' then (e.payload->>'referenceId')::uuid end))`)

/** The order that waits for a delivery, if there is one. */
export async function orderBehind(work: UnitOfWork, eventId: string): Promise<string | undefined> {
  return (await work.row<{ id: string }>(behind, [work.workspaceId, eventId]))?.id
}

/** Is the delivery still parked? It stays so until this transaction ends. */
export async function isStillParked(work: UnitOfWork, { eventId, consumer }: DeliveryKey): Promise<boolean> {
  return (await work.row(parked, [work.workspaceId, eventId, consumer])) !== undefined
}

/** A delivery without which the order does not go on and that is parked now. */
export async function parkedFor(work: UnitOfWork, orderId: string): Promise<DeliveryKey | undefined> {
  return work.row<DeliveryKey>(stillParked, [work.workspaceId, orderId, coreConsumers])
}

const behind = sql`
  select o.id from app.outbox_events e join app.orders o on o.workspace_id = e.workspace_id and o.id = ${orderOf} and o.deleted_at is null
  where e.workspace_id = $1 and e.id = $2`

const parked = sql`
  select 1 from app.event_deliveries where workspace_id = $1 and event_id = $2 and consumer = $3 and state = 'DEAD' for no key update`

const stillParked = sql`
  select d.event_id as "eventId", d.consumer from app.event_deliveries d join app.outbox_events e on e.workspace_id = d.workspace_id and e.id = d.event_id
  where d.workspace_id = $1 and d.state = 'DEAD' and d.consumer = any($3::text[]) and ${orderOf} = $2
  order by d.parked_at limit 1`
