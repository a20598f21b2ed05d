import type { CalculatePriceBody, calculatedPrice } from '@prometric/contracts/product-parts'
import type { z } from 'zod'
import { Money } from '../../../kernel/money.js'
import { Rate } from '../../../kernel/rate.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { defaultRate, manufacturedPrice, marginOf, vatRegimeOn, vatSplit } from '../../pricing/public.js'

/** From material and labour to the selling price, with every step shown. */
export async function calculatePrice(
  work: UnitOfWork,
  body: CalculatePriceBody,
): Promise<z.infer<typeof calculatedPrice>> {
  const { vatIncluded = true, vatExempt = false, vatRate: saidRate } = body
  const vatRate = saidRate === undefined ? defaultRate(await vatRegimeOn(work)) : Rate.parse(saidRate)
  const { baseCost, overhead, totalCost, netPrice, price } = manufacturedPrice({
    materialCost: UnitPrice.parse(body.materialCost),
    laborCost: UnitPrice.parse(body.laborCost),
    overheadPercent: Rate.parse(body.overheadPercent ?? 20),
    markupPercent: Rate.parse(body.markupPercent ?? body.marginPercent ?? 30),
    vatRate,
    vatIncluded,
    vatExempt,
  })
  const { net, vat, gross } = vatSplit(Money.of(price.units / 100n), vatExempt ? null : vatRate, vatIncluded)
  const margin = marginOf({ netPrice: UnitPrice.of(net.tiyn * 100n), cost: totalCost })
  return {
    baseCost: baseCost.toNumber(),
    overhead: overhead.toNumber(),
    totalCost: totalCost.toNumber(),
    netPrice: netPrice.toNumber(),
    price: price.toNumber(),
    vatRate: vatRate.toNumber(),
    vatAmount: vat.toNumber(),
    priceWithoutVat: net.toNumber(),
    priceWithVat: gross.toNumber(),
    marginAmount: margin.marginAmount.toNumber(),
    marginPercent: margin.marginPercent?.toNumber() ?? null,
    markupPercent: margin.markupPercent?.toNumber() ?? null,
  }
}
