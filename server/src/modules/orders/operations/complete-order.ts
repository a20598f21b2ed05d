import { Money } from '../../../kernel/money.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { changeOrderStatus } from './change-order-status.js'
import type { OrderInHand } from './take-order.js'

/** Ends a delivered order: nothing more is expected of either side. */
export async function completeOrder(work: UnitOfWork, order: OrderInHand, reason?: string): Promise<OrderInHand> {
  const completed = await changeOrderStatus(work, {
    order,
    to: 'COMPLETED',
    ...(reason && { reason }),
    set: { completedAt: work.now },
  })
  work.announce({
    name: 'order.completed',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: completed.version,
    payload: {
      orderId: order.id,
      customerId: order.customerId,
      dealId: order.dealId,
      totalAmount: Money.of(order.totalAmount),
      marginAmount: order.marginAmount === null ? null : Money.of(order.marginAmount),
    },
  })
  return completed
}
