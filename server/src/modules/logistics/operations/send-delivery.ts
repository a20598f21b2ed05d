import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface DeliveryOnItsWay {
  readonly orderId: string
  readonly customerId: string | null
  readonly priority: string
  readonly address: Record<string, unknown> | null
  readonly scheduledDate: string | null
  readonly shipmentId: string
  readonly trackingNumber: string | null
}

/**
 * Puts the delivery of a dispatched shipment on its way. The header planned at confirmation takes the first shipment; each further one
 * gets a header of its own. The lines are those of the shipment.
 */
export async function sendDelivery(work: UnitOfWork, delivery: DeliveryOnItsWay): Promise<{ deliveryOrderId: string }> {
  const { shipmentId, trackingNumber, orderId } = delivery
  const address = delivery.address && JSON.stringify(delivery.address)
  const planned = await work.row<{ id: string; version: number }>(sendPlanned, [
    work.workspaceId,
    orderId,
    shipmentId,
    trackingNumber,
    work.now,
    work.actor.userId,
    address,
  ])
  const { id, version } = planned ?? (await openFurther(work, delivery, address))
  await work.rows(insertLines, [work.workspaceId, id, shipmentId])
  work.announce({
    name: 'delivery.started',
    aggregateType: 'delivery_order',
    aggregateId: id,
    aggregateVersion: version,
    payload: { deliveryOrderId: id, orderId },
  })
  return { deliveryOrderId: id }
}

async function openFurther(
  work: UnitOfWork,
  delivery: DeliveryOnItsWay,
  address: string | null,
): Promise<{ id: string; version: number }> {
  const id = newId()
  const scheduledDate = delivery.scheduledDate ?? work.today
  await work.rows(insertDelivery, [
    work.workspaceId,
    work.organizationId,
    id,
    await work.number('DO'),
    delivery.orderId,
    delivery.shipmentId,
    delivery.customerId,
    delivery.priority,
    address,
    delivery.address?.contactName ?? null,
    delivery.address?.contactPhone ?? null,
    scheduledDate,
    delivery.trackingNumber,
    work.now,
    work.actor.userId,
  ])
  work.announce({
    name: 'delivery.created',
    aggregateType: 'delivery_order',
    aggregateId: id,
    aggregateVersion: 1,
    payload: { deliveryOrderId: id, orderId: delivery.orderId, scheduledDate },
  })
  return { id, version: 1 }
}

const sendPlanned = sql`
  update app.delivery_orders set shipment_id = $3, tracking_number = coalesce($4, tracking_number), status = 'IN_TRANSIT', started_at = $5,
    delivery_address = coalesce(delivery_address, $7::jsonb), version = version + 1, updated_at = app.now(), updated_by = coalesce($6, updated_by)
  where workspace_id = $1 and source_order_id = $2 and shipment_id is null and status in ('PLANNED', 'ASSIGNED', 'LOADING')
  returning id, version`

const insertDelivery = sql`
  insert into app.delivery_orders (organization_id, workspace_id, id, delivery_number, source_order_id, shipment_id, customer_id, status, priority,
    delivery_address, recipient_name, recipient_phone, scheduled_date, tracking_number, started_at, created_by, updated_by)
  values ($2, $1, $3, $4, $5, $6, $7, 'IN_TRANSIT', $8, $9::jsonb, $10, left($11, 20), $12, $13, $14, $15, $15)`

const insertLines = sql`
  insert into app.delivery_order_lines (organization_id, workspace_id, id, delivery_order_id, order_item_id, shipment_line_id, product_id, quantity)
  select organization_id, workspace_id, app.uuid_v7(), $2, order_item_id, id, product_id, quantity
  from app.shipment_lines where workspace_id = $1 and shipment_id = $3`
