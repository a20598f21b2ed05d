import { approvalTypes } from '@prometric/contracts/approvals'
import { Money } from '../../kernel/money.js'
import { cancelRequests } from '../../modules/approvals/public.js'
import { advanceOrder } from '../../modules/orders/operations/advance-order.js'
import { cancelOrder } from '../../modules/orders/operations/cancel-order.js'
import { deriveOrderPayments } from '../../modules/orders/operations/derive-order-payments.js'
import { recordDeliveredLines } from '../../modules/orders/operations/record-delivered-lines.js'
import { sayUpdated } from '../../modules/orders/operations/say-updated.js'
import type { OrderInHand } from '../../modules/orders/operations/take-order.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { tellDelivered } from '../delivery-receipt.js'
import { tryComplete } from '../order-completion.js'
import { tellOrder } from '../payment-processing.js'
import type { Cancellation } from './cancellation.js'

/** The order ends with its last line; what is left of one goes to where its lines have come, and is looked at by its gates anew. */
export async function endOrGoOn(work: UnitOfWork, cancellation: Cancellation): Promise<void> {
  const { plan, reason, hadPayments } = cancellation
  const order = await paidAnew(work, cancellation)
  // What is still asked about an order that ends needs no answer.
  if (plan.closes) await cancelRequests(work, order.id, approvalTypes, reason)
  cancellation.order = plan.closes
    ? await cancelOrder(work, order, { reason, hadPayments })
    : await goOn(work, order, plan)
}

/** What the orders were paid changes with the money that was freed, and with what they cost. Another order may get its own money back. */
async function paidAnew(work: UnitOfWork, { order, plan }: Cancellation): Promise<OrderInHand> {
  const back = plan.effects.flatMap(({ deed }) =>
    deed?.does === 'free money' && deed.paidFor && deed.paidFor !== order.id && deed.shares.length > 0
      ? [{ ...deed, orderId: deed.paidFor }]
      : [],
  )
  const paid = await deriveOrderPayments(work, [...new Set([order.id, ...back.map((one) => one.orderId)])])
  for (const { orderId, paymentId, shares } of back) {
    const amount = Money.sum(shares.map((share) => share.amount)).toNumber()
    tellOrder(work, { ...paid.find((one) => one.id === orderId)!, paymentId, amount })
  }
  const { version, paymentStatus, paidAmount } = paid.find((one) => one.id === order.id)!
  return { ...order, version, paymentStatus, paidAmount: paidAmount.tiyn }
}

async function goOn(work: UnitOfWork, order: OrderInHand, plan: Cancellation['plan']): Promise<OrderInHand> {
  const items = plan.effects.flatMap(({ deed }) => (deed?.does === 'cancel line' ? [deed] : []))
  sayUpdated(work, order, order.version, {
    cancelledItems: items.map(({ itemId, by }) => ({ itemId, quantity: by.toNumber() })),
    totalAmount: Money.of(order.totalAmount).toNumber(),
  })
  const handedOver = plan.effects.some(({ note }) => note === 'SHIPPED_STAYS')
  // A bundle may be delivered by this: the sets that were missing are not wanted any more.
  const bundles = handedOver ? await recordDeliveredLines(work, order.id, []) : []
  const moved = await advanceOrder(work, order)
  // Everything that is still wanted has arrived: what was left to recognise is earned now.
  if (moved.status === 'DELIVERED' && order.status !== 'DELIVERED')
    await tellDelivered(work, moved, bundles, { deliveredAt: work.now, signature: null })
  return tryComplete(work, moved)
}
