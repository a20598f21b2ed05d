import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Letter } from '../../../platform/mail/mail.js'
import { codeLetter } from '../letters.js'
import { issueCode } from './issue-code.js'

/** A new code for a registration that is not finished, also for who lost the onboarding token or may apply again. */
export async function resendCode(work: UnitOfWork, email: string): Promise<Letter | undefined> {
  const user = await work.row<{ id: string }>(findUnfinished, [email])
  const { code } = await issueCode(work, { email, type: 'REGISTRATION', userId: user?.id ?? null, spaced: true })
  return user && codeLetter(email, code)
}

const findUnfinished = sql`select id from app.users where email = $1 and deleted_at is null and registration_status <> 'COMPLETED'`
