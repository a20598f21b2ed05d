import { z } from 'zod'
import { paymentMethods } from './payments.js'
import { id, instant, money, moneyIn, text } from './wire.js'

export const refundStatuses = ['REQUESTED', 'APPROVED', 'COMPLETED', 'FAILED', 'REJECTED'] as const
export type RefundStatus = (typeof refundStatuses)[number]

/** Free money of an order goes back. Without a payment the newest money goes first. */
export const refundOrderBody = z.strictObject({
  amount: moneyIn.refine((value) => Number(value) > 0, 'more than 0'),
  reason: text(1000),
  paymentId: id.optional(),
})
export type RefundOrderBody = z.infer<typeof refundOrderBody>

export const refundRow = z.object({
  id,
  refundNumber: z.string(),
  paymentId: id,
  paymentNumber: z.string().nullable(),
  customerId: id,
  customerName: z.string().nullable(),
  orderId: id.nullable(),
  orderNumber: z.string().nullable(),
  amount: money,
  method: z.enum(paymentMethods),
  reason: z.string(),
  status: z.enum(refundStatuses),
  approvedBy: id.nullable(),
  completedAt: instant.nullable(),
  payoutId: id.nullable(),
  payoutNumber: z.string().nullable(),
  version: z.int(),
  createdAt: instant,
})
