import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { manufacturedPrice } from '../pricing/public.js'
import type { ProductRecord } from './product.record.js'

/** What a manufactured product costs and should sell for; undefined while material or labour is unknown, or for any other type. */
export function calculated(product: ProductRecord): { cost: bigint; price: bigint } | undefined {
  const { productType, materialCost, laborCost } = product
  if (productType !== 'MANUFACTURED' || materialCost === null || laborCost === null) return undefined
  const { totalCost, price } = manufacturedPrice({
    materialCost: UnitPrice.of(materialCost),
    laborCost: UnitPrice.of(laborCost),
    overheadPercent: Rate.parse(product.overheadPercent),
    markupPercent: Rate.parse(product.markupPercent),
    vatRate: Rate.parse(product.vatRate),
    vatIncluded: product.vatIncluded,
    vatExempt: product.vatExempt,
  })
  return { cost: totalCost.units, price: price.units }
}
