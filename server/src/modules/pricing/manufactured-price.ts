import { wholeRate } from '../../kernel/amount.js'
import type { Rate } from '../../kernel/rate.js'
import { divideRoundingHalfAway } from '../../kernel/rounding.js'
import { UnitPrice } from '../../kernel/unit-price.js'

const unitsPerTiyn = 100n

export interface ManufacturedPriceInput {
  materialCost: UnitPrice
  laborCost: UnitPrice
  overheadPercent: Rate
  markupPercent: Rate
  vatRate: Rate
  vatIncluded: boolean
  vatExempt: boolean
}

export interface ManufacturedPrice {
  baseCost: UnitPrice
  overhead: UnitPrice
  totalCost: UnitPrice
  netPrice: UnitPrice
  /** What stands in the catalogue: whole tiyn, with VAT only when the product's price includes it. */
  price: UnitPrice
}

/** From the cost of material and labour to the selling price. Each figure is rounded once, from the total cost. */
export function manufacturedPrice(input: ManufacturedPriceInput): ManufacturedPrice {
  const baseCost = input.materialCost.plus(input.laborCost)
  const overhead = UnitPrice.of(divideRoundingHalfAway(baseCost.units * input.overheadPercent.units, wholeRate))
  const totalCost = baseCost.plus(overhead)

  const net = totalCost.units * (wholeRate + input.markupPercent.units)
  const netPrice = UnitPrice.of(divideRoundingHalfAway(net, wholeRate))
  const vat = input.vatIncluded && !input.vatExempt ? input.vatRate.units : 0n
  const tiyn = divideRoundingHalfAway(net * (wholeRate + vat), wholeRate * wholeRate * unitsPerTiyn)
  return { baseCost, overhead, totalCost, netPrice, price: UnitPrice.of(tiyn * unitsPerTiyn) }
}
