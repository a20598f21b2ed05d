import { z } from 'zod'
import { orderStatuses } from './orders.js'
import { id, instant, quantity, quantityIn, text } from './wire.js'

export const pickingStatuses = [
  'DRAFT',
  'ASSIGNED',
  'IN_PROGRESS',
  'COMPLETED',
  'PARTIALLY_COMPLETED',
  'CANCELLED',
] as const
export type PickingStatus = (typeof pickingStatuses)[number]

export const pickingLine = z.object({
  id,
  sequence: z.int(),
  orderItemId: id,
  reservationId: id,
  productId: id,
  productName: z.string(),
  productCode: z.string(),
  barcode: z.string().nullable(),
  unit: z.string(),
  quantity,
  pickedQuantity: quantity,
  shortReason: z.string().nullable(),
})

export const pickingRow = z.object({
  id,
  pickingNumber: z.string(),
  orderId: id,
  orderNumber: z.string(),
  orderStatus: z.enum(orderStatuses),
  customerName: z.string().nullable(),
  warehouseId: id,
  warehouseName: z.string(),
  status: z.enum(pickingStatuses),
  priority: z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL']),
  assignedTo: id.nullable(),
  lineCount: z.int(),
  startedAt: instant.nullable(),
  completedAt: instant.nullable(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

/** Without lines everything is picked whole. A line that is named must be whole too: short picking is not offered yet. */
export const completePickingBody = z.strictObject({
  lines: z
    .array(
      z.strictObject({ id, pickedQuantity: z.union([quantityIn, z.literal(0)]), shortReason: text(200).optional() }),
    )
    .min(1)
    .max(200)
    .optional(),
})
export type CompletePickingBody = z.infer<typeof completePickingBody>
