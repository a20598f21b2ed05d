import { Quantity } from '../kernel/quantity.js'
import { against, Refusal } from '../kernel/refusal.js'
import { type OrderInHand, takeOrder } from '../modules/orders/operations/take-order.js'
import { isStocked } from '../modules/orders/order-progress.js'
import { orderLifecycle } from '../modules/orders/order.lifecycle.js'
import { openItem } from '../modules/orders/queries/open-item.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { recordReceived } from './delivery-receipt.js'

/** A service was done, or digital goods were handed over: all that is left of the line unless a quantity is named. */
export async function completeService(
  work: UnitOfWork,
  orderId: string,
  itemId: string,
  quantity: Quantity | undefined,
): Promise<OrderInHand> {
  const order = await takeOrder(work, orderId)
  if (!['CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED'].includes(order.status)) {
    throw new Refusal('INVALID_TRANSITION', {
      from: order.status,
      to: 'DELIVERED',
      allowed: orderLifecycle.from(order.status),
    })
  }
  const item = await openItem(work, orderId, itemId)
  if (isStocked(item.productType) || item.hasParts)
    throw new Refusal('OPERATION_NOT_ALLOWED_FOR_TYPE', { productType: item.productType }, 'itemId')
  const done = quantity ?? item.left
  if (!done.isPositive() || done.compare(item.left) > 0) {
    throw against('DELIVERED_WITHIN_ORDERED', { left: item.left.toNumber() }, 'quantity')
  }
  return recordReceived(work, order, [{ orderItemId: itemId, quantity: done }], {
    deliveredAt: work.now,
    signature: null,
  })
}
