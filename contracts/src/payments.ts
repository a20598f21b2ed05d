import { z } from 'zod'
import { day, id, instant, money, moneyIn, text } from './wire.js'

export const paymentDirections = ['INCOMING', 'OUTGOING'] as const
export const paymentMethods = ['CASH', 'CARD', 'TRANSFER', 'KASPI', 'OFFSET', 'OTHER'] as const
export const paymentStatuses = [
  'PENDING',
  'PROCESSING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
] as const
export type PaymentMethod = (typeof paymentMethods)[number]

const amount = moneyIn.refine((value) => Number(value) > 0, 'more than 0')
/** Banks say BANK_TRANSFER for what the house calls TRANSFER. */
const method = z.enum([...paymentMethods, 'BANK_TRANSFER'])

/** Money received. Somebody must be named: the invoice, the order or the customer. */
export const createPaymentBody = z
  .strictObject({
    amount,
    method,
    customerId: id.optional(),
    invoiceId: id.optional(),
    orderId: id.optional(),
    paymentDate: day.optional(),
    referenceNumber: text(100).optional(),
    accountId: id.optional(),
    allocations: z
      .array(z.strictObject({ invoiceId: id, amount }))
      .min(1)
      .max(200)
      .optional(),
    autoAllocate: z.boolean().optional(),
    acceptAdvance: z.boolean().optional(),
    externalId: text(255).optional(),
    gateway: text(50).optional(),
    payerName: text(255).optional(),
    purpose: text(1000).optional(),
    notes: text(5000).optional(),
  })
  .refine((body) => body.customerId ?? body.invoiceId ?? body.orderId ?? body.allocations, {
    message: 'customerId, invoiceId or orderId',
    path: ['customerId'],
  })
export type CreatePaymentBody = z.infer<typeof createPaymentBody>

export const payOrderBody = z.strictObject({
  amount,
  method,
  paymentDate: day.optional(),
  reference: text(100).optional(),
  referenceNumber: text(100).optional(),
  acceptAdvance: z.boolean().optional(),
})
export type PayOrderBody = z.infer<typeof payOrderBody>

export const paymentRow = z.object({
  id,
  paymentNumber: z.string().nullable(),
  direction: z.enum(paymentDirections),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  supplierId: id.nullable(),
  orderId: id.nullable(),
  orderNumber: z.string().nullable(),
  amount: money,
  currency: z.string(),
  paymentDate: day,
  method: z.enum(paymentMethods),
  gateway: z.string().nullable(),
  externalId: z.string().nullable(),
  referenceNumber: z.string().nullable(),
  accountId: id.nullable(),
  status: z.enum(paymentStatuses),
  allocatedAmount: money,
  refundedAmount: money,
  unallocatedAmount: money,
  payerName: z.string().nullable(),
  purpose: z.string().nullable(),
  notes: z.string().nullable(),
  processedBy: id.nullable(),
  failReason: z.string().nullable(),
  reversedAt: instant.nullable(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
})

export const paymentAllocationRow = z.object({
  id,
  invoiceId: id,
  invoiceNumber: z.string().nullable(),
  orderId: id.nullable(),
  amount: money,
  allocatedAt: instant,
  reversedAt: instant.nullable(),
})
