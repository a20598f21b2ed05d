import { holdSentence } from '@prometric/contracts/hold-labels'
import { eventSentence } from '@prometric/contracts/chain-labels'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'
import { toldOrder } from './told-order.js'

/** Those who answer for credit, and the seller, hear that a customer goes beyond the limit, whether the order is held for it or only watched. */
export const creditNotice: InlineListener = {
  name: 'credit-notice',
  async hear(work, event) {
    const { orderId } = event.payload as { orderId: string }
    const order = await toldOrder(work, orderId)
    if (!order) return
    await tell(work, { permission: 'CUSTOMERS_CREDIT_MANAGE', employeeIds: [order.rep] }, (language) => ({
      category: 'FINANCE',
      code: 'CREDIT_EXCEEDED',
      type: 'WARNING',
      title: eventSentence(language, event.name, { number: order.customerName }),
      message: holdSentence(language, 'CREDIT_LIMIT', event.payload),
      link: `/orders/${orderId}`,
      dedupeKey: `customer.credit.exceeded:${orderId}`,
      data: { orderId, customerId: event.aggregateId },
    }))
  },
}
