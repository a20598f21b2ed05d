import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { StockRow } from '../allocation-plan.js'

/** Locks what may be sold of these products, all rows at once, sorted by warehouse and product: two orders never wait for each other crosswise. */
export async function lockSellableStock(work: UnitOfWork, productIds: readonly string[]): Promise<StockRow[]> {
  if (productIds.length === 0) return []
  const rows = await work.rows<Omit<StockRow, 'available'> & { available: string }>(lock, [
    work.workspaceId,
    productIds,
  ])
  return rows.map((row) => ({ ...row, available: Quantity.parse(row.available) }))
}

const lock = sql`
  select i.id, i.warehouse_id as "warehouseId", i.product_id as "productId", w.is_default as "isDefault", i.quantity - i.reserved_quantity as available
  from app.inventory_items i
  join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id and w.is_sellable and w.is_active and w.deleted_at is null
  where i.workspace_id = $1 and i.product_id = any($2::uuid[]) and i.status = 'AVAILABLE'
  order by i.warehouse_id, i.product_id, i.id
  for no key update of i`
