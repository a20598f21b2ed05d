import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Nothing will go this way: deliveries that no goods have left for end. The caller has locked them. */
export async function cancelDeliveries(
  work: UnitOfWork,
  { orderId, reason, ids }: { orderId: string; reason: string; ids: readonly string[] },
): Promise<void> {
  const cancelled = await work.rows<{ id: string; number: string; version: number }>(cancel, [
    work.workspaceId,
    ids,
    reason,
    work.actor.userId,
  ])
  for (const { id, number, version } of cancelled) {
    work.announce({
      name: 'delivery.cancelled',
      aggregateType: 'delivery_order',
      aggregateId: id,
      aggregateVersion: version,
      payload: { deliveryOrderId: id, orderId, number, reason },
    })
  }
}

const cancel = sql`
  update app.delivery_orders set status = 'CANCELLED', notes = coalesce(notes, $3), version = version + 1, updated_at = app.now(), updated_by = coalesce($4::uuid, updated_by)
  where workspace_id = $1 and id = any($2::uuid[]) and shipment_id is null and status in ('PLANNED', 'ASSIGNED', 'LOADING')
  returning id, delivery_number as number, version`
