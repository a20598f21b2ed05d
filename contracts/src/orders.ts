import { z } from 'zod'
import { vatCategory } from './settings.js'
import { warning } from './warnings.js'
import {
  customFields,
  day,
  discountIn,
  id,
  instant,
  money,
  moneyIn,
  percent,
  percentIn,
  quantity,
  quantityIn,
  tags,
  text,
  unitPrice,
  unitPriceIn,
} from './wire.js'

export const orderTypes = ['SALES', 'SERVICE', 'PURCHASE', 'TRANSFER', 'PRODUCTION'] as const
export const orderStatuses = [
  'DRAFT',
  'PENDING',
  'CONFIRMED',
  'PROCESSING',
  'READY',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
  'ON_HOLD',
] as const
export const orderPriorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL'] as const
export const orderPaymentStatuses = [
  'PENDING',
  'PARTIAL',
  'PAID',
  'OVERPAID',
  'REFUNDED',
  'PARTIALLY_REFUNDED',
] as const
export const fulfillmentStatuses = ['PENDING', 'IN_PROGRESS', 'PARTIALLY', 'FULFILLED', 'FAILED'] as const
export const fulfillmentMethods = ['PICKUP', 'DELIVERY', 'SHIPPING'] as const
export const holdReasons = [
  'AWAITING_PREPAYMENT',
  'CREDIT_LIMIT',
  'APPROVAL',
  'OVERDUE_DEBT',
  'STOCK',
  'CUSTOMER_REQUEST',
  'FULFILLMENT_ERROR',
  'MANUAL',
] as const
export const orderPaymentTerms = ['PREPAYMENT', 'IMMEDIATE', 'NET_15', 'NET_30', 'NET_45', 'NET_60'] as const
export const orderPaymentMethods = ['CASH', 'CARD', 'TRANSFER', 'KASPI'] as const
export type OrderStatus = (typeof orderStatuses)[number]
export type HoldReason = (typeof holdReasons)[number]

export const orderAddress = z.strictObject({
  street: text(500),
  building: text(50).optional(),
  apartment: text(50).optional(),
  city: text(100),
  region: text(100).optional(),
  postalCode: text(20).optional(),
  country: text(2).optional(),
  contactName: text(200).optional(),
  contactPhone: text(30).optional(),
  deliveryInstructions: text(2000).optional(),
  lat: z.number().optional(),
  lng: z.number().optional(),
})

export const orderItemBody = z.strictObject({
  productId: id,
  quantity: quantityIn,
  unitPrice: unitPriceIn.optional(),
  priceIncludesVat: z.boolean().optional(),
  discount: discountIn.optional(),
  discountType: z.enum(['FIXED', 'PERCENTAGE']).optional(),
  vatRate: percentIn.optional(),
  requestedDate: day.optional(),
  specifications: customFields.optional(),
  notes: text(2000).optional(),
})

/** An order made by hand. Prices and VAT not given are the product's. */
export const createOrderBody = z.strictObject({
  customerId: id,
  items: z.array(orderItemBody).min(1).max(500),
  asDraft: z.boolean().optional(),
  orderDate: day.optional(),
  poNumber: text(100).optional(),
  contractNumber: text(100).optional(),
  contactPersonId: id.optional(),
  salesRepId: id.optional(),
  shippingAddressId: id.optional(),
  deliveryAddress: orderAddress.optional(),
  requestedDeliveryDate: day.optional(),
  fulfillmentMethod: z.enum(fulfillmentMethods).optional(),
  allowPartialShipment: z.boolean().optional(),
  warehouseId: id.optional(),
  paymentMethod: z.enum(orderPaymentMethods).optional(),
  paymentTerms: z.enum(orderPaymentTerms).optional(),
  discount: discountIn.optional(),
  discountType: z.enum(['FIXED', 'PERCENTAGE']).optional(),
  shippingCost: moneyIn.optional(),
  shippingVatRate: percentIn.optional(),
  priority: z.enum(orderPriorities).optional(),
  isUrgent: z.boolean().optional(),
  requiresApproval: z.boolean().optional(),
  specialInstructions: text(5000).optional(),
  notes: text(5000).optional(),
  internalNotes: text(5000).optional(),
  tags: tags.optional(),
  customFields: customFields.optional(),
})
export type OrderItemBody = z.infer<typeof orderItemBody>
export type CreateOrderBody = z.infer<typeof createOrderBody>

export const orderRow = z.object({
  id,
  orderNumber: z.string(),
  type: z.enum(orderTypes),
  source: z.string(),
  status: z.enum(orderStatuses),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  dealId: id.nullable(),
  salesRepId: id.nullable(),
  salesRepName: z.string().nullable(),
  orderDate: day,
  subtotal: money,
  grossAmount: money,
  discountAmount: money,
  taxAmount: money,
  shippingCost: money,
  totalAmount: money,
  paymentStatus: z.enum(orderPaymentStatuses),
  paidAmount: money,
  invoicedAmount: money,
  refundedAmount: money,
  /** What cancelling took off the total. */
  cancelledAmount: money,
  paymentTerms: z.string().nullable(),
  paymentMethod: z.string().nullable(),
  priority: z.enum(orderPriorities),
  isUrgent: z.boolean(),
  fulfillmentStatus: z.enum(fulfillmentStatuses),
  fulfillmentMethod: z.enum(fulfillmentMethods),
  requestedDeliveryDate: day.nullable(),
  promisedDate: day.nullable(),
  confirmedAt: instant.nullable(),
  shippedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  completedAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  requiresApproval: z.boolean(),
  openHolds: z.array(z.enum(holdReasons)),
  tags: z.array(z.string()),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

export const orderItemRow = z.object({
  id,
  lineNo: z.int(),
  parentItemId: id.nullable(),
  productId: id,
  productName: z.string(),
  productCode: z.string().nullable(),
  productType: z.string(),
  unit: z.string(),
  quantity,
  quantityReserved: quantity,
  quantityPicked: quantity,
  quantityShipped: quantity,
  quantityDelivered: quantity,
  quantityCancelled: quantity,
  quantityInvoiced: quantity,
  unitPrice,
  priceIncludesVat: z.boolean(),
  vatRate: percent,
  vatExempt: z.boolean(),
  vatCategory,
  vatDate: day.nullable(),
  /** Of a part of a bundle: what it earns of the bundle's net and VAT. */
  revenueShare: money.nullable(),
  taxShare: money.nullable(),
  grossAmount: money,
  lineDiscountAmount: money,
  documentDiscountShare: money,
  netAmount: money,
  taxAmount: money,
  totalPrice: money,
  status: z.string(),
  requestedDate: day.nullable(),
  promisedDate: day.nullable(),
  requiresProduction: z.boolean(),
  allocations: z.array(
    z.object({
      kind: z.string(),
      status: z.string(),
      quantity,
      warehouseId: id.nullable(),
      productionOrderId: id.nullable(),
      requisitionLineId: id.nullable(),
      expectedDate: day.nullable(),
    }),
  ),
})

export const orderHistoryRow = z.object({
  id,
  fromStatus: z.string().nullable(),
  toStatus: z.string(),
  reason: z.string().nullable(),
  changedBy: id.nullable(),
  changedAt: instant,
})
export const orderHoldRow = z.object({
  id,
  reason: z.enum(holdReasons),
  details: z.json(),
  placedAt: instant,
  releasedAt: instant.nullable(),
  releaseNote: z.string().nullable(),
  /** Who let it go. */
  releasedByName: z.string().nullable(),
  /** Why it stands, with the figures, in the reader's language. */
  sentence: z.string(),
  /** What would let it go; null once it went. */
  releasedBy: z.string().nullable(),
  /** Who may, and whether the reader is one of them; null once it went. */
  canRelease: z
    .object({
      roles: z.array(z.string()),
      permissions: z.array(z.string()),
      reader: z.boolean(),
      approvalRequestIds: z.array(id),
    })
    .nullable(),
})
export type OrderHold = z.infer<typeof orderHoldRow>

/** Money that came for an order or went back, as its page tells it. */
export const orderPaymentRow = z.object({
  id,
  paymentNumber: z.string().nullable(),
  direction: z.enum(['INCOMING', 'OUTGOING']),
  amount: money,
  refundedAmount: money,
  unallocatedAmount: money,
  paymentDate: day,
  method: z.string(),
  referenceNumber: z.string().nullable(),
  status: z.string(),
})

export const orderPreview = z.object({
  subtotal: money,
  taxAmount: money,
  discountAmount: money,
  shippingCost: money,
  totalAmount: money,
  lines: z.array(
    z.object({
      productId: id,
      requested: quantity,
      unitPrice,
      vatRate: percent,
      vatExempt: z.boolean(),
      totalPrice: money,
      available: quantity,
      short: quantity,
      source: z.enum(['STOCK', 'PRODUCE', 'BUY', 'NONE']),
    }),
  ),
  /** What would hold it, each in a sentence in the reader's language. */
  gates: z.array(z.object({ gate: z.enum(holdReasons), details: z.json(), sentence: z.string() })),
  warnings: z.array(warning),
})

export const holdOrderBody = z.strictObject({
  reason: z.enum(['CUSTOMER_REQUEST', 'MANUAL']),
  details: z.record(z.string(), z.json()).optional(),
})
export const releaseOrderBody = z.strictObject({ holdId: id.optional(), note: text(1000) })
export const approveOrderBody = z.strictObject({ comment: text(1000).optional() })
export type HoldOrderBody = z.infer<typeof holdOrderBody>
export type ReleaseOrderBody = z.infer<typeof releaseOrderBody>
export const rejectOrderBody = z.strictObject({ reason: text(1000), returnToDraft: z.boolean().optional() })
export type RejectOrderBody = z.infer<typeof rejectOrderBody>
export type ApproveOrderBody = z.infer<typeof approveOrderBody>
