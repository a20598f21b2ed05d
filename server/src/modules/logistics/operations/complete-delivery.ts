import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** What became of one line of a shipment. */
export interface Outcome {
  readonly shipmentLineId: string
  readonly orderItemId: string
  readonly productId: string
  readonly delivered: Quantity
  readonly rejected: Quantity
  readonly rejectReason: string | null
}

export interface Completion {
  readonly orderId: string
  readonly shipmentId: string
  readonly deliveredAt: Date
  readonly proof: Record<string, unknown> | null
  /** Tiyn that the driver was paid. */
  readonly codCollected: bigint
  readonly outcomes: readonly Outcome[]
}

/** Ends the way of a shipment: its lines, its delivery with the proof, and itself. Goods collected by the customer have no delivery. */
export async function completeDelivery(work: UnitOfWork, completion: Completion): Promise<void> {
  const { orderId, shipmentId, deliveredAt, outcomes } = completion
  const refused = outcomes.some((line) => line.rejected.isPositive())
  const [delivery] = await work.rows<{ id: string; version: number }>(endDelivery, [
    work.workspaceId,
    shipmentId,
    refused ? 'PARTIALLY_DELIVERED' : 'DELIVERED',
    deliveredAt,
    completion.proof && JSON.stringify(completion.proof),
    completion.codCollected,
    work.actor.userId,
  ])
  await work.rows(endLines, [
    work.workspaceId,
    outcomes.map((line) => line.shipmentLineId),
    outcomes.map((line) => line.delivered.toString()),
    outcomes.map((line) => line.rejected.toString()),
    outcomes.map((line) => line.rejectReason),
    delivery?.id ?? null,
  ])
  const shipment = await work.row<{ version: number }>(endShipment, [
    work.workspaceId,
    shipmentId,
    deliveredAt,
    work.actor.userId,
  ])
  work.announce({
    name: 'delivery.completed',
    aggregateType: delivery ? 'delivery_order' : 'shipment',
    aggregateId: delivery?.id ?? shipmentId,
    aggregateVersion: (delivery ?? shipment)!.version,
    payload: {
      deliveryOrderId: delivery?.id ?? null,
      orderId,
      shipmentId,
      deliveredAt: deliveredAt.toISOString(),
      codCollected: Number(completion.codCollected) / 100,
      lines: outcomes.map(({ orderItemId, productId, delivered, rejected }) => ({
        orderItemId,
        productId,
        quantity: delivered.toNumber(),
        rejected: rejected.toNumber(),
      })),
    },
  })
}

/** The lines of a shipment that the customer has not yet answered for. Locks the shipment, so that it is received once. */
export async function openShipmentLines(work: UnitOfWork, shipmentId: string): Promise<OpenLine[]> {
  const rows = await work.rows<Omit<OpenLine, 'quantity'> & { quantity: string }>(openLines, [
    work.workspaceId,
    shipmentId,
  ])
  return rows.map((row) => ({ ...row, quantity: Quantity.parse(row.quantity) }))
}

export interface OpenLine {
  readonly shipmentLineId: string
  readonly deliveryLineId: string | null
  readonly orderItemId: string
  readonly productId: string
  readonly quantity: Quantity
}

const openLines = sql`
  with shipment as (
    select id from app.shipments where workspace_id = $1 and id = $2 and status = 'DISPATCHED' for no key update
  )
  select line.id as "shipmentLineId", trip.id as "deliveryLineId", line.order_item_id as "orderItemId", line.product_id as "productId",
    line.quantity - line.delivered_quantity as quantity
  from shipment
  join app.shipment_lines line on line.workspace_id = $1 and line.shipment_id = shipment.id and line.quantity > line.delivered_quantity
  left join app.delivery_order_lines trip on trip.workspace_id = $1 and trip.shipment_line_id = line.id
  order by line.id`

const endDelivery = sql`
  update app.delivery_orders set status = $3, delivered_at = $4, started_at = coalesce(started_at, $4), proof = coalesce($5::jsonb, proof), cod_collected = $6,
    version = version + 1, updated_at = app.now(), updated_by = coalesce($7, updated_by)
  where workspace_id = $1 and shipment_id = $2 and status in ('PLANNED', 'ASSIGNED', 'LOADING', 'IN_TRANSIT', 'FAILED')
  returning id, version`

const endLines = sql`
  with outcome as (
    select * from unnest($2::uuid[], $3::numeric[], $4::numeric[], $5::text[]) as of_line (id, delivered, rejected, reason)
  ), trip as (
    update app.delivery_order_lines line set delivered_quantity = outcome.delivered, rejected_quantity = outcome.rejected,
      reject_reason = outcome.reason, updated_at = app.now()
    from outcome where line.workspace_id = $1 and line.shipment_line_id = outcome.id and line.delivery_order_id = $6::uuid
  )
  update app.shipment_lines line set delivered_quantity = line.delivered_quantity + outcome.delivered, updated_at = app.now()
  from outcome where line.workspace_id = $1 and line.id = outcome.id`

const endShipment = sql`
  update app.shipments set status = 'DELIVERED', delivered_at = $3, version = version + 1, updated_at = app.now(), updated_by = coalesce($4, updated_by)
  where workspace_id = $1 and id = $2 and status = 'DISPATCHED'
  returning version`
