import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { pickingLifecycle } from '../picking.lifecycle.js'
import { lockPicking } from './lock-picking.js'

/** Somebody goes to the shelves; who starts an unassigned list has it. */
export async function startPicking(work: UnitOfWork, id: string): Promise<void> {
  const picking = await lockPicking(work, id)
  pickingLifecycle.check(picking.status, 'IN_PROGRESS')
  await work.rows(start, [work.workspaceId, id, work.now, work.actor.employeeId, work.actor.userId])
}

const start = sql`
  update app.picking_orders set status = 'IN_PROGRESS', started_at = $3, assigned_to = coalesce(assigned_to, $4),
    version = version + 1, updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and id = $2`
