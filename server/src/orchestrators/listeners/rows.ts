import type { Post } from '../../platform/mail/mail.js'
import type { ListenerRow } from '../../platform/outbox/listener-table.js'
import { approvalNotices } from './approval-notices.js'
import { approvalUpkeep } from './approval-upkeep.js'
import { creditNotice } from './credit-notice.js'
import { customerNotices } from './customer-notices.js'
import { dealWonNotice } from './deal-won-notice.js'
import { dealWonTasks } from './deal-won-tasks.js'
import { keptStockNotice } from './kept-stock-notice.js'
import { orderLowStock } from './order-low-stock.js'
import { orderNotices } from './order-notices.js'
import { productionNotice } from './production-notice.js'
import { prospectByDeal } from './prospect-by-deal.js'
import { repAssignment } from './rep-assignment.js'
import { shippingLetter } from './shipping-letter.js'
import { shippingNotice } from './shipping-notice.js'
import { stockWatch } from './stock-watch.js'
import { supplyTasks } from './supply-tasks.js'

/** What people and promises hear of a chain, after its commit. */
export const afterwards: readonly ListenerRow[] = [
  { listener: dealWonTasks, queued: ['deal.won'] },
  { listener: dealWonNotice, queued: ['deal.won'] },
  {
    listener: orderNotices,
    queued: ['order.created', 'order.status.changed', 'order.held', 'order.rejected', 'order.refunded'],
  },
  {
    listener: approvalNotices,
    queued: [
      'order.approval.required',
      'approval.requested',
      'approval.escalated',
      'approval.granted',
      'approval.rejected',
    ],
  },
  { listener: approvalUpkeep, queued: ['deal.lost', 'deal.deleted'] },
  { listener: creditNotice, queued: ['customer.credit.exceeded'] },
  { listener: repAssignment, queued: ['customer.created'] },
  { listener: customerNotices, queued: ['customer.assigned', 'customer.lead.converted'] },
  { listener: shippingNotice, queued: ['order.shipped'] },
  { listener: productionNotice, queued: ['production.completed'] },
  { listener: orderLowStock, queued: ['inventory.low'] },
  { listener: prospectByDeal, queued: ['deal.stage.changed'] },
  { listener: stockWatch, queued: ['order.allocated', 'stock.reserved', 'stock.released'] },
  { listener: keptStockNotice, queued: ['stock.released'] },
  {
    listener: supplyTasks,
    queued: [
      'picking.created',
      'picking.completed',
      'picking.cancelled',
      'delivery.created',
      'delivery.completed',
      'delivery.cancelled',
    ],
  },
]

/** What customers are written of it. */
export const lettersBy = (post: Post): readonly ListenerRow[] => [
  { listener: shippingLetter(post), queued: ['order.shipped'] },
]
