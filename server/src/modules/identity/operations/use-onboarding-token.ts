import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { digest } from '../secrets.js'

export interface Newcomer {
  readonly userId: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
}

/** Uses up the one-time token of somebody who proved their e-mail. A rollback gives it back. */
export async function useOnboardingToken(work: UnitOfWork, token: string): Promise<Newcomer> {
  const newcomer = await work.row<Newcomer>(useToken, [digest(token)])
  if (!newcomer) throw new Refusal('AUTH_UNAUTHORIZED', {}, 'onboardingToken')
  return newcomer
}

const useToken = sql`
  update app.email_verifications v set used_at = now() from app.users u
  where v.code_hash = $1 and v.type = 'ONBOARDING' and v.used_at is null and v.expires_at > now()
    and u.id = v.user_id and u.deleted_at is null and u.registration_status = 'EMAIL_VERIFIED'
  returning u.id as "userId", u.email, u.first_name as "firstName", u.last_name as "lastName"`
