import type { ProductType } from '@prometric/contracts/products'
import { Quantity } from '../../kernel/quantity.js'
import { invalid, Refusal } from '../../kernel/refusal.js'
import type { ProductRecord } from './product.record.js'

interface Behaviour {
  readonly prefix: string
  readonly stocked: boolean
  readonly soldByDefault: boolean
  readonly purchasable: boolean
}

/** What each type of product may do. */
export const behaviours: Readonly<Record<ProductType, Behaviour>> = {
  PRODUCT: { prefix: 'PRD', stocked: true, soldByDefault: true, purchasable: true },
  MATERIAL: { prefix: 'MAT', stocked: true, soldByDefault: false, purchasable: true },
  SERVICE: { prefix: 'SRV', stocked: false, soldByDefault: true, purchasable: true },
  DIGITAL: { prefix: 'DIG', stocked: false, soldByDefault: true, purchasable: false },
  BUNDLE: { prefix: 'BND', stocked: false, soldByDefault: true, purchasable: false },
  MANUFACTURED: { prefix: 'MAN', stocked: true, soldByDefault: true, purchasable: false },
}

/** What the row alone does not tell. A price of zero is a price once somebody said it. */
export interface Told {
  readonly price: boolean
  readonly cost: boolean
  readonly bundleItems: boolean
  readonly activeBom: boolean
}

/** The fields that an active product of its type still needs. */
export function missingFields(product: ProductRecord, told: Told): string[] {
  const price: [string, boolean] = ['price', told.price]
  const description: [string, boolean] = ['description', Boolean(product.description)]
  const measured = [product.weight, product.length, product.width, product.height].some((value) => value !== null)
  const demands: Record<ProductType, Array<[field: string, given: boolean]>> = {
    PRODUCT: [price, ['purchasePrice', product.purchasePrice !== null || told.cost]],
    MATERIAL: [
      ['price', told.price || product.purchasePrice !== null],
      ['weight', measured],
    ],
    SERVICE: [price],
    DIGITAL: [price, description, ['digitalKind', product.digitalKind !== null]],
    BUNDLE: [
      ['price', told.price || product.bundlePricing === 'COMPONENTS'],
      description,
      ['bundleItems', told.bundleItems],
    ],
    MANUFACTURED: [
      ['materialCost', product.materialCost !== null || told.activeBom],
      ['laborCost', product.laborCost !== null || told.activeBom],
    ],
  }
  return demands[product.productType].filter(([, given]) => !given).map(([field]) => field)
}

/** Refuses to make a product active while something its type demands is missing. */
export function checkComplete(product: ProductRecord, told: Told): void {
  if (product.status !== 'ACTIVE') return
  const missing = missingFields(product, told)
  if (missing.length > 0)
    throw new Refusal('PRODUCT_TYPE_RULE', { productType: product.productType, missing }, missing[0])
}

/** Refuses what the type has no use for, and levels that contradict each other. */
export function checkProduct(product: ProductRecord): void {
  const { productType } = product
  const { stocked, purchasable } = behaviours[productType]
  const forbid = (field: keyof ProductRecord) => {
    if (product[field]) throw new Refusal('OPERATION_NOT_ALLOWED_FOR_TYPE', { productType, field }, field)
  }
  if (!stocked) stockFields.forEach(forbid)
  if (!purchasable) forbid('purchasable')
  if (productType !== 'DIGITAL') forbid('digitalKind')
  if (productType !== 'BUNDLE') forbid('bundlePricing')
  if (product.expiryDays !== null && !product.batchTracking) throw invalid('expiryDays', 'EXPIRY_NEEDS_BATCHES')
  checkOrder(product, ['minStockLevel', 'reorderPoint', 'maxStockLevel'])
}

const stockFields = [
  'minStockLevel',
  'maxStockLevel',
  'reorderPoint',
  'reorderQuantity',
  'safetyStock',
  'batchTracking',
  'expiryDays',
  'serialTracking',
] as const

function checkOrder(
  product: ProductRecord,
  fields: ReadonlyArray<'minStockLevel' | 'reorderPoint' | 'maxStockLevel'>,
): void {
  const given = fields.filter((field) => product[field] !== null)
  given.slice(1).forEach((field, i) => {
    const before = Quantity.parse(product[given[i]!]!)
    if (before.compare(Quantity.parse(product[field]!)) > 0)
      throw invalid(field, 'STOCK_LEVELS_OUT_OF_ORDER', { minimum: before.toString() })
  })
}
