import { z } from 'zod'
import {
  bulkItem,
  customFields,
  id,
  instant,
  percent,
  percentIn,
  quantity,
  quantityIn,
  tags,
  text,
  unitPrice,
  unitPriceIn,
  version,
} from './wire.js'

export const productTypes = ['PRODUCT', 'MATERIAL', 'SERVICE', 'DIGITAL', 'BUNDLE', 'MANUFACTURED'] as const
export const productStatuses = ['DRAFT', 'ACTIVE', 'INACTIVE', 'DISCONTINUED'] as const
export const priceFields = ['PRICE', 'COST', 'PURCHASE_PRICE'] as const
export const productType = z.enum(productTypes)
export const productStatus = z.enum(productStatuses)
export const priceField = z.enum(priceFields)
export type ProductType = z.infer<typeof productType>
export type ProductStatus = z.infer<typeof productStatus>
export type PriceField = z.infer<typeof priceField>

const costingMethod = z.enum(['AVERAGE', 'FIFO', 'STANDARD'])
const replenishmentPolicy = z.enum(['NONE', 'MIN_MAX', 'REORDER_POINT', 'MAKE_TO_ORDER'])
const digitalKind = z.enum(['LICENSE', 'SUBSCRIPTION', 'CONTENT'])
const bundlePricing = z.enum(['FIXED', 'COMPONENTS'])
const names = z.partialRecord(z.enum(['kk', 'ru', 'en']), text(500))
/** Kilograms and centimetres: more than nothing, with the decimals their column keeps. */
const measure = (decimals: number) =>
  z
    .number()
    .positive()
    .max(9_999_999)
    .refine((value) => Number(value.toFixed(decimals)) === value, `at most ${decimals} decimals`)
const level = z.union([quantityIn, z.literal(0)])
export const overheadIn = z.union([
  percentIn,
  z
    .number()
    .min(0)
    .max(999)
    .refine((value) => Number(value.toFixed(4)) === value, 'at most 4 decimals'),
])
const days = z.int().min(0).max(3650)

export const productCode = text(100).regex(/^[\p{L}\p{N}._/-]+$/u, 'letters, digits and . _ / -')

export const bundleItemIn = z.strictObject({
  componentId: id,
  quantity: quantityIn,
  sortOrder: z.int().min(0).optional(),
  isOptional: z.boolean().optional(),
  priceShare: percentIn.nullish(),
})
export const bundleItemsBody = z.strictObject({ items: z.array(bundleItemIn).max(50) })
export type BundleItemIn = z.infer<typeof bundleItemIn>
export type BundleItemsBody = z.infer<typeof bundleItemsBody>

const writable = {
  name: text(500).optional(),
  code: productCode.optional(),
  nameTranslations: names.optional(),
  description: text(20_000).nullish(),
  productType: productType.optional(),
  categoryId: id.nullish(),
  unit: text(20).optional(),
  barcode: text(100).nullish(),
  sku: text(100).nullish(),
  price: unitPriceIn.optional(),
  cost: unitPriceIn.optional(),
  minPrice: unitPriceIn.nullish(),
  vatRateId: id.nullish(),
  vatRate: percentIn.optional(),
  vatIncluded: z.boolean().optional(),
  vatExempt: z.boolean().optional(),
  weight: measure(3).nullish(),
  length: measure(2).nullish(),
  width: measure(2).nullish(),
  height: measure(2).nullish(),
  color: text(50).nullish(),
  primarySupplierId: id.nullish(),
  supplierCode: text(100).nullish(),
  purchasePrice: unitPriceIn.nullish(),
  leadTimeDays: days.nullish(),
  minOrderQuantity: quantityIn.nullish(),
  orderMultiple: quantityIn.nullish(),
  materialCost: unitPriceIn.nullish(),
  laborCost: unitPriceIn.nullish(),
  overheadPercent: overheadIn.optional(),
  markupPercent: overheadIn.optional(),
  /** Another name of markupPercent. */
  marginPercent: overheadIn.optional(),
  productionTimeMinutes: z.int().min(0).nullish(),
  costingMethod: costingMethod.optional(),
  batchTracking: z.boolean().optional(),
  expiryDays: z.int().min(1).max(36_500).nullish(),
  serialTracking: z.boolean().optional(),
  minStockLevel: level.nullish(),
  maxStockLevel: level.nullish(),
  reorderPoint: level.nullish(),
  reorderQuantity: level.nullish(),
  safetyStock: level.nullish(),
  replenishmentPolicy: replenishmentPolicy.optional(),
  sellable: z.boolean().optional(),
  purchasable: z.boolean().optional(),
  digitalKind: digitalKind.nullish(),
  digitalPayload: customFields.nullish(),
  bundlePricing: bundlePricing.nullish(),
  specifications: customFields.optional(),
  customFields: customFields.optional(),
  tags: tags.optional(),
}

export const createProductBody = z.strictObject({
  ...writable,
  name: text(500),
  status: z.enum(['DRAFT', 'ACTIVE']).optional(),
  bundleItems: z.array(bundleItemIn).max(50).optional(),
})
export const updateProductBody = z.strictObject({ ...writable, version: version.optional() })
export const productStatusBody = z.strictObject({
  status: productStatus,
  replacementProductId: id.nullish(),
  reason: text(1000).nullish(),
  version: version.optional(),
})
export type CreateProductBody = z.infer<typeof createProductBody>
export type UpdateProductBody = z.infer<typeof updateProductBody>
export type ProductStatusBody = z.infer<typeof productStatusBody>

export const createProductsBody = z.strictObject({
  products: z.array(createProductBody).min(1).max(100),
  atomic: z.boolean().optional(),
})
export const deleteProductsBody = z.strictObject({ ids: z.array(id).min(1).max(100), atomic: z.boolean().optional() })
export type CreateProductsBody = z.infer<typeof createProductsBody>
export type DeleteProductsBody = z.infer<typeof deleteProductsBody>
export const bulkAnswer = z.object({ items: z.array(bulkItem), counts: z.record(z.string(), z.int()) })

export const stockSummary = z.object({
  onHand: quantity,
  reserved: quantity,
  available: quantity,
  status: z.enum(['NOT_STOCKED', 'OUT_OF_STOCK', 'LOW', 'IN_STOCK']),
})

/** A product as lists and cards show it. What reveals the cost is null without COST_VIEW. */
export const productRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  nameTranslations: z.record(z.string(), z.string()),
  description: z.string().nullable(),
  productType,
  status: productStatus,
  categoryId: id.nullable(),
  category: z.object({ id, name: z.string() }).nullable(),
  unit: z.string(),
  barcode: z.string().nullable(),
  sku: z.string().nullable(),
  price: unitPrice,
  currency: z.string(),
  cost: unitPrice.nullable(),
  minPrice: unitPrice.nullable(),
  vatRateId: id.nullable(),
  /** The rate of today: of the named tax rate, else by the settings unless somebody typed one. */
  vatRate: percent,
  vatRateTyped: z.boolean(),
  vatIncluded: z.boolean(),
  vatExempt: z.boolean(),
  priceWithoutVat: z.number(),
  priceWithVat: z.number(),
  marginAmount: z.number().nullable(),
  marginPercent: z.number().nullable(),
  weight: z.number().nullable(),
  length: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  color: z.string().nullable(),
  primarySupplierId: id.nullable(),
  supplierCode: z.string().nullable(),
  purchasePrice: unitPrice.nullable(),
  leadTimeDays: z.int().nullable(),
  minOrderQuantity: quantity.nullable(),
  orderMultiple: quantity.nullable(),
  materialCost: unitPrice.nullable(),
  laborCost: unitPrice.nullable(),
  overheadPercent: percent,
  markupPercent: percent.nullable(),
  productionTimeMinutes: z.int().nullable(),
  costingMethod,
  trackInventory: z.boolean(),
  batchTracking: z.boolean(),
  expiryDays: z.int().nullable(),
  serialTracking: z.boolean(),
  minStockLevel: quantity.nullable(),
  maxStockLevel: quantity.nullable(),
  reorderPoint: quantity.nullable(),
  reorderQuantity: quantity.nullable(),
  safetyStock: quantity.nullable(),
  replenishmentPolicy,
  sellable: z.boolean(),
  purchasable: z.boolean(),
  digitalKind: digitalKind.nullable(),
  digitalPayload: customFields.nullable(),
  bundlePricing: bundlePricing.nullable(),
  images: z.array(z.json()),
  specifications: customFields,
  customFields,
  tags: z.array(z.string()),
  popularity: z.int(),
  lastSoldAt: instant.nullable(),
  lastPurchasedAt: instant.nullable(),
  discontinuedAt: instant.nullable(),
  replacementProductId: id.nullable(),
  inventory: stockSummary,
  createdBy: id.nullable(),
  updatedBy: id.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version,
})
export type ProductRow = z.infer<typeof productRow>
