import type { CreateOrderBody } from '@prometric/contracts/orders'
import { Money } from '../../../kernel/money.js'
import { Rate } from '../../../kernel/rate.js'
import { parseScaled } from '../../../kernel/scaled.js'
import type { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { priceDocument, type PricedDocument, rateSaid, type VatRegime } from '../../pricing/public.js'
import { sellableProducts } from '../../products/public.js'
import { newLine } from '../line-rules.js'
import type { OrderLine } from '../order-line.js'

const discountScale = 4

export type PricedOrderLine = OrderLine & { readonly minPrice: UnitPrice | null }

/**
 * The lines of an order made by hand with what the products say where the caller said nothing, and their amounts. VAT is that of the
 * order's date.
 */
export async function priceOrder(
  work: UnitOfWork,
  body: CreateOrderBody,
): Promise<{ lines: PricedOrderLine[]; priced: PricedDocument; shippingVatRate: Rate; regime: VatRegime }> {
  const productIds = [...new Set(body.items.map((item) => item.productId))]
  const products = await sellableProducts(work, productIds, body.orderDate)
  const lines = body.items.map((item, i) => {
    const product = products.get(item.productId)
    return { ...newLine(item, product, `items.${i}`), minPrice: product!.minPrice }
  })
  const regime = products.get(productIds[0]!)!.vatRegime
  const shippingVatRate =
    body.shippingCost === undefined ? Rate.zero : rateSaid(regime, parsed(body.shippingVatRate), 'shippingVatRate')
  const priced = priceDocument({
    lines,
    linesField: 'items',
    ...(body.discount === undefined
      ? {}
      : { discount: { value: parseScaled(body.discount, discountScale), type: body.discountType ?? 'PERCENTAGE' } }),
    ...(body.shippingCost === undefined ? {} : { shippingCost: Money.parse(body.shippingCost), shippingVatRate }),
  })
  return { lines, priced, shippingVatRate, regime }
}

const parsed = (rate: number | string | undefined) => (rate === undefined ? undefined : Rate.parse(rate))
