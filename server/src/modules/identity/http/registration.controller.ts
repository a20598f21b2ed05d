import { Inject } from '@nestjs/common'
import {
  done,
  emailBody,
  type EmailBody,
  emailVerified,
  preRegisterBody,
  type PreRegisterBody,
  preRegistered,
  registrationQuery,
  type RegistrationQuery,
  registrationState,
  verifyEmailBody,
  type VerifyEmailBody,
} from '@prometric/contracts/identity'
import { Refusal } from '../../../kernel/refusal.js'
import { Database } from '../../../platform/database/database.js'
import { type Call, Called } from '../../../platform/http/call.js'
import { ApiController, Route } from '../../../platform/http/route.js'
import { Mail } from '../../../platform/mail/mail.js'
import { preRegister } from '../operations/pre-register.js'
import { resendCode } from '../operations/resend-code.js'
import { verifyEmail } from '../operations/verify-email.js'
import { mustBeStrong } from '../password-policy.js'
import { hashPassword } from '../passwords.js'
import { personTenant } from '../person-tenant.js'
import { newSecret, digest } from '../secrets.js'

const registration = { permission: 'PUBLIC', body: preRegisterBody, answer: preRegistered, status: 201 } as const

/** From nobody to a proven e-mail. What comes then is onboarding. */
@ApiController('auth/registration')
export class RegistrationController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  @Route.post('pre-register', { summary: 'Begin a registration; a code comes by e-mail', ...registration })
  async preRegister(@Called() call: Call<PreRegisterBody>) {
    const email = call.body.email.toLowerCase()
    mustBeStrong(call.body.password, email)
    const passwordHash = await hashPassword(call.body.password)
    const signUpToken = newSecret()
    const letter = await this.database.run(personTenant(call), (work) =>
      preRegister(work, { person: call.body, passwordHash, signUpToken }),
    )
    if (letter) this.mail.post(letter)
    return { email, registrationStatus: 'EMAIL_PENDING', codeExpiresInMinutes: 15, signUpToken }
  }

  @Route.post('owner', { summary: 'The same as pre-register', ...registration })
  registerOwner(@Called() call: Call<PreRegisterBody>) {
    return this.preRegister(call)
  }

  @Route.post('employee', { summary: 'The same as pre-register', ...registration })
  registerEmployee(@Called() call: Call<PreRegisterBody>) {
    return this.preRegister(call)
  }

  @Route.post('verify-email', {
    summary: 'Prove the e-mail with the code',
    permission: 'PUBLIC',
    body: verifyEmailBody,
    answer: emailVerified,
  })
  async verifyEmail(@Called() call: Call<VerifyEmailBody>) {
    const verified = await this.database.run(personTenant(call), (work) => verifyEmail(work, call.body))
    if (verified instanceof Refusal) throw verified
    return verified
  }

  @Route.post('resend-verification', {
    summary: 'A new code: one in two minutes, five a day',
    permission: 'PUBLIC',
    body: emailBody,
    answer: done,
  })
  async resend(@Called() call: Call<EmailBody>) {
    const letter = await this.database.run(personTenant(call), (work) =>
      resendCode(work, call.body.email.toLowerCase()),
    )
    if (letter) this.mail.post(letter)
    return { ok: true }
  }

  @Route.get('status', {
    summary: 'How far my registration is',
    permission: 'PUBLIC',
    query: registrationQuery,
    answer: registrationState,
  })
  async status(@Called() call: Call<undefined, RegistrationQuery>) {
    const [state] = await this.database.global<Record<string, string>>(ownStatus, [digest(call.query.onboardingToken)])
    if (!state) throw new Refusal('AUTH_UNAUTHORIZED')
    return state
  }
}

// The token may be used up: its owner may still ask until it expires.
const ownStatus = `select u.email, u.status, u.registration_status as "registrationStatus" from app.email_verifications v join app.users u on u.id = v.user_id
  where v.code_hash = $1 and v.type = 'ONBOARDING' and v.expires_at > now()`
