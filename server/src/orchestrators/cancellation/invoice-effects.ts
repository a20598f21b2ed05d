import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import type { InvoiceOfOrder, UncreditedLine } from '../../modules/invoices/queries/invoices-of-order.js'
import { amountsLess, keptAmounts } from '../../modules/pricing/public.js'
import { type Effect, effect, least } from './effects.js'
import type { CancellationFacts } from './facts.js'
import type { LineCancellation } from './lines-to-cancel.js'

/**
 * What becomes of the invoices: papers that nobody owes on are void, of the others so much is credited as was invoiced beyond what is
 * still wanted, line by line, the newest invoice first. The way is credited with the order's end.
 */
export function invoiceEffects(
  facts: CancellationFacts,
  lines: readonly LineCancellation[],
  closes: boolean,
): Effect[] {
  const issued = facts.invoices.filter((invoice) => !isPaper(invoice)).toReversed()
  return [
    ...facts.invoices.filter(isPaper).map((invoice) => voided(invoice, closes)),
    ...issued.flatMap((invoice, index) => credit(invoice, lines, issued.slice(0, index), issued, closes)),
  ]
}

/** Nothing is owed on it. */
const isPaper = ({ type, status }: InvoiceOfOrder) => type === 'PROFORMA' || status === 'DRAFT'
const documentOf = ({ id, number }: InvoiceOfOrder) => ({ type: 'invoice', id, number })

function voided(invoice: InvoiceOfOrder, closes: boolean): Effect {
  const issuedAnew = !closes && invoice.type === 'PROFORMA'
  return effect({
    document: documentOf(invoice),
    action: 'VOID',
    amount: invoice.standing,
    reversible: false,
    note: issuedAnew ? 'ISSUED_ANEW' : null,
    deed: { does: 'void invoice', invoiceId: invoice.id, issuedAnew },
  })
}

function credit(
  invoice: InvoiceOfOrder,
  cancelled: readonly LineCancellation[],
  newer: readonly InvoiceOfOrder[],
  all: readonly InvoiceOfOrder[],
  closes: boolean,
): Effect[] {
  const lines = cancelled.flatMap(({ line, openAfter }) => {
    const own = (invoices: readonly InvoiceOfOrder[]) =>
      invoices.flatMap((one) => one.lines.filter((item) => item.orderItemId === line.id))
    const quantityOf = (items: readonly UncreditedLine[]) => Quantity.sum(items.map((item) => item.quantity))
    let beyond = quantityOf(own(all))
      .minus(openAfter)
      .minus(quantityOf(own(newer)))
    return own([invoice]).flatMap((item) => {
      const quantity = least(beyond, item.quantity)
      if (!quantity.isPositive()) return []
      beyond = beyond.minus(quantity)
      const kept = keptAmounts(item.amounts, item.priceIncludesVat, item.quantity, item.quantity.minus(quantity))
      return [{ itemId: item.id, quantity, amounts: amountsLess(item.amounts, kept) }]
    })
  })
  const shippingCost = closes ? invoice.shippingCost : Money.zero
  const shippingTax = closes ? invoice.shippingTax : Money.zero
  const amount = Money.sum([shippingCost, shippingTax, ...lines.map((line) => line.amounts.total)])
  // Nothing is owed on what costs nothing.
  if (amount.isZero()) return []
  return [
    effect({
      document: documentOf(invoice),
      action: 'CREDIT',
      quantity: Quantity.sum(lines.map((line) => line.quantity)),
      amount,
      reversible: false,
      note: 'ORIGINAL_RATES',
      deed: { does: 'credit invoice', invoiceId: invoice.id, lines, shippingCost, shippingTax },
    }),
  ]
}

/** What a plan credits of each invoice. */
export const creditedBy = (effects: readonly Effect[], invoiceId: string): Money =>
  Money.sum(
    effects.flatMap(({ deed, amount }) =>
      deed?.does === 'credit invoice' && deed.invoiceId === invoiceId && amount ? [amount] : [],
    ),
  )
