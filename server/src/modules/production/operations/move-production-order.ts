import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { productionOrderLifecycle, walkTo } from '../production-order.lifecycle.js'
import { lockProductionOrder } from './lock-production-order.js'

/** The workshop takes the order up, or begins with it. */
export async function moveProductionOrder(
  work: UnitOfWork,
  id: string,
  to: 'SCHEDULED' | 'IN_PROGRESS',
): Promise<void> {
  const order = await lockProductionOrder(work, id)
  walkTo(order.status, to)
  const moved = await work.row<{ version: number; start: Date | null; end: Date }>(move, [
    work.workspaceId,
    id,
    to,
    work.now,
    work.actor.userId,
  ])
  work.announce({
    name: to === 'SCHEDULED' ? 'production.order.released' : 'production.order.started',
    aggregateType: 'production_order',
    aggregateId: id,
    aggregateVersion: moved!.version,
    payload: {
      productionOrderId: id,
      salesOrderId: order.salesOrderId,
      ...(to === 'SCHEDULED' ? { scheduledStart: moved!.start, scheduledEnd: moved!.end } : {}),
    },
  })
}

/** Nothing will be made. Materials stay where they are: they leave the stock only at completion. */
export async function cancelProductionOrder(work: UnitOfWork, id: string, reason: string): Promise<void> {
  const order = await lockProductionOrder(work, id)
  productionOrderLifecycle.check(order.status, 'CANCELLED')
  const cancelled = await work.row<{ version: number }>(cancel, [work.workspaceId, id, reason, work.actor.userId])
  work.announce({
    name: 'production.order.cancelled',
    aggregateType: 'production_order',
    aggregateId: id,
    aggregateVersion: cancelled!.version,
    payload: {
      productionOrderId: id,
      number: order.orderNumber,
      salesOrderId: order.salesOrderId,
      orderItemId: order.orderItemId,
      reason,
    },
  })
}

const move = sql`
  update app.production_orders set
    status = $3, actual_start = case when $3 = 'IN_PROGRESS' then coalesce(actual_start, $4::timestamptz) else actual_start end,
    version = version + 1, updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and id = $2 returning version, scheduled_start as "start", coalesce(scheduled_end, due_date) as "end"`
const cancel = sql`
  update app.production_orders set status = 'CANCELLED', fail_reason = $3, version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2 returning version`
