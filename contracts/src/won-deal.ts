import { z } from 'zod'
import { warning } from './warnings.js'
import { day, id, money, moneyIn, quantity, text } from './wire.js'

export const winDealBody = z.strictObject({
  actualCloseDate: day.optional(),
  finalAmount: moneyIn.optional(),
  notes: text(5000).optional(),
})
export type WinDealBody = z.infer<typeof winDealBody>

/** Asks for the discount of a deal before it is won; `finalAmount` as it will be agreed. */
export const askDiscountBody = z.strictObject({ finalAmount: moneyIn.optional(), comment: text(1000).optional() })
export type AskDiscountBody = z.infer<typeof askDiscountBody>

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
  warnings: z.array(warning),
})
export type WonDeal = z.infer<typeof wonDeal>

/** What a win would make, line by line: the win itself was done, looked at and undone. */
export const winPreview = z.object({
  order: z.object({
    status: z.string(),
    totalAmount: money,
    subtotal: money,
    taxAmount: money,
    promisedDate: day.nullable(),
    requestedDeliveryDate: day.nullable(),
  }),
  invoice: z.object({ type: z.string(), status: z.string(), totalAmount: money, dueDate: day.nullable() }).nullable(),
  lines: z.array(
    z.object({
      lineNo: z.int(),
      isComponent: z.boolean(),
      productId: id,
      productCode: z.string(),
      productName: z.string(),
      productType: z.string(),
      unit: z.string(),
      quantity,
      fromStock: quantity,
      toProduce: quantity,
      toBuy: quantity,
      expectedDate: day.nullable(),
      bomMissing: z.boolean(),
    }),
  ),
  holds: z.array(
    z.object({
      reason: z.string(),
      details: z.record(z.string(), z.unknown()).nullable(),
      /** Why the order will wait, in the language of the person who asks. */
      sentence: z.string(),
    }),
  ),
  pickingOrders: z.int(),
  hasDelivery: z.boolean(),
  scheduledDate: day.nullable(),
  services: z.int(),
  customer: z.object({ id, name: z.string(), becomes: z.string() }),
})
export type WinPreview = z.infer<typeof winPreview>
