import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { endAllSessions } from './end-session.js'

/** Sets a new password and ends every session: whoever knew the old one is out. */
export async function changePassword(
  work: UnitOfWork,
  { userId, passwordHash }: { userId: string; passwordHash: string },
): Promise<void> {
  const user = await work.row<{ email: string }>(setPassword, [userId, passwordHash])
  await work.rows(forgetFailures, [newId(), user!.email])
  await endAllSessions(work, userId, 'PASSWORD')
  work.announce({
    name: 'user.password.reset',
    aggregateType: 'user',
    aggregateId: userId,
    aggregateVersion: 1,
    payload: { userId },
  })
}

const setPassword = sql`
  update app.users set password_hash = $2, password_changed_at = now(), failed_login_count = 0, locked_until = null, updated_at = now() where id = $1 returning email`
const forgetFailures = sql`
  insert into app.login_attempts (id, email, success, reason, created_at) values ($1, $2, true, 'PASSWORD_CHANGED', clock_timestamp())`
