import type { FailDeliveryBody } from '@prometric/contracts/logistics'
import { against } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { deliveryLifecycle, mostAttempts } from '../delivery.lifecycle.js'
import { takeDelivery } from './start-delivery.js'

/** Tells that a trip ended without the goods being received; plans the next one when asked and still allowed. */
export async function failDelivery(
  work: UnitOfWork,
  deliveryOrderId: string,
  failure: FailDeliveryBody,
): Promise<void> {
  const delivery = await takeDelivery(work, deliveryOrderId)
  deliveryLifecycle.check(delivery.status, 'FAILED')
  const { reason, comment = null, reschedule = false, scheduledDate = null } = failure
  if (reschedule && delivery.attempt >= mostAttempts)
    throw against('DELIVERY_ATTEMPTS', { maximum: mostAttempts }, 'reschedule')
  const failed = await work.row<{ version: number }>(fail, [
    work.workspaceId,
    deliveryOrderId,
    work.now,
    reason,
    comment,
    reschedule,
    scheduledDate,
    work.actor.userId,
  ])
  work.announce({
    name: 'delivery.failed',
    aggregateType: 'delivery_order',
    aggregateId: deliveryOrderId,
    aggregateVersion: failed!.version,
    payload: { deliveryOrderId, orderId: delivery.orderId, reason, attempt: delivery.attempt, rescheduled: reschedule },
  })
}

const fail = sql`
  update app.delivery_orders set status = case when $6 then 'PLANNED' else 'FAILED' end, failed_at = $3, fail_reason = $4, fail_comment = $5,
    attempt = case when $6 then attempt + 1 else attempt end, started_at = case when $6 then null else started_at end,
    scheduled_date = case when $6 then coalesce($7::date, scheduled_date) else scheduled_date end,
    version = version + 1, updated_at = app.now(), updated_by = $8
  where workspace_id = $1 and id = $2 returning version`
