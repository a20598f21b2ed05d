import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

interface Released {
  readonly orderId: string
  readonly productId: string
  readonly warehouseId: string
  readonly quantity: number
}

/**
 * Gives back what is kept for orders that are not confirmed: all of it, or with EXPIRED only what is kept beyond its time. Says so for
 * each product, so that others who wait for it are served. The caller holds the locks of the orders.
 */
export async function releaseKeptStock(
  work: UnitOfWork,
  orderIds: readonly string[],
  reason: 'EXPIRED' | 'ORDER_CHANGED' | 'ORDER_CANCELLED',
): Promise<number> {
  if (orderIds.length === 0) return 0
  const expiredBy = reason === 'EXPIRED' ? work.now : null
  const kept = await work.rows(lockBalances, [work.workspaceId, orderIds, expiredBy])
  if (kept.length === 0) return 0
  const released = await work.rows<Released>(release, [work.workspaceId, orderIds, expiredBy, reason])
  for (const { orderId, productId, warehouseId, quantity } of released) {
    work.announce({
      name: 'stock.released',
      aggregateType: 'stock',
      aggregateId: productId,
      aggregateVersion: 1,
      payload: { productId, warehouseId, quantity, ownerType: 'ORDER', ownerId: orderId, orderId, reason },
    })
  }
  return released.length
}

const keptFor = {
  text: `r.workspace_id = $1 and r.order_id = any($2::uuid[]) and r.kind = 'SOFT' and r.status = 'ACTIVE' and ($3::timestamptz is null or r.expires_at <= $3)`,
}

const lockBalances = sql`
  select i.id from app.inventory_items i
  where i.workspace_id = $1 and i.id in (select r.inventory_item_id from app.stock_reservations r where ${keptFor})
  order by i.warehouse_id, i.product_id, i.id for no key update`

const release = sql`
  with released as (
    update app.stock_reservations r set status = case when $4::text = 'EXPIRED' then 'EXPIRED' else 'RELEASED' end, released_reason = $4, updated_at = app.now()
    where ${keptFor}
    returning r.order_id, r.product_id, r.warehouse_id, r.inventory_item_id, r.quantity
  ), balance as (
    update app.inventory_items i set reserved_quantity = i.reserved_quantity - s.quantity, version = i.version + 1, updated_at = app.now()
    from (select inventory_item_id as id, sum(quantity) as quantity from released group by 1) s where i.workspace_id = $1 and i.id = s.id
  )
  select released.order_id as "orderId", released.product_id as "productId", released.warehouse_id as "warehouseId", sum(released.quantity)::float8 as quantity
  from released
  join app.orders o on o.workspace_id = $1 and o.id = released.order_id
  join app.products p on p.workspace_id = $1 and p.id = released.product_id
  group by 1, 2, 3, o.order_number, p.code order by o.order_number, p.code, 3`
