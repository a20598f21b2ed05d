import { Money } from '../../kernel/money.js'
import type { MoneyOnInvoice, PaymentOfOrder } from '../../modules/payments/queries/money-of-order.js'
import { type Effect, effect, least } from './effects.js'
import type { CancellationFacts, CancellationRequest } from './facts.js'
import { creditedBy } from './invoice-effects.js'

/** A payment, and what of it the cancellation sets free. */
interface Freed {
  readonly payment: PaymentOfOrder
  readonly shares: readonly MoneyOnInvoice[]
  readonly amount: Money
}

/**
 * What becomes of money that was paid: what lies on an invoice beyond what it still asks for comes off it, the newest first; so much of
 * the order's own money as the order still costs stays with it, the oldest first; the rest is the customer's, kept or paid back.
 */
export function moneyEffects(
  facts: CancellationFacts,
  request: CancellationRequest,
  credits: readonly Effect[],
  totalAfter: Money,
): Effect[] {
  const freed = freedMoney(facts, credits)
  const onInvoices = Money.sum(facts.invoices.map((invoice) => invoice.paid))
  const stillPaid = onInvoices.minus(Money.sum(freed.map((one) => one.amount)))
  let wanted = totalAfter.minus(stillPaid)
  return freed.flatMap((one) => {
    const own = one.payment.orderId === facts.order.id
    const loose = own ? one.amount.plus(one.payment.free) : one.amount
    const stays = own && wanted.isPositive() ? least(wanted, loose) : Money.zero
    wanted = wanted.minus(stays)
    const surplus = loose.minus(stays)
    // Money that neither moves nor is free is no matter of the cancellation.
    return surplus.isPositive() || one.shares.length > 0 ? [becomes(one, request, surplus, stays, own)] : []
  })
}

/** The allocations that are beyond what their invoices ask for after the credits. A part of one is taken as its whole and laid back. */
function freedMoney({ invoices, payments }: CancellationFacts, credits: readonly Effect[]): Freed[] {
  const beyond = new Map(
    invoices.map((invoice) => [
      invoice.id,
      invoice.paid.minus(invoice.standing.minus(creditedBy(credits, invoice.id))),
    ]),
  )
  const newestFirst = payments.toReversed().map((payment) => {
    const shares = payment.shares.flatMap((share) => {
      const left = beyond.get(share.invoiceId) ?? Money.zero
      const amount = least(left, share.amount)
      if (!amount.isPositive()) return []
      beyond.set(share.invoiceId, left.minus(amount))
      return [{ ...share, amount }]
    })
    return { payment, shares, amount: Money.sum(shares.map((share) => share.amount)) }
  })
  return newestFirst.toReversed()
}

function becomes(
  { payment, shares }: Freed,
  request: CancellationRequest,
  surplus: Money,
  stays: Money,
  own: boolean,
): Effect {
  const refund = request.choices.paidMoney === 'REFUND' && surplus.isPositive() ? surplus : null
  const leavesOrder = own && stays.isZero() && !refund
  return effect({
    document: { type: 'payment', id: payment.id, number: payment.number },
    action: refund ? 'REFUND' : surplus.isPositive() ? 'ADVANCE' : 'KEEP',
    amount: surplus.isPositive() ? surplus : stays,
    reversible: !refund,
    note: refund ? 'PAID_OUT' : leavesOrder || !own ? 'FREE_FOR_CUSTOMER' : 'STAYS_WITH_ORDER',
    deed: {
      does: 'free money',
      paymentId: payment.id,
      method: payment.method,
      paidFor: payment.orderId,
      shares,
      leavesOrder,
      refund,
    },
  })
}
