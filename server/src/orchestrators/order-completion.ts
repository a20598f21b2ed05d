import { invoicedFor } from '../modules/invoices/public.js'
import { completeOrder } from '../modules/orders/operations/complete-order.js'
import { type OrderInHand, takeOrder } from '../modules/orders/operations/take-order.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'

/** Ends an order that is delivered, paid in full and invoiced in full. Anything else is left as it is; safe at any moment. */
export async function tryComplete(work: UnitOfWork, order: OrderInHand | string): Promise<OrderInHand> {
  const inHand = typeof order === 'string' ? await takeOrder(work, order) : order
  if (!completable(inHand)) return inHand
  const invoiced = await invoicedFor(work, inHand.id)
  return invoiced.tiyn >= inHand.totalAmount ? completeOrder(work, inHand) : inHand
}

/** Delivered, and nothing is to be paid any more. */
export const completable = (order: OrderInHand): boolean =>
  order.status === 'DELIVERED' &&
  (order.totalAmount === 0n || order.paymentStatus === 'PAID' || order.paymentStatus === 'OVERPAID')

/** A person ends a delivered order, whatever is still to be paid. */
export async function completeByHand(work: UnitOfWork, orderId: string): Promise<OrderInHand> {
  return completeOrder(work, await takeOrder(work, orderId))
}
