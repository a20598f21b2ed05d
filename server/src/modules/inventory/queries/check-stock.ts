import type { CheckStockBody, stockAvailability } from '@prometric/contracts/inventory'
import type { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

type Availability = z.infer<typeof stockAvailability>

/** Whether lines could be served now, and where the rest would come from. Lines of one product are judged one by one. */
export async function checkStock(work: UnitOfWork, { lines }: CheckStockBody): Promise<Availability> {
  const rows = await work.rows<{ row: Availability['lines'][number] }>(readAvailability, [
    work.workspaceId,
    lines.map((line) => line.productId),
    lines.map((line) => String(line.quantity)),
    work.today,
  ])
  if (rows.length < lines.length) throw new Refusal('NOT_FOUND', {}, 'lines')
  return { lines: rows.map(({ row }) => row) }
}

const readAvailability = sql`
  select json_build_object('productId', product.id, 'requested', asked.quantity, 'available', stock.available,
    'short', greatest(asked.quantity - stock.available, 0), 'byWarehouse', stock.places,
    'source', case when not product.track_inventory then 'NONE' when stock.available >= asked.quantity then 'STOCK'
      when product.product_type = 'MANUFACTURED' then 'PRODUCE' when product.purchasable then 'BUY' else 'NONE' end,
    'earliestDate', case when not product.track_inventory or stock.available >= asked.quantity then $4::date
      when product.product_type = 'MANUFACTURED' or product.purchasable then $4::date + coalesce(product.lead_time_days, 7) end) as row
  from unnest($2::uuid[], $3::numeric[]) with ordinality as asked(product_id, quantity, line)
  join app.products product on product.workspace_id = $1 and product.id = asked.product_id and product.deleted_at is null
  cross join lateral (
    select coalesce(sum(place.available), 0) as available,
      coalesce(json_agg(json_build_object('warehouseId', place.warehouse_id, 'available', place.available)) filter (where place.available > 0), '[]') as places
    from (
      select i.warehouse_id, sum(i.available_quantity) as available from app.inventory_items i
      join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id and w.is_sellable and w.is_active and w.deleted_at is null
      where i.workspace_id = $1 and i.product_id = product.id group by i.warehouse_id
    ) place
  ) stock
  order by asked.line`
