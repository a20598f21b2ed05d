import type { ProductRow } from '@prometric/contracts/products'
import { wholeRate } from '../../kernel/amount.js'
import { Rate } from '../../kernel/rate.js'
import { divideRoundingHalfAway } from '../../kernel/rounding.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { lineVatOf, marginOf, type VatRegime } from '../pricing/public.js'

const unitsPerTiyn = 100n

/** A unit price taken apart: the tax is rounded to the tiyn and the other part takes the rest. No rate means that nothing is charged. */
export function priceParts(
  price: UnitPrice,
  rate: Rate | null,
  included: boolean,
): { net: UnitPrice; gross: UnitPrice } {
  if (rate === null) return { net: price, gross: price }
  const divisor = (included ? wholeRate + rate.units : wholeRate) * unitsPerTiyn
  const vat = UnitPrice.of(divideRoundingHalfAway(price.units * rate.units, divisor) * unitsPerTiyn)
  return included ? { net: price.minus(vat), gross: price } : { net: price, gross: price.plus(vat) }
}

/** A row of the catalogue with the VAT that its product has today, and the prices and margin that follow from it. */
export function withPricesOfToday(regime: VatRegime, row: ProductRow): ProductRow {
  const vat = lineVatOf(regime, { ...row, vatRate: Rate.parse(row.vatRate) })
  const { net, gross } = priceParts(UnitPrice.told(row.price), vat.vatExempt ? null : vat.vatRate, row.vatIncluded)
  const margin = marginOf({ netPrice: net, cost: UnitPrice.told(row.cost ?? 0) })
  return {
    ...row,
    vatRate: vat.vatRate.toNumber(),
    vatExempt: vat.vatExempt,
    priceWithoutVat: net.toNumber(),
    priceWithVat: gross.toNumber(),
    marginAmount: margin.marginAmount.toNumber(),
    marginPercent: margin.marginPercent?.toNumber() ?? null,
  }
}
