import type { CreateProductBody, ProductStatus, ProductType, UpdateProductBody } from '@prometric/contracts/products'
import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'

/** A product as its row holds it: prices in ten-thousandths of a tenge, quantities and percentages as decimal text. */
export interface ProductRecord {
  code: string
  codeLower: string
  name: string
  nameTranslations: object
  description: string | null
  productType: ProductType
  status: ProductStatus
  categoryId: string | null
  unit: string
  barcode: string | null
  sku: string | null
  price: bigint
  cost: bigint
  minPrice: bigint | null
  vatRateId: string | null
  vatRate: string
  /** Typed by a person and borne by no tax rate: it does not follow the settings. */
  vatRateTyped: boolean
  vatIncluded: boolean
  vatExempt: boolean
  weight: number | string | null
  length: number | string | null
  width: number | string | null
  height: number | string | null
  color: string | null
  primarySupplierId: string | null
  supplierCode: string | null
  purchasePrice: bigint | null
  leadTimeDays: number | null
  minOrderQuantity: string | null
  orderMultiple: string | null
  materialCost: bigint | null
  laborCost: bigint | null
  overheadPercent: string
  markupPercent: string
  productionTimeMinutes: number | null
  costingMethod: string
  batchTracking: boolean
  expiryDays: number | null
  serialTracking: boolean
  minStockLevel: string | null
  maxStockLevel: string | null
  reorderPoint: string | null
  reorderQuantity: string | null
  safetyStock: string | null
  replenishmentPolicy: string
  sellable: boolean
  purchasable: boolean
  digitalKind: string | null
  digitalPayload: object | null
  bundlePricing: string | null
  specifications: object
  customFields: object
  tags: string[]
  discontinuedAt: Date | null
  replacementProductId: string | null
  searchText: string
}

/** What a new product is before anybody said anything of it. Type, code, unit, VAT and what a type allows are decided elsewhere. */
export const emptyProduct: ProductRecord = {
  code: '',
  codeLower: '',
  name: '',
  nameTranslations: {},
  description: null,
  productType: 'PRODUCT',
  status: 'ACTIVE',
  categoryId: null,
  unit: 'шт',
  barcode: null,
  sku: null,
  price: 0n,
  cost: 0n,
  minPrice: null,
  vatRateId: null,
  vatRate: '0',
  vatRateTyped: false,
  vatIncluded: true,
  vatExempt: false,
  weight: null,
  length: null,
  width: null,
  height: null,
  color: null,
  primarySupplierId: null,
  supplierCode: null,
  purchasePrice: null,
  leadTimeDays: null,
  minOrderQuantity: null,
  orderMultiple: null,
  materialCost: null,
  laborCost: null,
  overheadPercent: '20',
  markupPercent: '30',
  productionTimeMinutes: null,
  costingMethod: 'AVERAGE',
  batchTracking: false,
  expiryDays: null,
  serialTracking: false,
  minStockLevel: null,
  maxStockLevel: null,
  reorderPoint: null,
  reorderQuantity: null,
  safetyStock: null,
  replenishmentPolicy: 'MIN_MAX',
  sellable: true,
  purchasable: true,
  digitalKind: null,
  digitalPayload: null,
  bundlePricing: null,
  specifications: {},
  customFields: {},
  tags: [],
  discontinuedAt: null,
  replacementProductId: null,
  searchText: '',
}

const prices = new Set(['price', 'cost', 'minPrice', 'purchasePrice', 'materialCost', 'laborCost'])
const quantities = new Set([
  'minOrderQuantity',
  'orderMultiple',
  'minStockLevel',
  'maxStockLevel',
  'reorderPoint',
  'reorderQuantity',
  'safetyStock',
])
const rates = new Set(['vatRate', 'overheadPercent', 'markupPercent'])

/** What a body says about the row, in the row's own terms; what it leaves out stays out. */
export function saidBy(body: CreateProductBody | UpdateProductBody): Partial<ProductRecord> {
  const { marginPercent, ...rest } = body
  const said = {
    ...rest,
    ...(marginPercent === undefined ? {} : { markupPercent: rest.markupPercent ?? marginPercent }),
  }
  const known = Object.entries(said).filter(([name, value]) => value !== undefined && name in emptyProduct)
  return Object.fromEntries(known.map(([name, value]) => [name, exact(name, value)])) as Partial<ProductRecord>
}

function exact(name: string, value: unknown): unknown {
  if (value === null) return null
  if (prices.has(name)) return UnitPrice.parse(value as number | string).units
  if (quantities.has(name)) return Quantity.parse(value as number | string).toString()
  if (rates.has(name)) return Rate.parse(value as number | string).toString()
  return value
}
