import { z } from 'zod'
import { fulfillmentStatuses, orderStatuses } from './orders.js'
import { day, id, instant, money, moneyIn, quantity, quantityIn, text, unitPrice } from './wire.js'

export const shipmentStatuses = ['DRAFT', 'READY', 'DISPATCHED', 'DELIVERED', 'RETURNED', 'CANCELLED'] as const
export const deliveryStatuses = [
  'PLANNED',
  'ASSIGNED',
  'LOADING',
  'IN_TRANSIT',
  'DELIVERED',
  'PARTIALLY_DELIVERED',
  'FAILED',
  'RETURNED',
  'CANCELLED',
] as const
export const deliveryFailReasons = ['NO_RECIPIENT', 'REFUSED', 'WRONG_ADDRESS', 'DAMAGED', 'VEHICLE', 'OTHER'] as const

export const shipmentRow = z.object({
  id,
  shipmentNumber: z.string(),
  waybillNumber: z.string().nullable(),
  orderId: id,
  orderNumber: z.string(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  warehouseId: id,
  warehouseName: z.string(),
  status: z.enum(shipmentStatuses),
  method: z.string(),
  carrierName: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  shippedAt: instant.nullable(),
  estimatedDelivery: day.nullable(),
  deliveredAt: instant.nullable(),
  address: z.json().nullable(),
  totalWeight: z.number().nullable(),
  shippingCost: money,
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

/** The cost is shown to those who may see costs. */
export const shipmentLineRow = z.object({
  id,
  orderItemId: id,
  productId: id,
  productName: z.string(),
  unit: z.string(),
  quantity,
  unitCost: unitPrice.nullable(),
  deliveredQuantity: quantity,
  returnedQuantity: quantity,
})

export const deliveryOrderRow = z.object({
  id,
  deliveryNumber: z.string(),
  sourceOrderId: id,
  sourceOrderType: z.string(),
  orderNumber: z.string().nullable(),
  orderStatus: z.enum(orderStatuses).nullable(),
  shipmentId: id.nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  status: z.enum(deliveryStatuses),
  priority: z.string(),
  deliveryAddress: z.json().nullable(),
  addressMissing: z.boolean(),
  recipientName: z.string().nullable(),
  recipientPhone: z.string().nullable(),
  scheduledDate: day.nullable(),
  trackingNumber: z.string().nullable(),
  startedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  failedAt: instant.nullable(),
  failReason: z.enum(deliveryFailReasons).nullable(),
  failComment: z.string().nullable(),
  attempt: z.int(),
  proof: z.json().nullable(),
  codAmount: money,
  codCollected: money,
  notes: z.string().nullable(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

export const deliveryLineRow = z.object({
  id,
  orderItemId: id,
  shipmentLineId: id.nullable(),
  productId: id,
  productName: z.string(),
  unit: z.string(),
  quantity,
  deliveredQuantity: quantity,
  rejectedQuantity: quantity,
  rejectReason: z.string().nullable(),
})

/** Ships what is picked; everything when no lines are named. */
export const shipOrderBody = z.strictObject({
  lines: z
    .array(z.strictObject({ itemId: id, quantity: quantityIn.optional() }))
    .min(1)
    .max(500)
    .optional(),
  carrierName: text(255).optional(),
  carrier: text(255).optional(),
  trackingNumber: text(100).optional(),
  estimatedDelivery: day.optional(),
})
export type ShipOrderBody = z.infer<typeof shipOrderBody>

/** Where the order stands after its goods moved, and the papers that were made. */
export const orderMoved = z.object({
  orderId: id,
  orderNumber: z.string(),
  status: z.enum(orderStatuses),
  fulfillmentStatus: z.enum(fulfillmentStatuses),
  version: z.int(),
  shipments: z.array(shipmentRow),
})
export type OrderMoved = z.infer<typeof orderMoved>

const proof = z.strictObject({
  recipient: text(255).optional(),
  signatureFileId: id.optional(),
  photoFileIds: z.array(id).max(20).optional(),
  code: text(50).optional(),
})

/** Everything shipped and not yet received, or one shipment. */
export const deliverOrderBody = z.strictObject({
  shipmentId: id.optional(),
  deliveredAt: instant.optional(),
  recipient: text(255).optional(),
  signature: id.optional(),
})
export type DeliverOrderBody = z.infer<typeof deliverOrderBody>

export const completeItemBody = z.strictObject({ quantity: quantityIn.optional() })
export type CompleteItemBody = z.infer<typeof completeItemBody>

const noneOr = z.union([quantityIn, z.literal(0)])

/** Lines not named were received whole. */
export const completeDeliveryBody = z.strictObject({
  deliveredAt: instant.optional(),
  lines: z
    .array(
      z.strictObject({
        id,
        deliveredQuantity: noneOr,
        rejectedQuantity: noneOr.optional(),
        rejectReason: text(1000).optional(),
      }),
    )
    .max(500)
    .optional(),
  proof: proof.optional(),
  codCollected: moneyIn.optional(),
})
export type CompleteDeliveryBody = z.infer<typeof completeDeliveryBody>

export const failDeliveryBody = z
  .strictObject({
    reason: z.enum(deliveryFailReasons),
    comment: text(2000).optional(),
    reschedule: z.boolean().optional(),
    scheduledDate: day.optional(),
  })
  .refine((body) => body.reschedule || body.scheduledDate === undefined, {
    path: ['scheduledDate'],
    message: 'only with reschedule: true',
  })
export type FailDeliveryBody = z.infer<typeof failDeliveryBody>
