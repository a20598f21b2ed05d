import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { keepDealService } from '../deal-service.js'
import { productEvent } from '../events.js'
import { lockProduct } from '../product.table.js'

/** Takes a product out of the catalogue. Closed documents keep their snapshots; anything open that names it refuses. */
export async function deleteProduct(
  work: UnitOfWork,
  { id, ifMatch }: { id: string; ifMatch?: number | undefined },
): Promise<void> {
  keepDealService(await lockProduct(work, id, { ifMatch }), undefined)
  const references = await work.rows<{ type: string; id: string; number: string | null }>(openReferences, [
    work.workspaceId,
    id,
  ])
  if (references.length > 0) throw new Refusal('PRODUCT_IN_USE', { references })
  const { version } = (await work.row<{ version: number }>(deleteOne, [work.workspaceId, id, work.actor.userId]))!
  work.announce(productEvent('product.deleted', version, { productId: id }))
}

const openReferences = sql`
  (select distinct 'deal' as type, d.id, d.deal_number as number from app.deal_products l
    join app.deals d on d.workspace_id = $1 and d.id = l.deal_id
    where l.workspace_id = $1 and l.product_id = $2 and d.deleted_at is null and d.stage not in ('WON', 'LOST') limit 10)
  union all
  (select distinct 'order', o.id, o.order_number from app.order_items l
    join app.orders o on o.workspace_id = $1 and o.id = l.order_id
    where l.workspace_id = $1 and l.product_id = $2 and o.deleted_at is null and o.status not in ('COMPLETED', 'CANCELLED') limit 10)
  union all
  (select 'stock', i.warehouse_id, w.name from app.inventory_items i
    join app.warehouses w on w.workspace_id = $1 and w.id = i.warehouse_id
    where i.workspace_id = $1 and i.product_id = $2 and (i.quantity <> 0 or i.reserved_quantity <> 0) limit 10)
  union all
  (select 'reservation', r.id, null from app.stock_reservations r
    where r.workspace_id = $1 and r.product_id = $2 and r.status = 'ACTIVE' limit 10)
  union all
  (select distinct 'bom', b.id, b.name || ' ' || b.bom_version from app.bom_components c
    join app.bills_of_materials b on b.workspace_id = $1 and b.id = c.bom_id
    where c.workspace_id = $1 and c.component_id = $2 and b.deleted_at is null and b.status = 'ACTIVE' limit 10)
  union all
  (select 'bundle', p.id, p.code from app.bundle_items i
    join app.products p on p.workspace_id = $1 and p.id = i.bundle_id
    where i.workspace_id = $1 and i.component_id = $2 and p.deleted_at is null limit 10)
  union all
  (select 'productionOrder', o.id, o.order_number from app.production_orders o
    where o.workspace_id = $1 and o.product_id = $2 and o.deleted_at is null and o.status not in ('COMPLETED', 'CANCELLED', 'FAILED') limit 10)
  union all
  (select 'productionMaterial', o.id, o.order_number from app.production_order_materials m
    join app.production_orders o on o.workspace_id = $1 and o.id = m.production_order_id
    where m.workspace_id = $1 and m.component_id = $2 and o.deleted_at is null and o.status not in ('COMPLETED', 'CANCELLED', 'FAILED') limit 10)
  union all
  (select 'requisitionLine', l.id, null from app.purchase_requisition_lines l
    where l.workspace_id = $1 and l.product_id = $2 and l.status not in ('REJECTED', 'RECEIVED', 'CANCELLED') limit 10)`
const deleteOne = sql`
  update app.products set deleted_at = app.now(), deleted_by = $3, version = version + 1, updated_at = app.now(), updated_by = $3
  where workspace_id = $1 and id = $2 returning version`
