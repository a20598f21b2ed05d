import type { fulfillmentStatuses, OrderStatus } from '@prometric/contracts/orders'
import type { Quantity } from '../../kernel/quantity.js'

export type FulfillmentStatus = (typeof fulfillmentStatuses)[number]

/** One line of goods or work. A bundle that was taken apart is told by its parts, not by itself. */
export interface LineProgress {
  readonly productType: string
  readonly quantity: Quantity
  readonly cancelled: Quantity
  readonly picked: Quantity
  readonly shipped: Quantity
  readonly delivered: Quantity
}

export interface OrderProgress {
  readonly status: OrderStatus
  readonly fulfillmentStatus: FulfillmentStatus
}

/** Goods that pass through the warehouse; everything else is done without being shipped. */
export const isStocked = (productType: string): boolean =>
  productType === 'PRODUCT' || productType === 'MATERIAL' || productType === 'MANUFACTURED'

const moving: ReadonlySet<OrderStatus> = new Set(['CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED'])

/**
 * Where an order stands by what happened to its lines. Only a confirmed order moves by itself: before confirmation, on hold and
 * after the end its status is a person's or a gate's decision and stays as it is.
 */
export function deriveOrderStatus(order: OrderProgress, lines: readonly LineProgress[]): OrderProgress {
  const open = lines.filter((line) => openQuantity(line).isPositive())
  if (open.length === 0) return order
  return {
    status: moving.has(order.status) ? statusBy(order.status, open) : order.status,
    fulfillmentStatus: fulfillmentBy(order, open),
  }
}

/** What of a line is still wanted. */
export const openQuantity = (line: Pick<LineProgress, 'quantity' | 'cancelled'>): Quantity =>
  line.quantity.minus(line.cancelled)

function statusBy(status: OrderStatus, open: readonly LineProgress[]): OrderStatus {
  if (open.every((line) => reached(line, line.delivered))) return 'DELIVERED'
  const stocked = open.filter((line) => isStocked(line.productType))
  if (stocked.length > 0 && stocked.every((line) => reached(line, line.shipped))) return 'SHIPPED'
  if (stocked.length > 0 && stocked.every((line) => reached(line, line.picked))) return 'READY'
  return status === 'CONFIRMED' && !open.some(begun) ? 'CONFIRMED' : 'PROCESSING'
}

function fulfillmentBy(order: OrderProgress, open: readonly LineProgress[]): FulfillmentStatus {
  if (open.every((line) => reached(line, line.delivered))) return 'FULFILLED'
  if (open.some((line) => line.shipped.isPositive() || line.delivered.isPositive())) return 'PARTIALLY'
  if (order.fulfillmentStatus === 'FAILED') return 'FAILED'
  return order.fulfillmentStatus === 'IN_PROGRESS' ||
    order.status === 'PROCESSING' ||
    order.status === 'READY' ||
    open.some(begun)
    ? 'IN_PROGRESS'
    : 'PENDING'
}

const reached = (line: LineProgress, done: Quantity) => done.compare(openQuantity(line)) >= 0
const begun = (line: LineProgress) =>
  line.picked.isPositive() || line.shipped.isPositive() || line.delivered.isPositive()
