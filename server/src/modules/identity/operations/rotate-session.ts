import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { digest, lock, newSecret, unlock } from '../secrets.js'

export interface RotatedSession {
  readonly userId: string
  readonly sessionId: string
  readonly tokenVersion: number
  readonly refreshToken: string
}

/** An old token came again: its session has ended, and its owner must be looked up anew everywhere. */
export interface StolenSession {
  readonly stolenFrom: string
}

interface Used {
  readonly userId: string
  readonly sessionId: string
  readonly successor: string | null
  readonly isGrace: boolean
  readonly isLive: boolean
  readonly tokenVersion: number
}

/**
 * Exchanges a refresh token for its successor, in one conditional statement. Whoever sends the old one again within 10 s (a lost
 * answer, two tabs) gets the same successor; later it is theft, and the whole family ends. That, like a refusal, is answered, not
 * thrown, so that the revocation is kept.
 */
export async function rotateSession(
  work: UnitOfWork,
  refreshToken: string,
): Promise<RotatedSession | StolenSession | Refusal> {
  const successor = newSecret()
  const hash = digest(refreshToken)
  const rotated = await work.row<Omit<RotatedSession, 'refreshToken'>>(rotate, [
    hash,
    lock(successor, refreshToken),
    newId(),
    digest(successor),
  ])
  if (rotated) return { ...rotated, refreshToken: successor }
  const used = await work.row<Used>(findUsed, [hash])
  if (!used) return new Refusal('AUTH_UNAUTHORIZED')
  if (used.isLive && used.isGrace && used.successor !== null)
    return {
      userId: used.userId,
      sessionId: used.sessionId,
      tokenVersion: used.tokenVersion,
      refreshToken: unlock(used.successor, refreshToken),
    }
  if (used.successor === null) return new Refusal('AUTH_TOKEN_EXPIRED')
  await work.rows(revokeFamily, [used.sessionId])
  return { stolenFrom: used.userId }
}

const rotate = sql`
  with old as (
    update app.refresh_tokens t set rotated_at = clock_timestamp(), successor = $2 from app.users u
    where t.token_hash = $1 and t.rotated_at is null and t.revoked_at is null and t.expires_at > now()
      and u.id = t.user_id and u.status = 'ACTIVE' and u.deleted_at is null
    returning t.*, u.token_version
  ), next as (
    insert into app.refresh_tokens (id, user_id, family_id, token_hash, device_info, ip, user_agent, remember_me, expires_at)
    select $3, user_id, family_id, $4, device_info, ip, user_agent, remember_me, now() + make_interval(days => case when remember_me then 30 else 7 end) from old
  )
  select user_id as "userId", family_id as "sessionId", token_version as "tokenVersion" from old`
const findUsed = sql`
  select t.user_id as "userId", t.family_id as "sessionId", t.successor, coalesce(t.rotated_at > clock_timestamp() - interval '10 seconds', false) as "isGrace",
    t.revoked_at is null and u.status = 'ACTIVE' and u.deleted_at is null as "isLive", u.token_version as "tokenVersion"
  from app.refresh_tokens t join app.users u on u.id = t.user_id where t.token_hash = $1`
const revokeFamily = sql`update app.refresh_tokens set revoked_at = now(), revoked_reason = 'REUSE' where family_id = $1 and revoked_at is null`
