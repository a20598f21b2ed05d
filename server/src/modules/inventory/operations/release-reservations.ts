import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface ReleasedReservation {
  readonly reservationId: string
  readonly quantity: Quantity
}

/**
 * Gives promised stock back: balance, reservation, the allocation and line or the material that it was for, in one statement. What was
 * shipped by a reservation stays shipped. Says so for each product, so that others who wait for it are served. Under the balances' locks.
 */
export async function releaseReservations(
  work: UnitOfWork,
  { orderId, reason, reservations }: { orderId: string; reason: string; reservations: readonly ReleasedReservation[] },
): Promise<void> {
  const released = await work.rows<{ productId: string; warehouseId: string; quantity: number }>(release, [
    work.workspaceId,
    reservations.map((one) => one.reservationId),
    reservations.map((one) => one.quantity.toString()),
    reason,
  ])
  for (const { productId, warehouseId, quantity } of released) {
    work.announce({
      name: 'stock.released',
      aggregateType: 'stock',
      aggregateId: productId,
      aggregateVersion: 1,
      payload: { productId, warehouseId, quantity, ownerType: 'ORDER', ownerId: orderId, orderId, reason },
    })
  }
}

const release = sql`
  with given as (
    select * from unnest($2::uuid[], $3::numeric[]) as g (id, quantity)
  ), released as (
    update app.stock_reservations r set released_reason = $4, updated_at = app.now(),
      quantity = case when r.consumed_quantity = 0 and r.quantity = given.quantity then r.quantity else r.quantity - given.quantity end,
      status = case when r.quantity - r.consumed_quantity > given.quantity then 'ACTIVE' when r.consumed_quantity > 0 then 'CONSUMED' else 'RELEASED' end
    from given where r.workspace_id = $1 and r.id = given.id and r.status = 'ACTIVE'
    returning r.id, r.status, r.owner_type, r.owner_id, r.product_id, r.warehouse_id, r.inventory_item_id, given.quantity
  ), balance as (
    update app.inventory_items i set reserved_quantity = i.reserved_quantity - s.quantity, version = i.version + 1, updated_at = app.now()
    from (select inventory_item_id as id, sum(quantity) as quantity from released group by 1) s where i.workspace_id = $1 and i.id = s.id
  ), allocation as (
    update app.order_item_allocations a set updated_at = app.now(),
      quantity = case when released.status = 'RELEASED' then a.quantity else a.quantity - released.quantity end,
      status = case released.status when 'RELEASED' then 'CANCELLED' when 'CONSUMED' then 'SHIPPED' else a.status end
    from released where a.workspace_id = $1 and a.reservation_id = released.id and a.kind = 'STOCK' and a.status in ('RESERVED', 'PICKED')
    returning a.order_item_id, released.quantity
  ), line as (
    update app.order_items i set quantity_reserved = i.quantity_reserved - s.quantity, version = i.version + 1, updated_at = app.now()
    from (select order_item_id as id, sum(quantity) as quantity from allocation group by 1) s where i.workspace_id = $1 and i.id = s.id
  ), material as (
    update app.production_order_materials m set reserved_quantity = greatest(m.reserved_quantity - released.quantity, 0), reservation_id = null,
      status = case when m.status = 'RESERVED' then 'PLANNED' else m.status end, updated_at = app.now()
    from released where released.owner_type = 'PRODUCTION_MATERIAL' and m.workspace_id = $1 and m.id = released.owner_id
  )
  select product_id as "productId", warehouse_id as "warehouseId", sum(quantity)::float8 as quantity from released group by 1, 2 order by 1, 2`
