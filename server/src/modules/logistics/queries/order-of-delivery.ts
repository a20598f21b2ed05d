import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Whose goods a delivery carries: the order must be locked before the delivery. */
export async function orderOfDelivery(work: UnitOfWork, deliveryOrderId: string): Promise<string> {
  const row = await work.row<{ orderId: string }>(readOrder, [work.workspaceId, deliveryOrderId])
  if (!row) throw new Refusal('NOT_FOUND', { deliveryOrderId })
  return row.orderId
}

const readOrder = sql`select source_order_id as "orderId" from app.delivery_orders where workspace_id = $1 and id = $2 and source_order_type = 'SALES'`
