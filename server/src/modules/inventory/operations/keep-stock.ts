import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Take } from '../allocation-plan.js'

/**
 * Keeps stock for an order that is not confirmed yet, until a moment: nobody else can take it, but the order's lines do not count it as
 * theirs. Under the locks of the balance rows, in one statement.
 */
export async function keepStock(work: UnitOfWork, orderId: string, takes: readonly Take[], until: Date): Promise<void> {
  const kept = takes.map((take) => ({ ...take, id: newId(), quantity: take.quantity.toString() }))
  const done = await work.row<{ balances: number }>(keep, [
    work.workspaceId,
    work.organizationId,
    orderId,
    JSON.stringify(kept),
    until,
  ])
  if (done!.balances !== new Set(takes.map((take) => take.inventoryItemId)).size)
    throw new Error(`stock for order ${orderId} moved under its lock`)
  for (const { productId, warehouseId, orderItemId, quantity } of takes) {
    work.announce({
      name: 'stock.reserved',
      aggregateType: 'stock',
      aggregateId: productId,
      aggregateVersion: 1,
      payload: {
        productId,
        warehouseId,
        quantity: quantity.toNumber(),
        ownerType: 'ORDER_ITEM',
        ownerId: orderItemId,
        orderId,
        until: until.toISOString(),
      },
    })
  }
}

const keep = sql`
  with take as (
    select * from json_to_recordset($4::json) as t("id" uuid, "orderItemId" uuid, "inventoryItemId" uuid, "warehouseId" uuid, "productId" uuid, "quantity" numeric)
  ), balance as (
    update app.inventory_items i set reserved_quantity = i.reserved_quantity + s.quantity, version = i.version + 1, updated_at = app.now()
    from (select "inventoryItemId" as id, sum("quantity") as quantity from take group by 1) s
    where i.workspace_id = $1 and i.id = s.id and i.quantity - i.reserved_quantity >= s.quantity
    returning i.id
  ), reservation as (
    insert into app.stock_reservations (organization_id, workspace_id, id, product_id, warehouse_id, inventory_item_id, quantity, kind, owner_type, owner_id, order_id, expires_at)
    select $2, $1, "id", "productId", "warehouseId", "inventoryItemId", "quantity", 'SOFT', 'ORDER_ITEM', "orderItemId", $3, $5::timestamptz from take
  )
  select count(*)::int as balances from balance`
