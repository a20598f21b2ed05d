import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface PlannedDelivery {
  readonly id: string
  readonly number: string
}

/** Deliveries of a locked order that no goods have left for yet. Locks them. */
export async function plannedDeliveries(work: UnitOfWork, orderId: string): Promise<PlannedDelivery[]> {
  return work.rows<PlannedDelivery>(lock, [work.workspaceId, orderId])
}

const lock = sql`
  select id, delivery_number as number from app.delivery_orders
  where workspace_id = $1 and source_order_id = $2 and source_order_type = 'SALES' and shipment_id is null and status in ('PLANNED', 'ASSIGNED', 'LOADING')
  order by id for no key update`
