import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

interface Crossing {
  readonly productId: string
  readonly available: number
  readonly reorderPoint: number | null
  readonly minStockLevel: number | null
  readonly suggestedQuantity: number | null
  readonly openDemand: number
  readonly previous: 'NONE' | 'LOW' | 'OUT'
  readonly level: 'NONE' | 'LOW' | 'OUT'
}

/**
 * Looks whether products crossed their reorder point or ran out, and says so once at each crossing. Only a decrease can make things
 * worse: a first receipt below the reorder point is no alarm. Call it after reservations too.
 */
export async function watchStockLevels(
  work: UnitOfWork,
  productIds: readonly string[],
  decreased: readonly string[],
): Promise<void> {
  const crossings = await work.rows<Crossing>(crossLevels, [
    work.workspaceId,
    work.organizationId,
    productIds,
    decreased,
    work.now,
  ])
  for (const {
    previous,
    level,
    productId,
    available,
    reorderPoint,
    minStockLevel,
    suggestedQuantity,
    openDemand,
  } of crossings) {
    const say = (name: string, payload: Record<string, unknown>) =>
      work.announce({
        name,
        aggregateType: 'stock',
        aggregateId: productId,
        aggregateVersion: 1,
        payload: { productId, ...payload },
      })
    if (level === 'NONE') say('inventory.replenished', { available })
    if (level !== 'NONE' && previous === 'NONE')
      say('inventory.low', { available, reorderPoint, minStockLevel, suggestedQuantity })
    if (level === 'OUT') say('inventory.out_of_stock', { openDemand })
  }
}

const crossLevels = sql`
  with judged as (
    select product.id as product_id, stock.available, stock.level, coalesce(alert.level, 'NONE') as previous,
      product.reorder_point, product.min_stock_level,
      case product.replenishment_policy when 'MIN_MAX' then greatest(product.max_stock_level - stock.available, 0)
        when 'REORDER_POINT' then product.reorder_quantity end as suggested_quantity
    from app.products product
    left join app.product_stock_alerts alert on alert.workspace_id = product.workspace_id and alert.product_id = product.id
    cross join lateral (
      select coalesce(sum(i.available_quantity), 0) as available,
        case when coalesce(sum(i.available_quantity), 0) <= 0 then 'OUT'
          when sum(i.available_quantity) <= coalesce(product.reorder_point, product.min_stock_level) then 'LOW' else 'NONE' end as level
      from app.inventory_items i
      join app.warehouses w on w.workspace_id = i.workspace_id and w.id = i.warehouse_id and w.is_sellable and w.deleted_at is null
      where i.workspace_id = $1 and i.product_id = product.id
    ) stock
    where product.workspace_id = $1 and product.id = any($3::uuid[]) and product.track_inventory
  ), crossed as (
    insert into app.product_stock_alerts as alert (organization_id, workspace_id, id, product_id, level, since)
    select $2, $1, app.uuid_v7(), product_id, level, $5::timestamptz from judged
    where level <> previous
      and (product_id = any($4::uuid[]) or level = 'NONE' or (previous = 'OUT' and level = 'LOW'))
    order by product_id
    on conflict (workspace_id, product_id) do update set level = excluded.level, since = excluded.since, updated_at = app.now()
      where alert.level <> excluded.level
    returning product_id
  )
  select product_id as "productId", available::float8, reorder_point::float8 as "reorderPoint", min_stock_level::float8 as "minStockLevel",
    suggested_quantity::float8 as "suggestedQuantity", previous, level,
    (select coalesce(sum(a.quantity), 0) from app.order_item_allocations a
      join app.order_items item on item.workspace_id = a.workspace_id and item.id = a.order_item_id
      where a.workspace_id = $1 and item.product_id = judged.product_id and a.status = 'OPEN')::float8 as "openDemand"
  from judged join crossed using (product_id)`
