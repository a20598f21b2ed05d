import { newId } from '../../../kernel/ids.js'
import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../../platform/outbox/events.js'

export interface PickableReservation {
  readonly orderItemId: string
  readonly reservationId: string
  readonly productId: string
  readonly warehouseId: string
  readonly quantity: Quantity
}

/** One picking order per warehouse for what is reserved and not yet being picked. */
export async function openPickingOrders(
  work: UnitOfWork,
  order: { id: string; priority: string },
  reservations: readonly PickableReservation[],
): Promise<DocumentRef[]> {
  const warehouseIds = [...new Set(reservations.map((one) => one.warehouseId))].toSorted()
  const numbers = await Promise.all(warehouseIds.map(() => work.number('PK')))
  const pickings = warehouseIds.map((warehouseId, i) => ({ id: newId(), number: numbers[i]!, warehouseId }))
  const lines = reservations.map((one, i) => ({
    ...one,
    id: newId(),
    quantity: one.quantity.toString(),
    sequence: i + 1,
    pickingId: pickings.find((picking) => picking.warehouseId === one.warehouseId)!.id,
  }))
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    order.id,
    order.priority,
    work.actor.userId,
    JSON.stringify(pickings),
    JSON.stringify(lines),
  ])
  for (const { id, number, warehouseId } of pickings) {
    work.announce({
      name: 'picking.created',
      aggregateType: 'picking_order',
      aggregateId: id,
      aggregateVersion: 1,
      payload: { pickingOrderId: id, number, orderId: order.id, warehouseId, priority: order.priority },
    })
  }
  return pickings.map(({ id, number }) => ({ type: 'picking_order', id, number }))
}

const insert = sql`
  with picking as (
    insert into app.picking_orders (organization_id, workspace_id, id, picking_number, order_id, warehouse_id, status, priority, created_by)
    select $2, $1, p."id", p."number", $3, p."warehouseId", 'DRAFT', $4, $5 from json_to_recordset($6::json) as p("id" uuid, "number" text, "warehouseId" uuid)
  )
  insert into app.picking_order_lines (organization_id, workspace_id, id, picking_order_id, order_item_id, reservation_id, product_id, quantity, sequence)
  select $2, $1, l."id", l."pickingId", l."orderItemId", l."reservationId", l."productId", l."quantity", l."sequence"
  from json_to_recordset($7::json) as l("id" uuid, "pickingId" uuid, "orderItemId" uuid, "reservationId" uuid, "productId" uuid, "quantity" numeric, "sequence" int)`
