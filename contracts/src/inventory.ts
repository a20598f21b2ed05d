import { z } from 'zod'
import {
  day,
  id,
  instant,
  money,
  quantity,
  quantityIn,
  signedQuantityIn,
  text,
  unitPrice,
  unitPriceIn,
} from './wire.js'

export const warehouseTypes = ['MAIN', 'BRANCH', 'PRODUCTION', 'TRANSIT', 'QUARANTINE', 'RETURNS', 'VIRTUAL'] as const
export const movementTypes = [
  'RECEIPT',
  'ISSUE',
  'TRANSFER_OUT',
  'TRANSFER_IN',
  'ADJUSTMENT_IN',
  'ADJUSTMENT_OUT',
  'PRODUCTION_IN',
  'PRODUCTION_OUT',
  'RETURN_IN',
  'RETURN_OUT',
  'SCRAP',
  'STATUS_CHANGE',
] as const
export const movementReferences = [
  'ORDER',
  'SHIPMENT',
  'PRODUCTION_ORDER',
  'WORK_ORDER',
  'GOODS_RECEIPT',
  'TRANSFER',
  'COUNT',
  'RETURN',
  'MANUAL',
] as const
export const adjustmentReasons = [
  'COUNT',
  'DAMAGE',
  'LOSS',
  'FOUND',
  'EXPIRY',
  'CORRECTION',
  'OPENING_BALANCE',
  'OTHER',
] as const
export const reservationStatuses = ['ACTIVE', 'CONSUMED', 'RELEASED', 'EXPIRED'] as const
export const stockLevels = ['OUT_OF_STOCK', 'LOW_STOCK', 'REORDER_NEEDED', 'IN_STOCK'] as const

export const warehouseRow = z.object({
  id,
  name: z.string(),
  code: z.string(),
  type: z.enum(warehouseTypes),
  address: z.unknown(),
  managerId: id.nullable(),
  capacity: z.number().nullable(),
  isDefault: z.boolean(),
  isSellable: z.boolean(),
  isActive: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
})

/** QUARANTINE and TRANSIT are never sold from. The first warehouse that is made the default takes the place of the one before. */
export const createWarehouseBody = z.strictObject({
  name: text(255),
  code: text(50),
  type: z.enum(warehouseTypes).optional(),
  address: z.record(z.string().max(50), z.json()).optional(),
  managerId: id.optional(),
  capacity: z.number().min(0).max(9_999_999_999).optional(),
  isDefault: z.boolean().optional(),
  isSellable: z.boolean().optional(),
})
export type CreateWarehouseBody = z.infer<typeof createWarehouseBody>

/** `unitCost` and `value` are null without the right to see costs. */
export const balanceRow = z.object({
  id,
  warehouseId: id,
  warehouseName: z.string(),
  productId: id,
  productCode: z.string(),
  productName: z.string(),
  unit: z.string(),
  status: z.string(),
  quantity,
  reservedQuantity: quantity,
  availableQuantity: quantity,
  stockLevel: z.enum(stockLevels),
  unitCost: unitPrice.nullable(),
  value: z.number().nullable(),
  lastMovementAt: instant,
})

export const movementRow = z.object({
  id,
  movementNumber: z.string(),
  type: z.enum(movementTypes),
  warehouseId: id,
  productId: id,
  productName: z.string(),
  quantity,
  balanceAfter: quantity,
  unitCost: unitPrice.nullable(),
  totalCost: money.nullable(),
  referenceType: z.enum(movementReferences),
  referenceId: id.nullable(),
  referenceLineId: id.nullable(),
  reason: z.string().nullable(),
  notes: z.string().nullable(),
  createdBy: id.nullable(),
  occurredAt: instant,
})

export const reservationRow = z.object({
  id,
  productId: id,
  productName: z.string(),
  warehouseId: id,
  quantity,
  consumedQuantity: quantity,
  kind: z.enum(['SOFT', 'HARD']),
  status: z.enum(reservationStatuses),
  ownerType: z.enum(['ORDER_ITEM', 'PRODUCTION_MATERIAL', 'TRANSFER']),
  ownerId: id,
  orderId: id.nullable(),
  expiresAt: instant.nullable(),
  releasedReason: z.string().nullable(),
  createdAt: instant,
})

export const adjustProductBody = z.strictObject({
  warehouseId: id,
  adjustment: signedQuantityIn,
  reason: z.enum(adjustmentReasons),
  notes: text(2000).optional(),
  unitCost: unitPriceIn.optional(),
})
export const adjustStockBody = adjustProductBody.extend({ productId: id })
export type AdjustProductBody = z.infer<typeof adjustProductBody>
export type AdjustStockBody = z.infer<typeof adjustStockBody>

export const productIdParams = z.strictObject({ productId: id })
export type ProductIdParams = z.infer<typeof productIdParams>

export const productStock = z.object({
  productId: id,
  rows: z.array(
    z.object({
      warehouseId: id,
      warehouse: z.string(),
      status: z.string(),
      quantity,
      reserved: quantity,
      available: quantity,
      unitCost: z.number().nullable(),
    }),
  ),
  totals: z.object({
    onHand: quantity,
    reserved: quantity,
    available: quantity,
    incoming: quantity,
    inProduction: quantity,
  }),
  reservations: z.array(
    z.object({ id, warehouseId: id, ownerType: z.string(), ownerId: id, orderId: id.nullable(), quantity }),
  ),
})

export const checkStockBody = z.strictObject({
  lines: z
    .array(z.strictObject({ productId: id, quantity: quantityIn }))
    .min(1)
    .max(500),
})
export type CheckStockBody = z.infer<typeof checkStockBody>

export const stockAvailability = z.object({
  lines: z.array(
    z.object({
      productId: id,
      requested: quantity,
      available: quantity,
      short: quantity,
      byWarehouse: z.array(z.object({ warehouseId: id, available: quantity })),
      source: z.enum(['STOCK', 'PRODUCE', 'BUY', 'NONE']),
      earliestDate: day.nullable(),
    }),
  ),
})
