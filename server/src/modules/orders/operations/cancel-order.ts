import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { changeOrderStatus } from './change-order-status.js'
import type { OrderInHand } from './take-order.js'

/** Nothing of a locked order is left: it ends here, and nothing holds it any more. */
export async function cancelOrder(
  work: UnitOfWork,
  order: OrderInHand,
  { reason, hadPayments }: { reason: string; hadPayments: boolean },
): Promise<OrderInHand> {
  await work.rows(endHolds, [work.workspaceId, order.id, work.now, work.actor.userId, reason])
  const cancelled = await changeOrderStatus(work, {
    order,
    to: 'CANCELLED',
    reason,
    set: { cancelledAt: work.now, cancelledBy: work.actor.userId, cancelReason: reason },
  })
  work.announce({
    name: 'order.cancelled',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: cancelled.version,
    payload: {
      orderId: order.id,
      customerId: order.customerId,
      dealId: order.dealId,
      cancelledBy: work.actor.userId,
      reason,
      hadPayments,
    },
  })
  return cancelled
}

// A hold ends with its order without being released: nothing goes on.
const endHolds = sql`
  update app.order_holds set released_at = $3, released_by = $4, release_note = $5, updated_at = app.now()
  where workspace_id = $1 and order_id = $2 and released_at is null`
