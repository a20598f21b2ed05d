import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** A line that asks for goods which an order lacks. */
export interface RequestedLine {
  readonly id: string
  readonly requisitionId: string
  readonly number: string
  readonly orderItemId: string
  readonly productName: string
  /** Asked for and not received yet. */
  readonly left: Quantity
  readonly received: Quantity
  /** Ordered from the supplier, or standing at the gate: it cannot simply be crossed out any more. */
  readonly sent: boolean
}

/** What is asked for on behalf of a locked order and has not all come. Locks the requisitions. */
export async function requisitionsOfOrder(work: UnitOfWork, orderId: string): Promise<RequestedLine[]> {
  await work.rows(lock, [work.workspaceId, orderId])
  const rows = await work.rows<Omit<RequestedLine, 'left' | 'received'> & { left: string; received: string }>(read, [
    work.workspaceId,
    orderId,
  ])
  return rows.map((row) => ({ ...row, left: Quantity.parse(row.left), received: Quantity.parse(row.received) }))
}

const lock = sql`
  select id from app.purchase_requisitions where workspace_id = $1 and id in (
    select l.requisition_id from app.purchase_requisition_lines l join app.order_items i on i.workspace_id = l.workspace_id and i.id = l.order_item_id
    where l.workspace_id = $1 and i.order_id = $2)
  order by id for no key update`

const read = sql`
  select l.id, r.id as "requisitionId", r.requisition_number as number, l.order_item_id as "orderItemId", i.product_name as "productName",
    l.quantity - l.received_quantity as "left", l.received_quantity as received,
    l.status = 'ORDERED' or l.ordered_quantity > 0 or l.purchase_order_item_id is not null or exists (
      select from app.goods_receipt_lines g join app.goods_receipts t on t.workspace_id = g.workspace_id and t.id = g.goods_receipt_id
      where g.workspace_id = $1 and g.requisition_line_id = l.id and t.status in ('DRAFT', 'CHECKING')) as sent
  from app.purchase_requisition_lines l
  join app.order_items i on i.workspace_id = $1 and i.id = l.order_item_id and i.order_id = $2
  join app.purchase_requisitions r on r.workspace_id = $1 and r.id = l.requisition_id
  where l.workspace_id = $1 and l.status not in ('RECEIVED', 'CANCELLED', 'REJECTED') and l.quantity > l.received_quantity
  order by l.id`
