import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The shipments of an order that are on their way, the oldest first. */
export async function dispatchedShipments(work: UnitOfWork, orderId: string): Promise<string[]> {
  const rows = await work.rows<{ id: string }>(onTheWay, [work.workspaceId, orderId])
  return rows.map((row) => row.id)
}

const onTheWay = sql`select id from app.shipments where workspace_id = $1 and order_id = $2 and status = 'DISPATCHED' order by id`
