import type { ListenerRow } from '../../platform/outbox/listener-table.js'
import { dealWonNotice } from './deal-won-notice.js'
import { dealWonTasks } from './deal-won-tasks.js'
import { orderLowStock } from './order-low-stock.js'
import { orderNotices } from './order-notices.js'
import { prospectByDeal } from './prospect-by-deal.js'
import { stockWatch } from './stock-watch.js'
import { supplyTasks } from './supply-tasks.js'

/** What people and promises hear of a chain, after its commit. */
export const afterwards: readonly ListenerRow[] = [
  { listener: dealWonTasks, queued: ['deal.won'] },
  { listener: dealWonNotice, queued: ['deal.won'] },
  {
    listener: orderNotices,
    queued: [
      'order.created',
      'order.status.changed',
      'order.held',
      'order.approval.required',
      'order.rejected',
      'order.refunded',
    ],
  },
  { listener: orderLowStock, queued: ['inventory.low'] },
  { listener: prospectByDeal, queued: ['deal.stage.changed'] },
  { listener: stockWatch, queued: ['order.allocated'] },
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
