import { holdSentence } from '@prometric/contracts/hold-labels'
import { eventSentence } from '@prometric/contracts/chain-labels'
import { sql } from '../../platform/database/statement.js'
import type { InlineListener } from '../../platform/outbox/listener.js'
import { tell } from './recipients.js'

/** Those who answer for credit, and the seller, hear that a customer goes beyond the limit, whether the order is held for it or only watched. */
export const creditNotice: InlineListener = {
  name: 'credit-notice',
  async hear(work, event) {
    const { orderId } = event.payload as { orderId: string }
    const about = await work.row<{ name: string; rep: string | null }>(ofOrder, [work.workspaceId, orderId])
    if (!about) return
    await tell(work, { permission: 'CUSTOMERS_CREDIT_MANAGE', employeeIds: [about.rep] }, (language) => ({
      category: 'FINANCE',
      code: 'CREDIT_EXCEEDED',
      type: 'WARNING',
      title: eventSentence(language, event.name, { number: about.name }),
      message: holdSentence(language, 'CREDIT_LIMIT', event.payload),
      link: `/orders/${orderId}`,
      dedupeKey: `customer.credit.exceeded:${orderId}`,
      data: { orderId, customerId: event.aggregateId },
    }))
  },
}

const ofOrder = sql`
  select c.name, o.sales_rep_id as rep from app.orders o join app.customers c on c.workspace_id = $1 and c.id = o.customer_id
  where o.workspace_id = $1 and o.id = $2`
