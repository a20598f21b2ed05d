import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Picked goods of one reservation that have not left the warehouse yet. */
export interface ShippablePortion {
  readonly reservationId: string
  readonly warehouseId: string
  readonly orderItemId: string
  readonly productId: string
  readonly quantity: Quantity
}

/** What could be handed to the carrier now. Ask with the order locked. */
export async function shippableGoods(work: UnitOfWork, orderId: string): Promise<ShippablePortion[]> {
  const rows = await work.rows<Omit<ShippablePortion, 'quantity'> & { quantity: string }>(pickedPortions, [
    work.workspaceId,
    orderId,
  ])
  return rows.map((row) => ({ ...row, quantity: Quantity.parse(row.quantity) }))
}

const pickedPortions = sql`
  with picked as (
    select line.reservation_id, sum(line.picked_quantity) as quantity
    from app.picking_orders picking
    join app.picking_order_lines line on line.workspace_id = $1 and line.picking_order_id = picking.id
    where picking.workspace_id = $1 and picking.order_id = $2 and picking.status in ('COMPLETED', 'PARTIALLY_COMPLETED')
    group by line.reservation_id
  )
  select reservation.id as "reservationId", reservation.warehouse_id as "warehouseId", reservation.owner_id as "orderItemId",
    reservation.product_id as "productId", least(picked.quantity, reservation.quantity) - reservation.consumed_quantity as quantity
  from picked
  join app.stock_reservations reservation on reservation.workspace_id = $1 and reservation.id = picked.reservation_id
  where reservation.status = 'ACTIVE' and reservation.owner_type = 'ORDER_ITEM' and picked.quantity > reservation.consumed_quantity
  order by reservation.warehouse_id, reservation.product_id, reservation.id`
