import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Stock that is promised to a line of an order, or to the production that works for it. */
export interface StandingReservation {
  readonly id: string
  readonly kind: 'SOFT' | 'HARD'
  /** One of the two: whose it is. */
  readonly orderItemId: string | null
  readonly productionOrderId: string | null
  readonly productId: string
  readonly productName: string
  readonly warehouseId: string
  /** Not shipped and not used yet. */
  readonly left: Quantity
  readonly consumed: Quantity
}

/** What is reserved for a locked order. Locks the balances in the house's order: by warehouse and product. */
export async function reservationsOfOrder(work: UnitOfWork, orderId: string): Promise<StandingReservation[]> {
  await work.rows(lockBalances, [work.workspaceId, orderId])
  const rows = await work.rows<Omit<StandingReservation, 'left' | 'consumed'> & { left: string; consumed: string }>(
    read,
    [work.workspaceId, orderId],
  )
  return rows.map((row) => ({ ...row, left: Quantity.parse(row.left), consumed: Quantity.parse(row.consumed) }))
}

const standing = {
  text: `app.stock_reservations r
    left join app.production_order_materials m on r.owner_type = 'PRODUCTION_MATERIAL' and m.workspace_id = r.workspace_id and m.id = r.owner_id
    left join app.production_orders p on p.workspace_id = m.workspace_id and p.id = m.production_order_id
    where r.workspace_id = $1 and r.status = 'ACTIVE' and r.quantity > r.consumed_quantity
      and ((r.owner_type = 'ORDER_ITEM' and r.order_id = $2) or p.sales_order_id = $2)`,
}

const lockBalances = sql`
  select i.id from app.inventory_items i where i.workspace_id = $1 and i.id in (select r.inventory_item_id from ${standing})
  order by i.warehouse_id, i.product_id, i.id for no key update`

const read = sql`
  select r.id, r.kind, case when r.owner_type = 'ORDER_ITEM' then r.owner_id end as "orderItemId", p.id as "productionOrderId",
    r.product_id as "productId", (select g.name from app.products g where g.workspace_id = $1 and g.id = r.product_id) as "productName",
    r.warehouse_id as "warehouseId", r.quantity - r.consumed_quantity as "left", r.consumed_quantity as consumed
  from ${standing}
  order by r.created_at, r.id`
