import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Marks the acting person's own notifications as read: those named, or all of them. Others' are left alone in silence. */
export async function markRead(work: UnitOfWork, ids: readonly string[] | 'ALL'): Promise<void> {
  await work.rows(mark, [work.workspaceId, work.actor.userId, ids === 'ALL' ? null : ids])
}

const mark = sql`
  update app.notifications set is_read = true, read_at = app.now(), updated_at = app.now()
  where workspace_id = $1 and user_id = $2 and not is_read and ($3::uuid[] is null or id = any($3::uuid[]))`
