import type { PreRegisterBody } from '@prometric/contracts/identity'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Letter } from '../../../platform/mail/mail.js'
import { codeLetter, knownLetter } from '../letters.js'
import { issueCode } from './issue-code.js'

/** Begins a registration. The answer is the same whether or not the e-mail has an account; only the letter tells. */
export async function preRegister(
  work: UnitOfWork,
  { person, passwordHash, signUpToken }: { person: PreRegisterBody; passwordHash: string; signUpToken: string },
): Promise<Letter | undefined> {
  const email = person.email.toLowerCase()
  const values = [
    newId(),
    email,
    passwordHash,
    person.firstName,
    person.lastName,
    person.phoneNumber ?? null,
    person.locale ?? 'ru',
  ]
  const user = await work.row<{ id: string; isNew: boolean }>(upsertUnverified, values)
  if (user?.isNew)
    work.announce({
      name: 'user.registered',
      aggregateType: 'user',
      aggregateId: user.id,
      aggregateVersion: 1,
      payload: { userId: user.id },
    })
  const issued = await issueCode(work, {
    email,
    type: 'REGISTRATION',
    userId: user?.id ?? null,
    spaced: false,
    signUpToken,
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'RATE_LIMITED') return undefined
    throw error
  })
  if (!issued) return undefined
  return user ? codeLetter(email, issued.code) : knownLetter(email)
}

// A registration that never proved its e-mail gives way to the next one; a verified account is left alone.
const upsertUnverified = sql`
  insert into app.users as u (id, email, password_hash, first_name, last_name, phone, locale) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (email) where deleted_at is null do update set password_hash = $3, first_name = $4, last_name = $5, phone = $6, locale = $7, updated_at = now()
    where u.email_verified_at is null
  returning u.id, u.id = $1 as "isNew"`
