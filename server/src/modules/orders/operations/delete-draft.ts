import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { type Believed, lockForEditing } from '../editable-order.js'

/** Puts a draft away. What was submitted once is cancelled instead: it stays in the books. */
export async function deleteDraft(work: UnitOfWork, orderId: string, believed: Believed): Promise<void> {
  const order = await lockForEditing(work, orderId, believed)
  if (order.status !== 'DRAFT') throw new Refusal('ORDER_LOCKED', { status: order.status })
  await work.rows(putAway, [work.workspaceId, orderId, work.now, work.actor.userId])
}

const putAway = sql`
  update app.orders set deleted_at = $3, deleted_by = $4, version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2`
