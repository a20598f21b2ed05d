import type { ChangeDealLineBody, DealLineBody } from '@prometric/contracts/deal-commands'
import { wholeRate } from '../../kernel/amount.js'
import { newId } from '../../kernel/ids.js'
import { Quantity } from '../../kernel/quantity.js'
import { Refusal } from '../../kernel/refusal.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { ofLaw } from '../pricing/public.js'
import { lineVat, sellableProducts, type ProductFacts } from '../products/public.js'
import type { DealLine } from './deal-line.js'

/** A wished line; a copied one also says where its price came from, and what VAT it bore: of that DATED takes the rate of today. */
export type WishedLine = DealLineBody & Partial<Pick<DealLine, 'priceSource' | 'vatCategory'>>

/** Makes lines of what was asked for, with snapshots of the products as they are now. `field` is what the sender calls the list. */
export async function newLines(
  work: UnitOfWork,
  wishes: readonly WishedLine[],
  field: string,
  firstOrder = 0,
): Promise<DealLine[]> {
  if (wishes.length === 0) return []
  const products = await sellableProducts(work, [...new Set(wishes.map((wish) => wish.productId))])
  return wishes.map((wish, index) =>
    lineOf(work, products.get(wish.productId), wish, { field: `${field}[${index}]`, order: firstOrder + index }),
  )
}

function lineOf(
  work: UnitOfWork,
  product: ProductFacts | undefined,
  wish: WishedLine,
  at: { field: string; order: number },
): DealLine {
  if (!product?.sellable || product.status !== 'ACTIVE')
    throw new Refusal(
      'PRODUCT_NOT_SELLABLE',
      { product: product?.name ?? wish.productId, productId: wish.productId },
      `${at.field}.productId`,
    )
  if (product.obstacle !== null)
    throw new Refusal(
      'PRODUCT_NOT_SELLABLE',
      { product: product.obstacle, productId: product.id },
      `${at.field}.productId`,
    )
  const base: DealLine = {
    id: newId(),
    productId: product.id,
    productName: product.name,
    productCode: product.code,
    productType: product.productType,
    quantity: Quantity.parse(wish.quantity),
    unit: product.unit,
    unitPrice: product.price,
    priceIncludesVat: product.vatIncluded,
    discount: 0n,
    discountType: 'PERCENTAGE',
    ...lineVat(product, undefined, at.field),
    cost: product.cost,
    priceSource: 'PRODUCT',
    specifications: {},
    notes: null,
    sortOrder: at.order,
  }
  return changedLine(work, base, product, wish, at.field)
}

/** A line after a wish; prices below the list need the right to set them. */
export function changedLine(
  work: UnitOfWork,
  line: DealLine,
  product: ProductFacts,
  wish: ChangeDealLineBody & Partial<WishedLine>,
  field: string,
): DealLine {
  const unitPrice = wish.unitPrice === undefined ? line.unitPrice : UnitPrice.parse(wish.unitPrice)
  const copiedVat = product.vatRegime.mode === 'DATED' ? wish.vatCategory : undefined
  const rate = copiedVat ? undefined : (wish.vatRate ?? wish.tax)
  const manual = wish.unitPrice !== undefined && !unitPrice.equals(product.price)
  const changed: DealLine = {
    ...line,
    quantity: wish.quantity === undefined ? line.quantity : Quantity.parse(wish.quantity),
    unitPrice,
    priceIncludesVat: wish.priceIncludesVat ?? line.priceIncludesVat,
    discount: wish.discount === undefined ? line.discount : UnitPrice.parse(wish.discount).units,
    discountType: wish.discountType ?? line.discountType,
    ...(copiedVat && !line.vatExempt ? ofLaw(product.vatRegime, copiedVat) : {}),
    ...(rate === undefined ? {} : lineVat(product, rate, `${field}.${wish.vatRate === undefined ? 'tax' : 'vatRate'}`)),
    priceSource: wish.priceSource ?? (wish.unitPrice === undefined ? line.priceSource : manual ? 'MANUAL' : 'PRODUCT'),
    specifications: wish.specifications ?? line.specifications,
    notes: wish.notes === undefined ? line.notes : wish.notes,
    sortOrder: wish.sortOrder ?? line.sortOrder,
  }
  if (wish.quantity !== undefined) checkQuantity(changed.quantity, product, `${field}.quantity`)
  const repriced = manual || (wish.priceIncludesVat !== undefined && wish.priceIncludesVat !== line.priceIncludesVat)
  if (repriced && wish.priceSource === undefined) checkPrice(work, changed, product, `${field}.unitPrice`)
  return changed
}

/** At least the minimum, a multiple of the package, and no finer than the unit can be counted. */
export function checkQuantity(
  quantity: Quantity,
  product: Pick<ProductFacts, 'minOrderQuantity' | 'orderMultiple' | 'unitPrecision'>,
  field: string,
): void {
  const finest = Quantity.of(10n ** BigInt(6 - product.unitPrecision))
  const step = product.orderMultiple && !product.orderMultiple.isZero() ? product.orderMultiple : finest
  const least = product.minOrderQuantity ?? step
  const uneven = quantity.micro % step.micro !== 0n || quantity.micro % finest.micro !== 0n
  if (quantity.compare(least) < 0 || uneven)
    throw new Refusal('QUANTITY_RULE', { minimum: least.toNumber(), multiple: step.toNumber() }, field)
}

function checkPrice(work: UnitOfWork, line: DealLine, product: ProductFacts, field: string): void {
  if (work.allow('PRICES_OVERRIDE')) return
  const list = {
    unitPrice: product.price,
    priceIncludesVat: product.vatIncluded,
    vatRate: product.vatRate,
    vatExempt: product.vatExempt,
  }
  if (product.minPrice && isCheaper(line, { ...list, unitPrice: product.minPrice }))
    throw new Refusal('PRICE_BELOW_MINIMUM', { minimum: product.minPrice.toNumber() }, field)
  if (isCheaper(line, list)) throw new Refusal('FORBIDDEN', { permission: 'PRICES_OVERRIDE' }, field)
}

type Priced = Pick<DealLine, 'unitPrice' | 'priceIncludesVat' | 'vatRate' | 'vatExempt'>

/** Compares prices without VAT, exactly: each is multiplied by the other's divisor. */
export function isCheaper(one: Priced, other: Priced): boolean {
  const divisor = (price: Priced) =>
    price.priceIncludesVat && !price.vatExempt ? wholeRate + price.vatRate.units : wholeRate
  return one.unitPrice.units * divisor(other) < other.unitPrice.units * divisor(one)
}
