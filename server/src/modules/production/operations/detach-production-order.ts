import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lockProductionOrder } from './lock-production-order.js'

/** What was begun for a sales order is finished for stock: the order and the customer let go of it. */
export async function detachProductionOrder(work: UnitOfWork, id: string, reason: string): Promise<void> {
  const order = await lockProductionOrder(work, id)
  const detached = await work.row<{ version: number }>(detach, [work.workspaceId, id, work.actor.userId])
  work.announce({
    name: 'production.order.detached',
    aggregateType: 'production_order',
    aggregateId: id,
    aggregateVersion: detached!.version,
    payload: {
      productionOrderId: id,
      number: order.orderNumber,
      salesOrderId: order.salesOrderId,
      orderItemId: order.orderItemId,
      reason,
    },
  })
}

const detach = sql`
  update app.production_orders set sales_order_id = null, order_item_id = null, deal_id = null, customer_id = null, customer_name = null,
    production_type = 'MAKE_TO_STOCK', version = version + 1, updated_at = app.now(), updated_by = coalesce($3::uuid, updated_by)
  where workspace_id = $1 and id = $2 returning version`
