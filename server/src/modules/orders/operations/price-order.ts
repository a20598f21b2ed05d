import type { CreateOrderBody } from '@prometric/contracts/orders'
import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { Rate } from '../../../kernel/rate.js'
import { Refusal } from '../../../kernel/refusal.js'
import { parseScaled } from '../../../kernel/scaled.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { priceDocument, type PricedDocument } from '../../pricing/public.js'
import { type ProductFacts, sellableProducts } from '../../products/public.js'
import type { OrderLine } from './insert-order.js'

const discountScale = 4

/** The lines of an order made by hand with what the products say where the caller said nothing, and their amounts. */
export async function priceOrder(
  work: UnitOfWork,
  body: CreateOrderBody,
): Promise<{ lines: OrderLine[]; priced: PricedDocument }> {
  const products = await sellableProducts(work, [...new Set(body.items.map((item) => item.productId))])
  const lines = body.items.map((item, i) => lineOf(work, item, products.get(item.productId), `items.${i}`))
  const priced = priceDocument({
    lines,
    linesField: 'items',
    ...(body.discount === undefined
      ? {}
      : { discount: { value: parseScaled(body.discount, discountScale), type: body.discountType ?? 'PERCENTAGE' } }),
    ...(body.shippingCost === undefined
      ? {}
      : {
          shippingCost: Money.parse(body.shippingCost),
          shippingVatRate: Rate.parse(body.shippingVatRate ?? (await work.setting<number>('vat.fixedRate'))),
        }),
  })
  return { lines, priced }
}

function lineOf(
  work: UnitOfWork,
  item: CreateOrderBody['items'][number],
  product: ProductFacts | undefined,
  field: string,
): OrderLine {
  if (!product) throw new Refusal('NOT_FOUND', { product: item.productId }, `${field}.productId`)
  if (!product.sellable || product.status !== 'ACTIVE')
    throw new Refusal('PRODUCT_NOT_SELLABLE', { product: product.name }, `${field}.productId`)
  const quantity = Quantity.parse(item.quantity)
  const { minOrderQuantity: minimum, orderMultiple: multiple } = product
  const breaksMultiple = multiple !== null && multiple.isPositive() && quantity.micro % multiple.micro !== 0n
  if ((minimum !== null && quantity.compare(minimum) < 0) || breaksMultiple)
    throw new Refusal(
      'QUANTITY_RULE',
      { minimum: minimum?.toString() ?? '–', multiple: multiple?.toString() ?? '–' },
      `${field}.quantity`,
    )
  const unitPrice = item.unitPrice === undefined ? product.price : UnitPrice.parse(item.unitPrice)
  if (product.minPrice && unitPrice.compare(product.minPrice) < 0 && !work.allow('PRICES_OVERRIDE'))
    throw new Refusal('PRICE_BELOW_MINIMUM', { minimum: product.minPrice.toString() }, `${field}.unitPrice`)
  return {
    productId: product.id,
    productName: product.name,
    productCode: product.code,
    productType: product.productType,
    unit: product.unit,
    quantity,
    unitPrice,
    priceIncludesVat: item.priceIncludesVat ?? product.vatIncluded,
    discount: parseScaled(item.discount ?? 0, discountScale),
    discountType: item.discountType ?? 'PERCENTAGE',
    vatRate: item.vatRate === undefined ? product.vatRate : Rate.parse(item.vatRate),
    vatExempt: product.vatExempt,
    vatRateId: product.vatRateId,
    cost: product.cost,
    requestedDate: item.requestedDate,
    specifications: item.specifications,
    notes: item.notes,
  }
}
