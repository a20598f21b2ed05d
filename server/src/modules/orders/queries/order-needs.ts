import type { OrderStatus } from '@prometric/contracts/orders'
import { Quantity } from '../../../kernel/quantity.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { FulfillmentStatus, LineProgress } from '../order-progress.js'

/** A confirmed order under its lock, as fulfilment looks at it. */
export interface OrderToFulfil {
  readonly id: string
  readonly orderNumber: string
  readonly status: OrderStatus
  readonly fulfillmentStatus: FulfillmentStatus
  readonly version: number
  readonly customerId: string
  readonly customerName: string
  readonly dealId: string | null
  readonly salesRepId: string | null
  readonly priority: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT' | 'CRITICAL'
  readonly fulfillmentMethod: 'PICKUP' | 'DELIVERY' | 'SHIPPING'
  readonly allowPartialShipment: boolean
  readonly warehouseId: string | null
  readonly defaultWarehouseId: string
  readonly requestedDeliveryDate: string | null
  readonly promisedDate: string | null
  readonly paymentTerms: string | null
  readonly isPaid: boolean
  readonly hasDelivery: boolean
  readonly addressMissing: boolean
}

/** One line that is told by itself: not a bundle that was taken apart. */
export interface NeedyLine extends LineProgress {
  readonly id: string
  readonly lineNo: number
  readonly productId: string
  readonly productName: string
  readonly unit: string
  readonly supplierId: string | null
  readonly purchasePrice: UnitPrice | null
  readonly leadTimeDays: number | null
  /** In allocations of any kind that stand. */
  readonly allocated: Quantity
  /** Of that, still waited for from production or purchase. */
  readonly waited: Quantity
  readonly productionCount: number
}

export interface UnpickedReservation {
  readonly orderItemId: string
  readonly reservationId: string
  readonly productId: string
  readonly warehouseId: string
  readonly quantity: Quantity
}

/** Stock that is kept for a line until the order is confirmed; no allocation counts it yet. */
export interface KeptForLine {
  readonly reservationId: string
  readonly orderItemId: string
  readonly productId: string
  readonly warehouseId: string
  readonly quantity: Quantity
}

export interface OrderNeeds {
  readonly lines: NeedyLine[]
  readonly unpicked: UnpickedReservation[]
  readonly kept: KeptForLine[]
}

/** Locks an order that fulfilment may work on, and tells the audit that the system does so on somebody's behalf. */
export async function lockOrderToFulfil(work: UnitOfWork, orderId: string): Promise<OrderToFulfil | undefined> {
  return work.row<OrderToFulfil>(lock, [work.workspaceId, orderId])
}

/** Its lines, what is reserved but on no picking order, and what is only kept so far, in one statement. */
export async function orderNeeds(work: UnitOfWork, orderId: string): Promise<OrderNeeds> {
  const rows = await work.rows<Row>(needs, [work.workspaceId, orderId])
  return {
    lines: rows.map(lineOf),
    unpicked: rows.flatMap((row) => row.unpicked.map(counted)),
    kept: rows.flatMap((row) => row.kept.map(counted)),
  }
}

const counted = <T extends { readonly quantity: string }>(one: T) => ({
  ...one,
  quantity: Quantity.parse(one.quantity),
})

type Numbers = 'quantity' | 'cancelled' | 'picked' | 'shipped' | 'delivered' | 'allocated' | 'waited'
type Row = Omit<NeedyLine, Numbers | 'purchasePrice'> &
  Record<Numbers, string> & {
    readonly purchasePrice: bigint | null
    readonly unpicked: ReadonlyArray<Omit<UnpickedReservation, 'quantity'> & { quantity: string }>
    readonly kept: ReadonlyArray<Omit<KeptForLine, 'quantity'> & { quantity: string }>
  }

function lineOf(row: Row): NeedyLine {
  return {
    ...row,
    quantity: Quantity.parse(row.quantity),
    cancelled: Quantity.parse(row.cancelled),
    picked: Quantity.parse(row.picked),
    shipped: Quantity.parse(row.shipped),
    delivered: Quantity.parse(row.delivered),
    allocated: Quantity.parse(row.allocated),
    waited: Quantity.parse(row.waited),
    purchasePrice: row.purchasePrice === null ? null : UnitPrice.of(row.purchasePrice),
  }
}

const lock = sql`
  select set_config('app.acting', 'order-fulfillment', true) as acting, o.id, o.order_number as "orderNumber", o.status, o.fulfillment_status as "fulfillmentStatus", o.version, o.customer_id as "customerId",
    o.customer_snapshot->>'name' as "customerName", o.deal_id as "dealId", o.sales_rep_id as "salesRepId", o.priority, o.fulfillment_method as "fulfillmentMethod",
    o.allow_partial_shipment as "allowPartialShipment", o.warehouse_id as "warehouseId",
    (select w.id from app.warehouses w where w.workspace_id = $1 and w.is_default and w.deleted_at is null) as "defaultWarehouseId",
    o.requested_delivery_date as "requestedDeliveryDate", o.promised_date as "promisedDate", o.payment_terms as "paymentTerms", o.paid_amount >= o.total_amount as "isPaid",
    exists (select from app.delivery_orders d where d.workspace_id = $1 and d.source_order_id = o.id and d.status <> 'CANCELLED') as "hasDelivery",
    o.delivery_address is null as "addressMissing"
  from app.orders o
  where o.workspace_id = $1 and o.id = $2 and o.type in ('SALES', 'SERVICE') and o.status in ('CONFIRMED', 'PROCESSING', 'READY') and o.deleted_at is null
  for no key update of o`

const needs = sql`
  select i.id, i.line_no as "lineNo", i.product_id as "productId", i.product_name as "productName", i.product_type as "productType", i.unit,
    i.quantity, i.quantity_cancelled as cancelled, i.quantity_picked as picked, i.quantity_shipped as shipped, i.quantity_delivered as delivered,
    p.primary_supplier_id as "supplierId", p.purchase_price as "purchasePrice", p.lead_time_days as "leadTimeDays",
    a.allocated, a.waited, a.production_count as "productionCount",
    coalesce((
      select json_agg(json_build_object('orderItemId', i.id, 'reservationId', s.reservation_id, 'productId', i.product_id, 'warehouseId', s.warehouse_id,
        'quantity', s.quantity::text) order by s.created_at, s.id)
      from app.order_item_allocations s
      where s.workspace_id = $1 and s.order_item_id = i.id and s.kind = 'STOCK' and s.status = 'RESERVED'
        and not exists (select from app.picking_order_lines l join app.picking_orders k on k.workspace_id = l.workspace_id and k.id = l.picking_order_id
          where l.workspace_id = $1 and l.reservation_id = s.reservation_id and k.status <> 'CANCELLED')
    ), '[]') as unpicked,
    coalesce((
      select json_agg(json_build_object('orderItemId', i.id, 'reservationId', r.id, 'productId', i.product_id, 'warehouseId', r.warehouse_id,
        'quantity', r.quantity::text) order by r.id)
      from app.stock_reservations r
      where r.workspace_id = $1 and r.owner_type = 'ORDER_ITEM' and r.owner_id = i.id and r.kind = 'SOFT' and r.status = 'ACTIVE'
    ), '[]') as kept
  from app.order_items i
  join app.products p on p.workspace_id = $1 and p.id = i.product_id
  cross join lateral (
    select coalesce(sum(x.quantity), 0) as allocated, coalesce(sum(x.quantity) filter (where x.status = 'OPEN' and x.kind in ('PRODUCTION', 'PURCHASE')), 0) as waited,
      (select count(*)::int from app.order_item_allocations m where m.workspace_id = $1 and m.order_item_id = i.id and m.kind = 'PRODUCTION') as production_count
    from app.order_item_allocations x where x.workspace_id = $1 and x.order_item_id = i.id and x.status <> 'CANCELLED'
  ) a
  where i.workspace_id = $1 and i.order_id = $2
    and not exists (select from app.order_items part where part.workspace_id = $1 and part.parent_item_id = i.id)
  order by i.requested_date nulls last, i.line_no`
