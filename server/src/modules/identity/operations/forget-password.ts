import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Letter } from '../../../platform/mail/mail.js'
import { resetLetter } from '../letters.js'
import { issueCode } from './issue-code.js'

/** A code for a new password. Silent about unknown e-mails and about limits: the answer is always the same. */
export async function forgetPassword(work: UnitOfWork, email: string): Promise<Letter | undefined> {
  const user = await work.row<{ id: string }>(findVerified, [email])
  try {
    const { code } = await issueCode(work, { email, type: 'PASSWORD_RESET', userId: user?.id ?? null, spaced: true })
    return user && resetLetter(email, code)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'RATE_LIMITED') return undefined
    throw error
  }
}

const findVerified = sql`select id from app.users where email = $1 and deleted_at is null and email_verified_at is not null`
