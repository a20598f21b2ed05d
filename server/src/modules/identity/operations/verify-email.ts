import type { VerifyEmailBody } from '@prometric/contracts/identity'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { digest, newSecret } from '../secrets.js'
import { checkCode } from './check-code.js'

export interface VerifiedEmail {
  readonly email: string
  readonly registrationStatus: 'EMAIL_VERIFIED'
  readonly onboardingToken: string
  readonly onboardingTokenExpiresAt: Date
}

/** The e-mail is theirs: marks it so and gives the one-time token with which to go on. */
export async function verifyEmail(
  work: UnitOfWork,
  { code, signUpToken, ...body }: VerifyEmailBody,
): Promise<VerifiedEmail | Refusal> {
  const email = body.email.toLowerCase()
  const checked = await checkCode(work, { email, type: 'REGISTRATION', code, signUpToken })
  if (checked instanceof Refusal) return checked
  await work.rows(markVerified, [checked.userId])
  const onboardingToken = newSecret()
  const given = await work.row<{ expiresAt: Date }>(insertToken, [
    newId(),
    checked.userId,
    email,
    digest(onboardingToken),
  ])
  work.announce({
    name: 'user.email.verified',
    aggregateType: 'user',
    aggregateId: checked.userId,
    aggregateVersion: 1,
    payload: { userId: checked.userId },
  })
  return { email, registrationStatus: 'EMAIL_VERIFIED', onboardingToken, onboardingTokenExpiresAt: given!.expiresAt }
}

const markVerified = sql`
  update app.users set registration_status = 'EMAIL_VERIFIED', status = 'PENDING', email_verified_at = coalesce(email_verified_at, now()), updated_at = now()
  where id = $1 and registration_status <> 'COMPLETED'`
const insertToken = sql`
  insert into app.email_verifications (id, user_id, email, code_hash, type, expires_at) values ($1, $2, $3, $4, 'ONBOARDING', now() + interval '30 minutes')
  returning expires_at as "expiresAt"`
