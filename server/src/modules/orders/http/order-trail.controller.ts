import { orderChangeRow } from '@prometric/contracts/order-commands'
import { orderHistoryRow } from '@prometric/contracts/orders'
import { z } from 'zod'
import { Called, type Call } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { orderChanges } from '../queries/order-changes.js'
import { statusHistory } from '../queries/order-parts.js'

/** What became of an order, and who changed what. */
@WorkspaceController('orders')
export class OrderTrailController {
  @Route.get(':id/status-history', {
    summary: 'Where an order stood, the first status first',
    permission: 'ORDERS_VIEW',
    answer: z.array(orderHistoryRow),
  })
  statuses(@Called() call: Call) {
    return call.read((work) => statusHistory(work, call.params.id))
  }

  @Route.get(':id/history', {
    summary: 'What was changed of an order, its lines and its holds, the latest first',
    permission: 'ORDERS_VIEW',
    answer: z.array(orderChangeRow),
  })
  changes(@Called() call: Call) {
    return call.read((work) => orderChanges(work, call.params.id))
  }
}
