import type { HoldReason } from '@prometric/contracts/orders'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { ClosedGate } from '../acceptance-gates.js'

/** Places typed holds on a locked order. One open hold per reason: one that already holds is told what it waits for now. */
export async function placeHolds(
  work: UnitOfWork,
  order: { id: string; version: number },
  gates: readonly ClosedGate[],
): Promise<void> {
  const placed = await work.rows<{ reason: HoldReason; isNew: boolean }>(insertHolds, [
    work.workspaceId,
    work.organizationId,
    order.id,
    JSON.stringify(gates),
    work.now,
    work.actor.userId,
  ])
  for (const { reason } of placed.filter((hold) => hold.isNew)) {
    const details = gates.find((gate) => gate.reason === reason)?.details
    work.announce({
      name: 'order.held',
      aggregateType: 'order',
      aggregateId: order.id,
      aggregateVersion: order.version,
      payload: { orderId: order.id, holdReason: reason, details },
    })
  }
}

/** Releases open holds of a locked order by reason. Says so for each; acceptance hears it and goes on. */
export async function releaseHolds(
  work: UnitOfWork,
  order: { id: string; version: number },
  reasons: readonly HoldReason[],
  note: string | null,
): Promise<void> {
  const released = await work.rows<{ reason: HoldReason }>(closeHolds, [
    work.workspaceId,
    order.id,
    reasons,
    work.now,
    work.actor.userId,
    note,
  ])
  for (const { reason } of released) {
    work.announce({
      name: 'order.released',
      aggregateType: 'order',
      aggregateId: order.id,
      aggregateVersion: order.version,
      payload: { orderId: order.id, holdReason: reason },
    })
  }
}

const insertHolds = sql`
  insert into app.order_holds (organization_id, workspace_id, id, order_id, reason, details, placed_at, placed_by)
  select $2, $1, app.uuid_v7(), $3, g.reason, g.details, $5, $6 from json_to_recordset($4::json) as g(reason text, details jsonb)
  on conflict (workspace_id, order_id, reason) where released_at is null do update set details = excluded.details, updated_at = app.now()
  returning reason, xmax = 0 as "isNew"`

const closeHolds = sql`
  update app.order_holds set released_at = $4, released_by = $5, release_note = $6, updated_at = app.now()
  where workspace_id = $1 and order_id = $2 and reason = any($3::text[]) and released_at is null
  returning reason`
