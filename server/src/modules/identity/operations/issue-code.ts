import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { digest, newCode } from '../secrets.js'

const perDay = 5

/**
 * Makes a new code for an e-mail and voids the older ones. At most five a day and, with `spaced`, one in two minutes. It is made for
 * unknown addresses too, so that limits and answers are the same for everybody; the caller decides whether a letter goes out.
 */
export async function issueCode(
  work: UnitOfWork,
  {
    email,
    type,
    userId,
    spaced,
    signUpToken,
  }: {
    email: string
    type: 'REGISTRATION' | 'PASSWORD_RESET'
    userId: string | null
    spaced: boolean
    signUpToken?: string
  },
): Promise<{ code: string }> {
  await work.rows(oneAtATime, [`${type} ${email}`])
  const sent = await work.row<{ today: number; recent: boolean; lastHash: string | null }>(recentCodes, [email, type])
  if (sent!.today >= perDay || (spaced && sent!.recent)) throw new Refusal('RATE_LIMITED', { retryAfterSeconds: 120 })
  const id = newId()
  const code = newCode()
  const token = signUpToken === undefined ? (sent!.lastHash?.split('.')[1] ?? '') : digest(signUpToken)
  await work.rows(voidOlder, [email, type])
  await work.rows(insertCode, [id, userId, email, `${digest(id + code)}.${token}`, type])
  return { code }
}

const oneAtATime = sql`select pg_advisory_xact_lock(hashtextextended($1, 7))`
const recentCodes = sql`
  select count(*) filter (where created_at > now() - interval '1 day')::int as today,
    coalesce(bool_or(created_at > now() - interval '2 minutes'), false) as recent, (array_agg(code_hash order by created_at desc))[1] as "lastHash"
  from app.email_verifications where email = $1 and type = $2 and created_at > now() - interval '1 day'`
const voidOlder = sql`update app.email_verifications set used_at = now() where email = $1 and type = $2 and used_at is null`
const insertCode = sql`
  insert into app.email_verifications (id, user_id, email, code_hash, type, expires_at, created_at)
  values ($1, $2, $3, $4, $5, now() + interval '15 minutes', clock_timestamp())`
