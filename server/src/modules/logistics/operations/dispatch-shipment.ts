import type { Quantity } from '../../../kernel/quantity.js'
import type { UnitPrice } from '../../../kernel/unit-price.js'
import { takeNextNumber } from '../../../platform/database/legal-number.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface GoodsLine {
  readonly id: string
  readonly orderItemId: string
  readonly productId: string
  readonly quantity: Quantity
  readonly unitCost: UnitPrice
  readonly movementId: string
}

export interface Dispatch {
  readonly shipmentId: string
  readonly orderId: string
  readonly warehouseId: string
  readonly method: 'PICKUP' | 'DELIVERY' | 'SHIPPING'
  readonly address: Record<string, unknown> | null
  readonly carrierName: string | null
  readonly trackingNumber: string | null
  readonly estimatedDelivery: string | null
  readonly lines: readonly GoodsLine[]
}

/** Writes the paper of goods that have just left a warehouse. Its waybill number follows at the end of the story. */
export async function dispatchShipment(work: UnitOfWork, dispatch: Dispatch): Promise<{ shipmentNumber: string }> {
  const shipmentNumber = await work.number('SH')
  await work.rows(insertShipment, [
    work.workspaceId,
    work.organizationId,
    dispatch.shipmentId,
    shipmentNumber,
    dispatch.orderId,
    dispatch.warehouseId,
    dispatch.method,
    dispatch.carrierName,
    dispatch.trackingNumber,
    work.now,
    dispatch.estimatedDelivery,
    dispatch.address && JSON.stringify(dispatch.address),
    work.actor.userId,
    JSON.stringify(
      dispatch.lines.map((line) => ({
        id: line.id,
        orderItemId: line.orderItemId,
        productId: line.productId,
        quantity: line.quantity.toString(),
        unitCost: line.unitCost.units.toString(),
        movementId: line.movementId,
      })),
    ),
  ])
  return { shipmentNumber }
}

/** Gives a dispatched shipment its gapless waybill number; the last row of its story, since the numbers queue here until the commit. */
export async function numberWaybill(work: UnitOfWork, shipmentId: string): Promise<{ waybillNumber: string }> {
  const row = await work.row<{ waybillNumber: string }>(takeWaybillNumber, [
    work.workspaceId,
    work.organizationId,
    'WB',
    Number(work.today.slice(0, 4)),
    shipmentId,
  ])
  return row!
}

/** What the event says of a shipment's goods. */
export const goodsOf = (lines: readonly GoodsLine[]) =>
  lines.map(({ orderItemId, productId, quantity }) => ({ orderItemId, productId, quantity: quantity.toNumber() }))

const insertShipment = sql`
  with goods as (
    select * from json_to_recordset($14::json)
      as line ("id" uuid, "orderItemId" uuid, "productId" uuid, "quantity" numeric, "unitCost" bigint, "movementId" uuid)
  ), shipment as (
    insert into app.shipments (organization_id, workspace_id, id, shipment_number, order_id, warehouse_id, status, method, carrier_name, tracking_number,
      shipped_at, estimated_delivery, address, total_weight, created_by, updated_by)
    select $2, $1, $3, $4, $5, $6, 'DISPATCHED', $7, $8, $9, $10::timestamptz, $11::date, $12::jsonb,
      (select sum(product.weight * goods.quantity) from goods join app.products product on product.workspace_id = $1 and product.id = goods."productId"), $13::uuid, $13::uuid
  )
  insert into app.shipment_lines (organization_id, workspace_id, id, shipment_id, order_item_id, product_id, quantity, unit_cost, movement_id)
  select $2, $1, "id", $3, "orderItemId", "productId", "quantity", "unitCost", "movementId" from goods`

const takeWaybillNumber = sql`
  with taken as (${takeNextNumber})
  update app.shipments set waybill_number = taken.number, updated_at = app.now()
  from taken where workspace_id = $1 and id = $5
  returning waybill_number as "waybillNumber"`
