import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Deliveries that have not begun go where their order now says. */
export async function readdressDelivery(work: UnitOfWork, orderId: string): Promise<void> {
  await work.rows(readdress, [work.workspaceId, orderId, work.actor.userId])
}

const readdress = sql`
  update app.delivery_orders d set delivery_address = o.delivery_address, recipient_name = o.delivery_address->>'contactName',
    recipient_phone = left(o.delivery_address->>'contactPhone', 20), version = d.version + 1, updated_at = app.now(), updated_by = $3
  from app.orders o
  where d.workspace_id = $1 and d.source_order_id = $2 and o.workspace_id = $1 and o.id = $2 and d.status in ('PLANNED', 'ASSIGNED')`
