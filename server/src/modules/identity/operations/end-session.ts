import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Ends one session of a person. */
export async function endSession(
  work: UnitOfWork,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<boolean> {
  return (await work.rows(revokeOne, [userId, sessionId])).length > 0
}

/** Ends every session of a person; access tokens that are still young stop working too. */
export async function endAllSessions(
  work: UnitOfWork,
  userId: string,
  reason: 'LOGOUT_ALL' | 'PASSWORD',
): Promise<void> {
  await work.rows(revokeAll, [userId, reason])
  await work.rows(raiseTokenVersion, [userId])
}

const revokeOne = sql`
  update app.refresh_tokens set revoked_at = now(), revoked_reason = 'LOGOUT' where user_id = $1 and family_id = $2 and revoked_at is null returning id`
const revokeAll = sql`update app.refresh_tokens set revoked_at = now(), revoked_reason = $2 where user_id = $1 and revoked_at is null`
const raiseTokenVersion = sql`update app.users set token_version = token_version + 1, updated_at = now() where id = $1`
