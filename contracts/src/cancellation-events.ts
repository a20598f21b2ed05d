// What cancelling and paying back say; see events.ts.

import { z } from 'zod'
import { id, money, quantity } from './wire.js'

const somebody = id.nullable()

export const cancellationPayloads = {
  'order.cancelled': z.object({
    orderId: id,
    customerId: id,
    dealId: somebody,
    cancelledBy: somebody,
    reason: z.string(),
    hadPayments: z.boolean(),
  }),
  'picking.cancelled': z.object({ pickingOrderId: id, orderId: id, number: z.string(), reason: z.string() }),
  'delivery.cancelled': z.object({ deliveryOrderId: id, orderId: id, number: z.string(), reason: z.string() }),
  'stock.released': z.object({
    productId: id,
    warehouseId: id,
    quantity,
    ownerType: z.string(),
    ownerId: id,
    orderId: somebody,
    reason: z.string(),
  }),
  'production.order.cancelled': z.object({
    productionOrderId: id,
    number: z.string(),
    salesOrderId: somebody,
    orderItemId: somebody,
    reason: z.string(),
  }),
  'production.order.detached': z.object({
    productionOrderId: id,
    number: z.string(),
    salesOrderId: somebody,
    orderItemId: somebody,
    reason: z.string(),
  }),
  'invoice.voided': z.object({ invoiceId: id, orderId: somebody, reason: z.string() }),
  'credit.note.issued': z.object({
    creditNoteId: id,
    originalInvoiceId: id,
    customerId: id,
    orderId: somebody,
    amount: money,
  }),
  'payment.refund.requested': z.object({
    refundId: id,
    paymentId: id,
    orderId: somebody,
    customerId: id,
    amount: money,
    reason: z.string(),
  }),
  'payment.refunded': z.object({ refundId: id, paymentId: id, customerId: id, orderId: somebody, amount: money }),
  'order.refunded': z.object({ orderId: id, refundId: id, refundAmount: money, reason: z.string() }),
} as const
