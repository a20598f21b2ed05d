import { wholeRate } from '../../kernel/amount.js'
import { Money } from '../../kernel/money.js'
import type { Rate } from '../../kernel/rate.js'
import { divideRoundingHalfAway } from '../../kernel/rounding.js'

export interface VatSplit {
  net: Money
  vat: Money
  gross: Money
}

/** Splits a priced amount into net and VAT. No rate means exempt or without VAT: nothing is charged. */
export function vatSplit(priced: Money, rate: Rate | null, included: boolean): VatSplit {
  if (rate === null) return { net: priced, vat: Money.zero, gross: priced }
  const base = included ? wholeRate + rate.units : wholeRate
  const vat = Money.of(divideRoundingHalfAway(priced.tiyn * rate.units, base))
  return included ? { net: priced.minus(vat), vat, gross: priced } : { net: priced, vat, gross: priced.plus(vat) }
}
