import type { orderPaymentStatuses } from '@prometric/contracts/orders'
import type { Money } from '../../kernel/money.js'

export type OrderPaymentStatus = (typeof orderPaymentStatuses)[number]

/** What an order has been paid, by what it costs: `paid` is what is kept after refunds. */
export function orderPaymentStatus({
  total,
  paid,
  refunded,
}: {
  total: Money
  paid: Money
  refunded: Money
}): OrderPaymentStatus {
  if (!paid.isPositive()) return refunded.isPositive() ? 'REFUNDED' : 'PENDING'
  if (paid.compare(total) > 0) return 'OVERPAID'
  if (paid.compare(total) === 0) return 'PAID'
  return refunded.isPositive() ? 'PARTIALLY_REFUNDED' : 'PARTIAL'
}
