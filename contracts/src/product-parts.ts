import { z } from 'zod'
import { overheadIn, priceField, productStatus, productType } from './products.js'
import { day, id, instant, money, percent, percentIn, quantity, text, unitPrice, unitPriceIn } from './wire.js'

export const productSearchQuery = z.strictObject({
  q: text(200),
  limit: z
    .string()
    .regex(/^([1-9]|1\d|20)$/)
    .optional(),
  forSale: z.enum(['true', 'false']).optional(),
})
export const productHit = z.object({
  id,
  code: z.string(),
  name: z.string(),
  productType,
  status: productStatus,
  unit: z.string(),
  barcode: z.string().nullable(),
  price: unitPrice,
  vatRate: percent,
  vatIncluded: z.boolean(),
  available: quantity,
})
export type ProductSearchQuery = z.infer<typeof productSearchQuery>

export const priceHistoryQuery = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  field: priceField.optional(),
})
export const priceHistoryRow = z.object({
  id,
  field: priceField,
  oldValue: unitPrice.nullable(),
  newValue: unitPrice,
  validFrom: instant,
  changedBy: id.nullable(),
  reason: z.enum(['MANUAL', 'IMPORT', 'RECALCULATION', 'RECEIPT', 'PRODUCTION', 'PRICE_LIST']),
  sourceId: id.nullable(),
})

export const bundleItemRow = z.object({
  id,
  componentId: id,
  componentCode: z.string(),
  componentName: z.string(),
  unit: z.string(),
  quantity,
  sortOrder: z.int(),
  isOptional: z.boolean(),
  priceShare: percent.nullable(),
})

export const calculatePriceBody = z.strictObject({
  materialCost: unitPriceIn,
  laborCost: unitPriceIn,
  overheadPercent: overheadIn.optional(),
  markupPercent: overheadIn.optional(),
  marginPercent: overheadIn.optional(),
  vatRate: percentIn.optional(),
  vatIncluded: z.boolean().optional(),
  vatExempt: z.boolean().optional(),
})
export type CalculatePriceBody = z.infer<typeof calculatePriceBody>
export const calculatedPrice = z.object({
  baseCost: unitPrice,
  overhead: unitPrice,
  totalCost: unitPrice,
  netPrice: unitPrice,
  price: unitPrice,
  vatRate: percent,
  vatAmount: money,
  priceWithoutVat: money,
  priceWithVat: money,
  marginAmount: unitPrice,
  marginPercent: percent.nullable(),
  markupPercent: percent.nullable(),
})
