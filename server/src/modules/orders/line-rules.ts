import type { OrderItemBody } from '@prometric/contracts/orders'
import { Quantity } from '../../kernel/quantity.js'
import { Refusal } from '../../kernel/refusal.js'
import { parseScaled } from '../../kernel/scaled.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { lineVat, type ProductFacts } from '../products/public.js'
import type { OrderLine } from './order-line.js'

const discountScale = 4

/**
 * A new line: what the product says where the caller said nothing. A price below the product's least is taken as it is: the gates ask
 * whoever may allow it. `field` points into what was sent.
 */
export function newLine(item: OrderItemBody, product: ProductFacts | undefined, field: string): OrderLine {
  if (!product) throw new Refusal('NOT_FOUND', { product: item.productId }, `${field}.productId`)
  if (!product.sellable || product.status !== 'ACTIVE')
    throw new Refusal('PRODUCT_NOT_SELLABLE', { product: product.name }, `${field}.productId`)
  if (product.obstacle !== null)
    throw new Refusal('PRODUCT_NOT_SELLABLE', { product: product.obstacle }, `${field}.productId`)
  const quantity = Quantity.parse(item.quantity)
  checkQuantity(quantity, product, `${field}.quantity`)
  const unitPrice = item.unitPrice === undefined ? product.price : UnitPrice.parse(item.unitPrice)
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
    ...lineVat(product, item.vatRate, `${field}.vatRate`),
    cost: product.cost,
    requestedDate: item.requestedDate,
    specifications: item.specifications,
    notes: item.notes,
  }
}

/** A line after a wish. What the wish does not name stays as it was agreed, whatever the product says today. */
export function changedLine<Line extends OrderLine>(
  line: Line,
  product: ProductFacts,
  wish: Partial<OrderItemBody>,
): Line {
  const quantity = wish.quantity === undefined ? line.quantity : Quantity.parse(wish.quantity)
  if (wish.quantity !== undefined) checkQuantity(quantity, product, 'quantity')
  const unitPrice = wish.unitPrice === undefined ? line.unitPrice : UnitPrice.parse(wish.unitPrice)
  return {
    ...line,
    quantity,
    unitPrice,
    priceIncludesVat: wish.priceIncludesVat ?? line.priceIncludesVat,
    discount: wish.discount === undefined ? line.discount : parseScaled(wish.discount, discountScale),
    discountType: wish.discountType ?? line.discountType,
    ...(wish.vatRate === undefined ? {} : lineVat(product, wish.vatRate, 'vatRate')),
    requestedDate: wish.requestedDate ?? line.requestedDate,
    specifications: wish.specifications ?? line.specifications,
    notes: wish.notes ?? line.notes,
  }
}

/** At least the minimum, a multiple of the package, and no finer than the unit can be counted. */
function checkQuantity(quantity: Quantity, product: ProductFacts, field: string): void {
  const { minOrderQuantity: minimum, orderMultiple } = product
  const finest = Quantity.of(10n ** BigInt(6 - product.unitPrecision))
  const multiple = orderMultiple !== null && orderMultiple.isPositive() ? orderMultiple : finest
  const uneven = quantity.micro % multiple.micro !== 0n || quantity.micro % finest.micro !== 0n
  if ((minimum !== null && quantity.compare(minimum) < 0) || uneven)
    throw new Refusal('QUANTITY_RULE', { minimum: minimum?.toString() ?? '–', multiple: multiple.toString() }, field)
}
