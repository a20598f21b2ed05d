import type { deliveryStatuses } from '@prometric/contracts/logistics'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { deliveryLifecycle } from '../delivery.lifecycle.js'

export interface DeliveryInHand {
  readonly id: string
  readonly status: (typeof deliveryStatuses)[number]
  readonly orderId: string
  readonly shipmentId: string | null
  readonly addressMissing: boolean
  readonly attempt: number
}

/** Sends a planned or re-planned delivery on its way. Its goods must have left the warehouse. */
export async function startDelivery(work: UnitOfWork, deliveryOrderId: string): Promise<void> {
  const delivery = await takeDelivery(work, deliveryOrderId)
  deliveryLifecycle.check(delivery.status, 'IN_TRANSIT')
  if (delivery.addressMissing) throw new Refusal('ADDRESS_MISSING', { deliveryOrderId })
  if (!delivery.shipmentId) throw new Refusal('NOT_PICKED', { deliveryOrderId })
  const started = await work.row<{ version: number }>(start, [
    work.workspaceId,
    deliveryOrderId,
    work.now,
    work.actor.userId,
  ])
  work.announce({
    name: 'delivery.started',
    aggregateType: 'delivery_order',
    aggregateId: deliveryOrderId,
    aggregateVersion: started!.version,
    payload: { deliveryOrderId, orderId: delivery.orderId },
  })
}

/** Locks a delivery. Who also needs its order locks that first. */
export async function takeDelivery(work: UnitOfWork, deliveryOrderId: string): Promise<DeliveryInHand> {
  const delivery = await work.row<DeliveryInHand>(lockDelivery, [work.workspaceId, deliveryOrderId])
  if (!delivery) throw new Refusal('NOT_FOUND', { deliveryOrderId })
  return delivery
}

const lockDelivery = sql`
  select id, status, source_order_id as "orderId", shipment_id as "shipmentId", delivery_address is null as "addressMissing", attempt
  from app.delivery_orders where workspace_id = $1 and id = $2 for no key update`

const start = sql`
  update app.delivery_orders set status = 'IN_TRANSIT', started_at = $3, version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2 returning version`
