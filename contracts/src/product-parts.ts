import { z } from 'zod'
import { movementReferences, movementTypes } from './inventory.js'
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

/** The same on the card of a product, with who did it. */
export const productPriceRow = priceHistoryRow.extend({ changedByName: z.string().nullable() })

/** What lies in one warehouse of a product. The cost is null without COST_VIEW. */
export const productBalanceRow = z.object({
  id,
  warehouseId: id,
  warehouseName: z.string(),
  status: z.string(),
  quantity,
  reservedQuantity: quantity,
  availableQuantity: quantity,
  unitCost: unitPrice.nullable(),
})

/** How the stock of a product moved. */
export const productMovementRow = z.object({
  id,
  movementNumber: z.string(),
  type: z.enum(movementTypes),
  warehouseName: z.string(),
  quantity,
  balanceAfter: quantity,
  unitCost: unitPrice.nullable(),
  referenceType: z.enum(movementReferences),
  referenceId: id.nullable(),
  reason: z.string().nullable(),
  notes: z.string().nullable(),
  createdByName: z.string().nullable(),
  occurredAt: instant,
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
