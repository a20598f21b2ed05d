import type { productStock } from '@prometric/contracts/inventory'
import type { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

type ProductStock = z.infer<typeof productStock>

/** What lies where of one product, who has it promised, and what is on its way. */
export async function readProductStock(work: UnitOfWork, productId: string): Promise<ProductStock> {
  const found = await work.row<{ row: ProductStock }>(readStock, [work.workspaceId, productId, work.allow('COST_VIEW')])
  if (!found) throw new Refusal('NOT_FOUND')
  return found.row
}

const readStock = sql`
  select json_build_object(
    'productId', product.id,
    'rows', coalesce((
      select json_agg(json_build_object('warehouseId', w.id, 'warehouse', w.name, 'status', i.status, 'quantity', i.quantity,
        'reserved', i.reserved_quantity, 'available', i.available_quantity,
        'unitCost', case when $3::boolean then app.price(i.unit_cost) end) order by w.name, i.status)
      from app.inventory_items i join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id
      where i.workspace_id = $1 and i.product_id = product.id), '[]'),
    'totals', (
      select json_build_object('onHand', coalesce(sum(i.quantity), 0), 'reserved', coalesce(sum(i.reserved_quantity), 0),
        'available', coalesce(sum(i.available_quantity) filter (where w.is_sellable), 0),
        'incoming', (select coalesce(sum(greatest(line.quantity - line.received_quantity, 0)), 0) from app.purchase_requisition_lines line
          where line.workspace_id = $1 and line.product_id = product.id and line.status not in ('RECEIVED', 'CANCELLED', 'REJECTED')),
        'inProduction', (select coalesce(sum(greatest(po.quantity - po.completed_quantity, 0)), 0) from app.production_orders po
          where po.workspace_id = $1 and po.product_id = product.id and po.deleted_at is null and po.status not in ('COMPLETED', 'CANCELLED', 'FAILED')))
      from app.inventory_items i join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id
      where i.workspace_id = $1 and i.product_id = product.id),
    'reservations', coalesce((
      select json_agg(json_build_object('id', r.id, 'warehouseId', r.warehouse_id, 'ownerType', r.owner_type, 'ownerId', r.owner_id,
        'orderId', r.order_id, 'quantity', r.quantity - r.consumed_quantity) order by r.created_at, r.id)
      from app.stock_reservations r where r.workspace_id = $1 and r.product_id = product.id and r.status = 'ACTIVE'), '[]')
  ) as row
  from app.products product where product.workspace_id = $1 and product.id = $2 and product.deleted_at is null`
