import { z } from 'zod'
import { day, id, money, moneyIn, text } from './wire.js'

export const winDealBody = z.strictObject({
  actualCloseDate: day.optional(),
  finalAmount: moneyIn.optional(),
  notes: text(5000).optional(),
})
export type WinDealBody = z.infer<typeof winDealBody>

/** What a win made. With queued orchestration the documents are null and `pending` is true: the chain tells when they exist. */
export const wonDeal = z.object({
  correlationId: id,
  pending: z.boolean(),
  deal: z.object({ id, dealNumber: z.string(), stage: z.string(), value: money, version: z.int() }),
  order: z
    .object({ id, orderNumber: z.string(), status: z.string(), fulfillmentStatus: z.string(), totalAmount: money })
    .nullable(),
  invoice: z
    .object({ id, invoiceNumber: z.string().nullable(), type: z.string(), status: z.string(), totalAmount: money })
    .nullable(),
  productionOrderIds: z.array(id),
  pickingOrderIds: z.array(id),
  requisitionIds: z.array(id),
  deliveryOrderId: id.nullable(),
  taskIds: z.array(id),
  holds: z.array(z.string()),
})
export type WonDeal = z.infer<typeof wonDeal>
