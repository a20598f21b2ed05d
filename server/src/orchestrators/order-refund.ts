import { Money } from '../kernel/money.js'
import { Refusal } from '../kernel/refusal.js'
import { deriveOrderPayments } from '../modules/orders/operations/derive-order-payments.js'
import { takeOrder } from '../modules/orders/operations/take-order.js'
import { failRefund, payRefund, type RefundInHand, takeRefund } from '../modules/payments/operations/pay-refund.js'
import { requestRefund } from '../modules/payments/operations/request-refund.js'
import { refundableMoney } from '../modules/payments/queries/refundable-money.js'
import { openTasks } from '../modules/tasks/operations/open-tasks.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { orchestrator } from '../platform/orchestration/orchestrator.js'
import type { DomainEvent } from '../platform/outbox/events.js'

interface Refunding {
  refund: RefundInHand
  told: boolean
}

const approved = ({ refund }: Refunding) => refund.status === 'APPROVED'

/** Money that is to go back goes, once it is approved and as long as it is free; its order is told. */
export const orderRefund = orchestrator<Refunding>({
  name: 'order-refund',
  subject: 'refund',
  wakesOn: { 'payment.refund.requested': (event: DomainEvent) => event.aggregateId },
  look: async (work, refundId) => {
    const refund = await takeRefund(work, refundId)
    return refund && { refund, told: refund.status === 'COMPLETED' }
  },
  steps: [
    {
      name: 'leave it to the accountant',
      owed: (facts) => approved(facts) && facts.refund.free < facts.refund.amount,
      run: async (work, facts) => {
        const { refund } = facts
        await failRefund(work, refund.id)
        facts.refund = { ...refund, status: 'FAILED' }
        const about = {
          relatedEntityType: 'refund',
          relatedEntityId: refund.id,
          sourceKey: `refund-failed:${refund.id}`,
        }
        return openTasks(work, [
          {
            title: `Деньги для возврата ${refund.number} уже использованы`,
            type: 'DATA_FIX',
            priority: 'HIGH',
            orderId: refund.orderId,
            customerId: refund.customerId,
            ...about,
          },
        ])
      },
    },
    {
      name: 'pay the money back',
      owed: approved,
      run: async (work, facts) => {
        const payout = await payRefund(work, facts.refund)
        facts.refund = { ...facts.refund, status: 'COMPLETED' }
        return [payout]
      },
    },
    {
      name: 'tell the order what went back',
      owed: (facts) => facts.refund.status === 'COMPLETED' && !facts.told,
      run: async (work, facts) => {
        const { id, orderId, amount, reason } = facts.refund
        facts.told = true
        if (!orderId) return
        const [order] = await deriveOrderPayments(work, [orderId])
        work.announce({
          name: 'order.refunded',
          aggregateType: 'order',
          aggregateId: orderId,
          aggregateVersion: order!.version,
          payload: { orderId, refundId: id, refundAmount: Money.of(amount).toNumber(), reason },
        })
      },
    },
  ],
  waitsFor: ({ refund }) => (refund.status === 'REQUESTED' ? refund.number : undefined),
})

/** A person wants free money of an order paid back: the newest first, unless a payment is named. What is allowed goes at once. */
export async function refundOrder(
  work: UnitOfWork,
  orderId: string,
  { amount, reason, paymentId }: { amount: Money; reason: string; paymentId?: string | undefined },
): Promise<string[]> {
  const order = await takeOrder(work, orderId)
  await work.rows(lockCustomer, [work.workspaceId, order.customerId])
  const money = await refundableMoney(work, orderId)
  const payments = paymentId ? money.filter(({ id }) => id === paymentId) : money
  if (paymentId && payments.length === 0) throw new Refusal('NOT_FOUND', { paymentId }, 'paymentId')
  const free = Money.sum(payments.map((payment) => payment.free))
  if (amount.compare(free) > 0) throw new Refusal('REFUND_EXCEEDS_PAYMENT', { maximum: free.toString() }, 'amount')
  const refundIds: string[] = []
  let left = amount
  for (const payment of payments) {
    const part = left.compare(payment.free) < 0 ? left : payment.free
    if (!part.isPositive()) continue
    left = left.minus(part)
    const wish = {
      paymentId: payment.id,
      method: payment.method,
      customerId: order.customerId!,
      orderId,
      amount: part,
      reason,
    }
    const { id } = await requestRefund(work, { ...wish, key: `order:${orderId}:${order.version}:${payment.id}` })
    await orderRefund.visit(work, id, 'MANUAL', null)
    refundIds.push(id)
  }
  return refundIds
}

const lockCustomer = sql`select id from app.customers where workspace_id = $1 and id = $2 for no key update`
