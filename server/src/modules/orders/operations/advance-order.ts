import type { OrderStatus } from '@prometric/contracts/orders'
import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { deriveOrderStatus, type LineProgress, type OrderProgress } from '../order-progress.js'
import { changeOrderStatus, type OrderToChange } from './change-order-status.js'

type Advancing = OrderToChange & OrderProgress & { readonly shippedAt?: Date | null }

/** Brings a locked order to where its lines have come. Safe to call after any change of a line; gives the order as it now stands. */
export async function advanceOrder<Order extends Advancing>(
  work: UnitOfWork,
  order: Order,
  at: Date = work.now,
): Promise<Order> {
  const rows = await work.rows<Record<keyof LineProgress, string>>(leafLines, [work.workspaceId, order.id])
  const next = deriveOrderStatus(order, rows.map(progressOf))
  if (next.status === order.status && next.fulfillmentStatus === order.fulfillmentStatus) return order
  const begun = mustBegin(order.status, next.status)
    ? await changeOrderStatus(work, { order, to: 'PROCESSING' })
    : order
  const moved = await changeOrderStatus(work, {
    order: begun,
    to: next.status,
    fulfillmentStatus: next.fulfillmentStatus,
    set: milestones(order, next, at),
  })
  if (next.fulfillmentStatus === 'FULFILLED' && order.fulfillmentStatus !== 'FULFILLED') {
    work.announce({
      name: 'order.fulfillment.completed',
      aggregateType: 'order',
      aggregateId: order.id,
      aggregateVersion: moved.version,
      payload: { orderId: order.id, completedAt: at.toISOString() },
    })
  }
  return { ...moved, fulfillmentStatus: next.fulfillmentStatus }
}

// The history tells that work began even when it ended in the same breath.
const mustBegin = (from: OrderStatus, to: OrderStatus) =>
  from === 'CONFIRMED' && to !== 'CONFIRMED' && to !== 'PROCESSING'

function milestones(order: Advancing, next: OrderProgress, at: Date) {
  if (next.status === order.status) return {}
  if (next.status === 'SHIPPED') return order.shippedAt ? {} : { shippedAt: at }
  return next.status === 'DELIVERED' ? { deliveredAt: at, actualDeliveryDate: at } : {}
}

function progressOf(row: Record<keyof LineProgress, string>): LineProgress {
  return {
    productType: row.productType,
    quantity: Quantity.parse(row.quantity),
    cancelled: Quantity.parse(row.cancelled),
    picked: Quantity.parse(row.picked),
    shipped: Quantity.parse(row.shipped),
    delivered: Quantity.parse(row.delivered),
  }
}

const leafLines = sql`
  select item.product_type as "productType", item.quantity, item.quantity_cancelled as cancelled, item.quantity_picked as picked,
    item.quantity_shipped as shipped, item.quantity_delivered as delivered
  from app.order_items item
  where item.workspace_id = $1 and item.order_id = $2
    and not exists (select from app.order_items part where part.workspace_id = $1 and part.parent_item_id = item.id)`
