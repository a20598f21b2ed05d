import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

const failuresAtMost = 5

export interface SignInAttempt {
  readonly id: string
  /** The fifth failure in a row: unless it succeeds, the account stays shut for 15 minutes. */
  readonly isLast: boolean
}

/**
 * Counts an attempt as failed before its password is looked at, so that many at once cannot share one count. Unknown e-mails are
 * counted and shut like any other.
 */
export async function claimSignIn(
  work: UnitOfWork,
  { email, ip }: { email: string; ip: string },
): Promise<SignInAttempt> {
  await work.rows(oneAtATime, [email])
  const recent = await work.rows<{ success: boolean; reason: string | null }>(recentAttempts, [email])
  const lastSuccess = recent.findIndex((attempt) => attempt.success)
  const failures = lastSuccess === -1 ? recent : recent.slice(0, lastSuccess)
  if (failures.some((attempt) => attempt.reason === 'LOCKING'))
    throw new Refusal('RATE_LIMITED', {
      reason: 'too many failed sign-ins, wait 15 minutes',
      retryAfterSeconds: 900,
    })
  const id = newId()
  const isLast = failures.length + 1 >= failuresAtMost
  await work.rows(insertAttempt, [id, email, ip, isLast ? 'LOCKING' : 'WRONG'])
  return { id, isLast }
}

const oneAtATime = sql`select pg_advisory_xact_lock(hashtextextended($1, 8))`
const recentAttempts = sql`
  select success, reason from app.login_attempts where email = $1 and created_at > now() - interval '15 minutes' order by created_at desc limit 20`
const insertAttempt = sql`
  insert into app.login_attempts (id, email, ip, success, reason, created_at) values ($1, $2, $3::inet, false, $4, clock_timestamp())`
