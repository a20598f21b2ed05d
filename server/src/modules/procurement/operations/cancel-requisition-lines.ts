import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/**
 * So much of what was asked for is not wanted any more. A line of which nothing came is cancelled whole, another ends with what has come;
 * a requisition follows its lines. The caller has locked the requisitions, and knows that no supplier was told.
 */
export async function cancelRequisitionLines(
  work: UnitOfWork,
  {
    orderId,
    reason,
    lines,
  }: { orderId: string; reason: string; lines: ReadonlyArray<{ lineId: string; by: Quantity }> },
): Promise<void> {
  await work.rows(lessen, [work.workspaceId, lines.map((line) => line.lineId), lines.map((line) => line.by.toString())])
  const changed = await work.rows<{ id: string; number: string; version: number; status: string }>(sumUp, [
    work.workspaceId,
    lines.map((line) => line.lineId),
    work.actor.userId,
  ])
  for (const { id, number, version, status } of changed) {
    work.announce({
      name: status === 'CANCELLED' ? 'purchase.requisition.cancelled' : 'purchase.requisition.reduced',
      aggregateType: 'purchase_requisition',
      aggregateId: id,
      aggregateVersion: version,
      payload: { requisitionId: id, number, orderId, reason },
    })
  }
}

const lessen = sql`
  update app.purchase_requisition_lines l set updated_at = app.now(),
    quantity = case when l.received_quantity = 0 and l.quantity = given.by then l.quantity else l.quantity - given.by end,
    status = case when l.quantity - l.received_quantity > given.by then l.status when l.received_quantity = 0 then 'CANCELLED' else 'RECEIVED' end
  from unnest($2::uuid[], $3::numeric[]) as given (id, by) where l.workspace_id = $1 and l.id = given.id`

const sumUp = sql`
  update app.purchase_requisitions r set estimated_cost = lines.cost, version = r.version + 1, updated_at = app.now(), updated_by = coalesce($3::uuid, r.updated_by),
    status = case when lines.none then 'CANCELLED' when lines.done then 'RECEIVED' else r.status end
  from (
    select requisition_id as id, coalesce(sum(round(quantity * estimated_price / 100)) filter (where status <> 'CANCELLED'), 0)::bigint as cost,
      bool_and(status in ('CANCELLED', 'REJECTED')) as none, bool_and(status in ('RECEIVED', 'CANCELLED', 'REJECTED')) as done
    from app.purchase_requisition_lines
    where workspace_id = $1 and requisition_id in (select requisition_id from app.purchase_requisition_lines where workspace_id = $1 and id = any($2::uuid[]))
    group by 1
  ) lines
  where r.workspace_id = $1 and r.id = lines.id
  returning r.id, r.requisition_number as number, r.version, r.status`
