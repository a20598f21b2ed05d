import { Money } from '../../kernel/money.js'
import type { Quantity } from '../../kernel/quantity.js'
import { divideRoundingHalfAway } from '../../kernel/rounding.js'
import type { PricedLine } from './price-engine.js'

/**
 * What a line's amounts become when only `kept` of its `open` quantity stays. Each figure that the price engine rounds is scaled and
 * rounded once; the others are added up, so that gross less discounts is still the price and net and tax still make the total.
 * Documents that begin with the same amounts and lessen them by the same quantities agree to the tiyn, and nothing kept is zero.
 */
export function keptAmounts(line: PricedLine, priceIncludesVat: boolean, open: Quantity, kept: Quantity): PricedLine {
  const scaled = (amount: Money) =>
    open.isZero() ? Money.zero : Money.of(divideRoundingHalfAway(amount.tiyn * kept.micro, open.micro))
  const tax = scaled(line.tax)
  const total = priceIncludesVat ? scaled(line.total) : scaled(line.net).plus(tax)
  const net = total.minus(tax)
  const [lineDiscount, documentDiscountShare] = [scaled(line.lineDiscount), scaled(line.documentDiscountShare)]
  const gross = (priceIncludesVat ? total : net).plus(lineDiscount).plus(documentDiscountShare)
  return { gross, lineDiscount, documentDiscountShare, net, tax, total }
}

/** The difference of two sets of amounts, figure by figure. */
export function amountsLess(line: PricedLine, less: PricedLine): PricedLine {
  return {
    gross: line.gross.minus(less.gross),
    lineDiscount: line.lineDiscount.minus(less.lineDiscount),
    documentDiscountShare: line.documentDiscountShare.minus(less.documentDiscountShare),
    net: line.net.minus(less.net),
    tax: line.tax.minus(less.tax),
    total: line.total.minus(less.total),
  }
}
