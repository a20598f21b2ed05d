import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Take } from '../allocation-plan.js'

export interface Reserved extends Take {
  readonly reservationId: string
  readonly allocationId: string
}

/**
 * Reserves what was planned for an order's lines, under the locks of the balance rows: balance, reservation, allocation and line in
 * one statement. What a line was waiting for from production or purchase is lessened by what it now has.
 */
export async function reserveStock(work: UnitOfWork, orderId: string, takes: readonly Take[]): Promise<Reserved[]> {
  const reserved = takes.map((take) => ({ ...take, reservationId: newId(), allocationId: newId() }))
  const done = await work.row<{ balances: number }>(reserve, [
    work.workspaceId,
    work.organizationId,
    orderId,
    JSON.stringify(reserved.map((one) => ({ ...one, quantity: one.quantity.toString() }))),
  ])
  if (done!.balances !== new Set(takes.map((take) => take.inventoryItemId)).size)
    throw new Error(`stock for order ${orderId} moved under its lock`)
  return reserved
}

const reserve = sql`
  with take as (
    select * from json_to_recordset($4::json) as t("orderItemId" uuid, "inventoryItemId" uuid, "warehouseId" uuid, "productId" uuid, "quantity" numeric,
      "reservationId" uuid, "allocationId" uuid)
  ), balance as (
    update app.inventory_items i set reserved_quantity = i.reserved_quantity + s.quantity, version = i.version + 1, updated_at = app.now()
    from (select "inventoryItemId" as id, sum("quantity") as quantity from take group by 1) s
    where i.workspace_id = $1 and i.id = s.id and i.quantity - i.reserved_quantity >= s.quantity
    returning i.id
  ), reservation as (
    insert into app.stock_reservations (organization_id, workspace_id, id, product_id, warehouse_id, inventory_item_id, quantity, kind, owner_type, owner_id, order_id)
    select $2, $1, "reservationId", "productId", "warehouseId", "inventoryItemId", "quantity", 'HARD', 'ORDER_ITEM', "orderItemId", $3 from take
  ), allocation as (
    insert into app.order_item_allocations (organization_id, workspace_id, id, order_item_id, kind, quantity, status, warehouse_id, reservation_id)
    select $2, $1, "allocationId", "orderItemId", 'STOCK', "quantity", 'RESERVED', "warehouseId", "reservationId" from take
  ), served as (
    select "orderItemId" as id, sum("quantity") as quantity from take group by 1
  ), waiting as (
    update app.order_item_allocations a set quantity = greatest(a.quantity - served.quantity, 0), updated_at = app.now(),
      status = case when a.quantity <= served.quantity then 'DONE' else a.status end
    from served where a.workspace_id = $1 and a.order_item_id = served.id and a.kind in ('PRODUCTION', 'PURCHASE') and a.status = 'OPEN'
  ), line as (
    update app.order_items i set quantity_reserved = i.quantity_reserved + served.quantity, version = i.version + 1, updated_at = app.now(),
      status = case when i.quantity_reserved + served.quantity >= i.quantity - i.quantity_cancelled then 'ALLOCATED' else 'PARTIALLY_ALLOCATED' end
    from served where i.workspace_id = $1 and i.order_id = $3 and i.id = served.id
  )
  select count(*)::int as balances from balance`
