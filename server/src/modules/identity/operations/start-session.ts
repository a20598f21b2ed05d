import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { digest, newSecret } from '../secrets.js'

export interface Caller {
  readonly ip: string
  readonly userAgent: string | undefined
}

export interface StartedSession {
  readonly sessionId: string
  readonly refreshToken: string
  readonly tokenVersion: number
}

/** Opens a session on one device: a family of refresh tokens, 7 days long, 30 when the device is to be remembered. */
export async function startSession(
  work: UnitOfWork,
  { userId, rememberMe, caller }: { userId: string; rememberMe: boolean; caller: Caller },
): Promise<StartedSession> {
  const sessionId = newId()
  const refreshToken = newSecret()
  const started = await work.row<{ tokenVersion: number }>(insertFirst, [
    newId(),
    userId,
    sessionId,
    digest(refreshToken),
    caller.ip,
    caller.userAgent?.slice(0, 500) ?? null,
    rememberMe,
    rememberMe ? 30 : 7,
  ])
  return { sessionId, refreshToken, tokenVersion: started!.tokenVersion }
}

const insertFirst = sql`
  with user_now as (update app.users set last_login_at = now(), last_ip = $5::inet, failed_login_count = 0, locked_until = null where id = $2 returning token_version)
  insert into app.refresh_tokens (id, user_id, family_id, token_hash, ip, user_agent, remember_me, expires_at)
  values ($1, $2, $3, $4, $5::inet, $6, $7, now() + make_interval(days => $8))
  returning (select token_version from user_now) as "tokenVersion"`
