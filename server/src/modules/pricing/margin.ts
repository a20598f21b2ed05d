import { wholeRate } from '../../kernel/amount.js'
import { Rate } from '../../kernel/rate.js'
import { divideRoundingHalfAway } from '../../kernel/rounding.js'
import type { UnitPrice } from '../../kernel/unit-price.js'

export interface Margin {
  marginAmount: UnitPrice
  /** Share of the net price that is earned; null when the price is zero. */
  marginPercent: Rate | null
  /** What was put on top of the cost; null when the cost is zero. */
  markupPercent: Rate | null
}

/** What is earned on one unit. Both prices are without VAT. */
export function marginOf({ netPrice, cost }: { netPrice: UnitPrice; cost: UnitPrice }): Margin {
  const marginAmount = netPrice.minus(cost)
  return {
    marginAmount,
    marginPercent: percentage(marginAmount, netPrice),
    markupPercent: percentage(marginAmount, cost),
  }
}

function percentage(part: UnitPrice, whole: UnitPrice): Rate | null {
  return whole.isZero() ? null : Rate.of(divideRoundingHalfAway(part.units * wholeRate, whole.units))
}
