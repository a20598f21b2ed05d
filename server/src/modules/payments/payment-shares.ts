import { Money } from '../../kernel/money.js'
import { Refusal } from '../../kernel/refusal.js'

export interface OpenInvoice {
  readonly id: string
  readonly balance: Money
}

export interface Share {
  readonly invoiceId: string
  readonly amount: Money
}

export interface Payment {
  readonly amount: Money
  /** What the payer or the accountant said the money is for. */
  readonly given: readonly Share[]
  /** Invoices in the order they are served after that: those of the named order, then the customer's, the oldest due first. */
  readonly queue: readonly OpenInvoice[]
}

/** Shares money out over invoices: first as it was told, then down the queue; what is left is an advance. */
export function sharePayment({ amount, given, queue }: Payment): { shares: Share[]; rest: Money } {
  const shares = new Map<string, Money>()
  let rest = amount
  const balances = new Map(queue.map((invoice) => [invoice.id, invoice.balance]))
  const give = (invoiceId: string, part: Money) => {
    shares.set(invoiceId, (shares.get(invoiceId) ?? Money.zero).plus(part))
    balances.set(invoiceId, (balances.get(invoiceId) ?? Money.zero).minus(part))
    rest = rest.minus(part)
  }
  for (const [index, { invoiceId, amount: part }] of given.entries()) {
    const field = `allocations[${index}]`
    const balance = balances.get(invoiceId)
    if (!balance?.isPositive()) throw new Refusal('ALREADY_PAID', { invoiceId }, field)
    const available = least(balance, rest)
    if (part.compare(available) > 0)
      throw new Refusal('OVER_ALLOCATION', { invoiceId, available: available.toString() }, field)
    give(invoiceId, part)
  }
  for (const { id } of queue) {
    const part = least(balances.get(id)!, rest)
    if (part.isPositive()) give(id, part)
  }
  return { shares: [...shares].map(([invoiceId, part]) => ({ invoiceId, amount: part })), rest }
}

const least = (one: Money, other: Money) => (one.compare(other) <= 0 ? one : other)
