import type { AppliedAdvance } from '../modules/invoices/operations/apply-advances.js'
import { deriveOrderPayments, type PaidOrder } from '../modules/orders/operations/derive-order-payments.js'
import { type OrderInHand, takeOrder } from '../modules/orders/operations/take-order.js'
import { recordPayment } from '../modules/payments/operations/record-payment.js'
import type { PaymentCommand } from '../modules/payments/payment-command.js'
import { receivedPayment } from '../modules/payments/queries/received-payment.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { orchestrator } from '../platform/orchestration/orchestrator.js'
import { completable, tryComplete } from './order-completion.js'

/** Takes money in and lets the orders it pays know, in one transaction. */
export async function receivePayment(work: UnitOfWork, command: PaymentCommand): Promise<{ paymentId: string }> {
  const { paymentId, orderIds } = await recordPayment(work, command)
  await deriveOrderPayments(work, orderIds)
  return { paymentId }
}

/** What of its customer's free money went to the new invoice of an order is told to it, as if it had been paid now. The caller has locked it. */
export async function takeFreeMoney(
  work: UnitOfWork,
  orderId: string,
  advances: readonly AppliedAdvance[],
): Promise<void> {
  const free = advances.filter((advance) => advance.isFree)
  if (free.length === 0) return
  const [paid] = await deriveOrderPayments(work, [orderId])
  for (const { paymentId, amount } of free) tellOrder(work, { ...paid!, paymentId, amount: amount.toNumber() })
}

/** A locked order is told of money that is its own from now on. */
export function tellOrder(
  work: UnitOfWork,
  told: PaidOrder & { readonly paymentId: string; readonly amount: number },
): void {
  const { id, version, paymentId, amount, paymentStatus, paidAmount } = told
  work.announce({
    name: 'order.payment.received',
    aggregateType: 'order',
    aggregateId: id,
    aggregateVersion: version,
    payload: { orderId: id, paymentId, amount, paymentStatus, paidAmount: paidAmount.toNumber() },
  })
}

interface PaidOrders {
  readonly paymentId: string
  /** Orders that have not yet been told of this payment. */
  untold: Array<PaidOrder & { readonly amount: number }>
  orders: OrderInHand[]
}

/** What a payment owes once it is in the books: its orders are told, so that their holds open, and what is delivered and paid ends. */
export const paymentProcessing = orchestrator<PaidOrders>({
  name: 'payment-processing',
  subject: 'payment',
  wakesOn: { 'payment.received': (event) => event.aggregateId },
  look: async (work, paymentId) => {
    const shares = await receivedPayment(work, paymentId)
    const orders: OrderInHand[] = []
    for (const { orderId } of shares) orders.push(await takeOrder(work, orderId))
    const paid = await deriveOrderPayments(
      work,
      shares.map((share) => share.orderId),
    )
    return {
      paymentId,
      untold: paid.map((order) => ({ ...order, amount: shares.find((share) => share.orderId === order.id)!.amount })),
      orders: orders.map((order) => ({ ...order, ...stateOf(paid, order) })),
    }
  },
  steps: [
    {
      name: 'tell the orders what they were paid',
      owed: (payment) => payment.untold.length > 0,
      run: async (work, payment) => {
        for (const order of payment.untold) tellOrder(work, { ...order, paymentId: payment.paymentId })
        payment.untold = []
      },
    },
    {
      name: 'end what is delivered and paid',
      owed: (payment) => payment.orders.some(completable),
      run: async (work, payment) => {
        const left: OrderInHand[] = []
        for (const order of payment.orders.filter(completable)) left.push(await tryComplete(work, order))
        // What is not invoiced in full yet ends with its invoice.
        payment.orders = left.filter((order) => order.status === 'COMPLETED')
      },
    },
  ],
})

const stateOf = (paid: readonly PaidOrder[], order: OrderInHand) => {
  const { version, paymentStatus, paidAmount } = paid.find((one) => one.id === order.id)!
  return { version, paymentStatus, paidAmount: paidAmount.tiyn }
}
