import { Money } from '../../kernel/money.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { PaidInvoice, PaymentToWrite, Written } from './payment-statements.js'
import type { Share } from './payment-shares.js'

/** What a payment means to the others: that it came, what it pays, and what the customer owes now. */
export function tellPayment(
  work: UnitOfWork,
  payment: PaymentToWrite,
  shares: readonly Share[],
  written: Written,
): void {
  const { id: paymentId, customerId, orderId = null, method } = payment
  const aboutPayment = { aggregateType: 'payment', aggregateId: paymentId, aggregateVersion: 1 }
  const orderOf = new Map(written.invoices.map((invoice) => [invoice.id, invoice.orderId]))
  const allocations = shares.map(({ invoiceId, amount }) => ({
    invoiceId,
    orderId: orderOf.get(invoiceId) ?? null,
    amount: amount.toNumber(),
  }))
  work.announce({
    ...aboutPayment,
    name: 'payment.received',
    payload: {
      paymentId,
      paymentNumber: written.number,
      customerId,
      orderId,
      amount: payment.amount.toNumber(),
      method,
      allocations,
    },
  })
  for (const allocation of allocations)
    work.announce({ ...aboutPayment, name: 'payment.allocated', payload: { paymentId, ...allocation } })
  for (const invoice of written.invoices) tellInvoice(work, payment, invoice)
  work.announce({
    name: 'customer.balance.changed',
    aggregateType: 'customer',
    aggregateId: customerId,
    aggregateVersion: written.customerVersion,
    payload: {
      customerId,
      balance: Money.of(written.balance).toNumber(),
      delta: payment.amount.negated().toNumber(),
      documentType: 'PAYMENT',
      documentId: paymentId,
    },
  })
}

function tellInvoice(work: UnitOfWork, { customerId, paymentDate }: PaymentToWrite, invoice: PaidInvoice): void {
  const { id: invoiceId, orderId } = invoice
  const about = { aggregateType: 'invoice', aggregateId: invoiceId, aggregateVersion: invoice.version }
  if (invoice.status === 'PAID') {
    const daysLate = invoice.dueDate ? daysBetween(invoice.dueDate, paymentDate) : 0
    work.announce({
      ...about,
      name: 'invoice.paid',
      payload: { invoiceId, orderId, customerId, paidAt: work.now.toISOString(), daysLate: Math.max(0, daysLate) },
    })
    return
  }
  work.announce({
    ...about,
    name: 'invoice.partially.paid',
    payload: {
      invoiceId,
      orderId,
      customerId,
      paidAmount: Money.of(invoice.paidAmount).toNumber(),
      balanceDue: Money.of(invoice.balanceDue).toNumber(),
    },
  })
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
