import type { PickingStatus } from '@prometric/contracts/picking'
import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** One line of a picking order that stands. */
export interface PickingLine {
  readonly pickingId: string
  readonly number: string
  readonly status: PickingStatus
  readonly lineId: string
  readonly orderItemId: string
  readonly reservationId: string
  readonly quantity: Quantity
  readonly picked: Quantity
}

/** What of a locked order is to be picked and what is picked. Locks the picking orders. */
export async function pickingOfOrder(work: UnitOfWork, orderId: string): Promise<PickingLine[]> {
  await work.rows(lock, [work.workspaceId, orderId])
  const rows = await work.rows<Omit<PickingLine, 'quantity' | 'picked'> & { quantity: string; picked: string }>(read, [
    work.workspaceId,
    orderId,
  ])
  return rows.map((row) => ({ ...row, quantity: Quantity.parse(row.quantity), picked: Quantity.parse(row.picked) }))
}

const lock = sql`
  select id from app.picking_orders where workspace_id = $1 and order_id = $2 and status <> 'CANCELLED' order by id for no key update`

const read = sql`
  select p.id as "pickingId", p.picking_number as number, p.status, l.id as "lineId", l.order_item_id as "orderItemId",
    l.reservation_id as "reservationId", l.quantity, l.picked_quantity as picked
  from app.picking_orders p join app.picking_order_lines l on l.workspace_id = p.workspace_id and l.picking_order_id = p.id
  where p.workspace_id = $1 and p.order_id = $2 and p.status <> 'CANCELLED'
  order by p.id, l.sequence, l.id`
