import { z } from 'zod'
import { id, instant, quantity, quantityIn, text, unitPrice, unitPriceIn } from './wire.js'

export const receiptStatuses = ['DRAFT', 'CHECKING', 'CONFIRMED', 'CANCELLED'] as const
export type ReceiptStatus = (typeof receiptStatuses)[number]

export const receiptLine = z.object({
  id,
  productId: id,
  productName: z.string(),
  productCode: z.string(),
  unit: z.string(),
  requisitionLineId: id.nullable(),
  quantityExpected: quantity,
  quantityReceived: quantity,
  quantityAccepted: quantity,
  quantityRejected: quantity,
  unitCost: unitPrice,
})

export const receiptRow = z.object({
  id,
  receiptNumber: z.string().nullable(),
  supplierId: id,
  supplierName: z.string(),
  warehouseId: id,
  warehouseName: z.string(),
  status: z.enum(receiptStatuses),
  supplierDocument: z.string().nullable(),
  receivedAt: instant.nullable(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

/** `unitCost` defaults to the requisition's price, then the product's purchase price, then its cost. `confirm` puts the goods in at once. */
export const createReceiptBody = z.strictObject({
  warehouseId: id,
  supplierId: id,
  supplierDocument: text(100).optional(),
  lines: z
    .array(
      z.strictObject({
        productId: id,
        quantity: quantityIn,
        unitCost: unitPriceIn.optional(),
        requisitionLineId: id.optional(),
      }),
    )
    .min(1)
    .max(500),
  confirm: z.boolean().optional(),
})
export type CreateReceiptBody = z.infer<typeof createReceiptBody>
