// What the business events say, for whoever builds upon them. A payload may gain fields; it never loses one.

import { z } from 'zod'
import { customerStatuses, customerTypes, leadSources } from './customers.js'
import { dealStages, discountTypes, lostReasons } from './deals.js'
import { orderStatuses, orderTypes } from './orders.js'
import { paymentMethods } from './payments.js'
import { id, instant, money, percent, quantity, unitPrice } from './wire.js'

const status = z.enum(customerStatuses)
const stage = z.enum(dealStages)
const reason = z.string().nullable()
const somebody = id.nullable()
const goods = z.object({ orderItemId: id, productId: id.nullable(), quantity })
const wonLine = z.object({
  dealProductId: id,
  productId: id,
  quantity,
  unitPrice,
  priceIncludesVat: z.boolean(),
  discount: z.number(),
  discountType: z.enum(discountTypes),
  vatRate: percent,
  totalPrice: money,
})
const step = { customerId: id, previousStatus: status, newStatus: status }

export const eventPayloads = {
  'customer.created': z.object({
    customerId: id,
    type: z.enum(customerTypes),
    status,
    name: z.string(),
    leadSource: z.enum(leadSources).nullable(),
    assignedTo: somebody,
  }),
  'customer.status.changed': z.object({ ...step, source: z.string(), reason }),
  'customer.lead.converted': z.object({
    ...step,
    conversionSource: z.string(),
    refId: somebody,
    convertedBy: somebody,
  }),
  'deal.created': z.object({
    dealId: id,
    dealNumber: z.string(),
    customerId: id,
    value: money,
    stage,
    assignedTo: somebody,
  }),
  'deal.stage.changed': z.object({
    dealId: id,
    customerId: id,
    previousStage: stage,
    newStage: stage,
    value: money,
    probability: percent,
    daysInPreviousStage: z.int(),
    reason,
  }),
  'deal.won': z.object({
    dealId: id,
    customerId: id,
    customerName: z.string(),
    dealValue: money,
    netValue: money,
    currency: z.string(),
    lines: z.array(wonLine),
    discount: z.number(),
    discountType: z.enum(discountTypes).nullable(),
    assignedTo: somebody,
    wonAt: instant,
    wonBy: somebody,
    reopenedCount: z.int(),
  }),
  'deal.lost': z.object({
    dealId: id,
    customerId: id,
    lostReason: z.enum(lostReasons),
    competitorInfo: z.record(z.string(), z.json()),
    value: money,
    lostAt: instant,
    lostBy: somebody,
  }),
  'order.created': z.object({
    orderId: id,
    orderNumber: z.string(),
    type: z.enum(orderTypes),
    source: z.string(),
    customerId: id,
    dealId: somebody,
    totalAmount: money,
    requiresApproval: z.boolean(),
    lineCount: z.int(),
    createdBy: somebody,
  }),
  'order.status.changed': z.object({
    orderId: id,
    previousStatus: z.enum(orderStatuses),
    newStatus: z.enum(orderStatuses),
    reason,
    changedBy: somebody,
  }),
  'order.shipped': z.object({
    orderId: id,
    shipmentId: id,
    isPartial: z.boolean(),
    trackingNumber: z.string().nullable(),
    carrier: z.string().nullable(),
    lines: z.array(goods),
  }),
  'order.delivered': z.object({
    orderId: id,
    customerId: id,
    deliveredAt: instant,
    signature: z.record(z.string(), z.json()).nullable(),
    isPartial: z.boolean(),
    recognizedNet: money,
    recognizedGross: money,
    lines: z.array(goods.extend({ net: money, gross: money })),
  }),
  'inventory.low': z.object({
    productId: id,
    available: quantity,
    reorderPoint: quantity.nullable(),
    minStockLevel: quantity.nullable(),
    suggestedQuantity: quantity.nullable(),
  }),
  'production.completed': z.object({
    productionOrderId: id,
    productId: id,
    quantity,
    unitCost: unitPrice,
    warehouseId: id,
    salesOrderId: somebody,
    orderItemId: somebody,
  }),
  'payment.received': z.object({
    paymentId: id,
    customerId: id,
    orderId: somebody,
    amount: money,
    method: z.enum(paymentMethods),
    allocations: z.array(z.object({ invoiceId: id, orderId: somebody, amount: money })),
  }),
  'order.allocated': z.object({
    orderId: id,
    lines: z.array(z.object({ orderItemId: id, stock: quantity, production: quantity, purchase: quantity })),
  }),
} as const

export type EventPayload<Name extends keyof typeof eventPayloads> = z.infer<(typeof eventPayloads)[Name]>
