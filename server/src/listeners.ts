import { customerMetricsListener, statusNoticeListener } from './modules/customers/listeners.js'
import { activityTouch, orderTotals } from './modules/deals/listeners.js'
import { inventoryListeners } from './modules/inventory/listeners.js'
import { bomListeners } from './modules/production/bom.listeners.js'
import { productListeners } from './modules/products/listeners.js'
import { backorderRelease } from './orchestrators/backorder-release.js'
import { creditRelease } from './orchestrators/credit-release.js'
import { dealWon } from './orchestrators/deal-won.js'
import { orderAcceptance } from './orchestrators/order-acceptance.js'
import { orderCancellation } from './orchestrators/order-cancellation.js'
import { orderFulfillment } from './orchestrators/order-fulfillment.js'
import { orderRefund } from './orchestrators/order-refund.js'
import { repair } from './orchestrators/listeners/repair-rows.js'
import { afterwards } from './orchestrators/listeners/rows.js'
import { paymentProcessing } from './orchestrators/payment-processing.js'
import type { ListenerRow } from './platform/outbox/listener-table.js'

/** Who hears what: inside the writer's transaction, or queued after its commit. */
export const listenerRows: readonly ListenerRow[] = [
  { listener: dealWon, inline: ['deal.won'] },
  {
    listener: orderAcceptance,
    inline: ['order.created', 'approval.granted'],
    queued: ['order.payment.received', 'order.updated'],
  },
  {
    listener: orderFulfillment,
    inline: ['order.confirmed', 'picking.completed'],
    queued: [
      'production.order.completed',
      'production.order.cancelled',
      'order.payment.received',
      'order.released',
      'order.updated',
    ],
  },
  { listener: orderCancellation },
  { listener: orderRefund, queued: ['payment.refund.requested'] },
  { listener: creditRelease, queued: ['customer.balance.changed', 'customer.credit.changed'] },
  { listener: paymentProcessing, queued: ['payment.received'] },
  { listener: backorderRelease, queued: ['stock.received', 'stock.adjusted', 'stock.released'] },
  { listener: orderTotals, queued: orderTotals.events },
  { listener: activityTouch, queued: activityTouch.events },
  {
    listener: customerMetricsListener,
    queued: [
      'order.confirmed',
      'order.delivered',
      'order.completed',
      'order.cancelled',
      'order.updated',
      'invoice.issued',
      'credit.note.issued',
      'deal.created',
      'deal.won',
      'deal.lost',
      'deal.reopened',
      'deal.deleted',
      'deal.updated',
      'deal.customer.changed',
    ],
  },
  { listener: statusNoticeListener, queued: ['customer.status.changed'] },
  ...productListeners,
  ...bomListeners,
  ...inventoryListeners,
  ...afterwards,
  ...repair,
]
