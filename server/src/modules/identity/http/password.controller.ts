import { Inject } from '@nestjs/common'
import {
  done,
  emailBody,
  type EmailBody,
  resetPasswordBody,
  type ResetPasswordBody,
} from '@prometric/contracts/identity'
import { Refusal } from '../../../kernel/refusal.js'
import { Database } from '../../../platform/database/database.js'
import { type Call, Called } from '../../../platform/http/call.js'
import { ApiController, Route } from '../../../platform/http/route.js'
import { Mail } from '../../../platform/mail/mail.js'
import { Memberships } from '../../../platform/session/memberships.js'
import { changePassword } from '../operations/change-password.js'
import { checkCode } from '../operations/check-code.js'
import { forgetPassword } from '../operations/forget-password.js'
import { mustBeStrong } from '../password-policy.js'
import { hashPassword } from '../passwords.js'
import { personTenant } from '../person-tenant.js'

/** A forgotten password, replaced with a code from a letter. */
@ApiController('auth')
export class PasswordController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  @Route.post('forgot-password', {
    summary: 'Ask for a code; the answer is always the same',
    permission: 'PUBLIC',
    body: emailBody,
    answer: done,
  })
  async forgot(@Called() call: Call<EmailBody>) {
    const letter = await this.database.run(personTenant(call), (work) =>
      forgetPassword(work, call.body.email.toLowerCase()),
    )
    if (letter) this.mail.post(letter)
    return { ok: true }
  }

  @Route.post('reset-password', {
    summary: 'Set a new password with the code',
    permission: 'PUBLIC',
    body: resetPasswordBody,
    answer: done,
  })
  async reset(@Called() call: Call<ResetPasswordBody>) {
    const { code, newPassword } = call.body
    const email = call.body.email.toLowerCase()
    mustBeStrong(newPassword, email, 'newPassword')
    const passwordHash = await hashPassword(newPassword)
    const outcome = await this.database.run(personTenant(call), async (work) => {
      const checked = await checkCode(work, { email, type: 'PASSWORD_RESET', code })
      if (!(checked instanceof Refusal)) await changePassword(work, { userId: checked.userId, passwordHash })
      return checked
    })
    if (outcome instanceof Refusal) throw outcome
    this.memberships.drop(outcome.userId)
    return { ok: true }
  }
}
