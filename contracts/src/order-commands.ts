import { z } from 'zod'
import { createOrderBody, orderItemBody, orderStatuses } from './orders.js'
import { bulkItem, id, instant, text, version } from './wire.js'

/** One line, or several in one go. */
export const addOrderItemsBody = z.union([
  orderItemBody,
  z.strictObject({ items: z.array(orderItemBody).min(1).max(500) }),
])
/** What is not said stays. Once the order is confirmed only the quantity may grow. */
export const changeOrderItemBody = orderItemBody
  .omit({ productId: true })
  .partial()
  .extend({ version: version.optional() })
export type AddOrderItemsBody = z.infer<typeof addOrderItemsBody>
export type ChangeOrderItemBody = z.infer<typeof changeOrderItemBody>

/** The header of an order. Once it is confirmed: only its texts and dates, and the address until the goods leave. */
export const updateOrderBody = createOrderBody
  .omit({ customerId: true, items: true, asDraft: true, orderDate: true })
  .partial()
  .extend({ version: version.optional() })
export type UpdateOrderBody = z.infer<typeof updateOrderBody>

export const cloneOrderBody = z.strictObject({ refreshPrices: z.boolean().optional() })
export const orderStatusBody = z.strictObject({ status: z.enum(orderStatuses), reason: text(1000).optional() })
export const bulkOrdersBody = z.strictObject({
  orders: z.array(createOrderBody).min(1).max(100),
  atomic: z.boolean().optional(),
})
export const bulkOrderStatusBody = orderStatusBody.extend({
  ids: z.array(id).min(1).max(100),
  atomic: z.boolean().optional(),
})
export type CloneOrderBody = z.infer<typeof cloneOrderBody>
export type OrderStatusBody = z.infer<typeof orderStatusBody>
export type BulkOrdersBody = z.infer<typeof bulkOrdersBody>
export type BulkOrderStatusBody = z.infer<typeof bulkOrderStatusBody>
export const bulkOrdersAnswer = z.object({ items: z.array(bulkItem), counts: z.record(z.string(), z.int()) })

export const deletedOrder = z.object({ id, deleted: z.literal(true) })

/** One change of the order, of one of its lines or of a hold, as the audit keeps it. Costs only for those who may see them. */
export const orderChangeRow = z.object({
  id,
  at: instant,
  entityType: z.string(),
  entityId: id.nullable(),
  action: z.string(),
  userId: id.nullable(),
  userName: z.string().nullable(),
  changes: z.record(z.string(), z.json()),
})
