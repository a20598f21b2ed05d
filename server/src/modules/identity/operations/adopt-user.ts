import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

interface Person {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly phone?: string | null | undefined
  readonly passwordHash: string
}

/**
 * The account of a person whom a company vouches for. A verified account keeps its password; one whose e-mail was never
 * verified may be somebody else's attempt at the address, so its password is replaced.
 */
export async function adoptUser(work: UnitOfWork, person: Person): Promise<{ userId: string; isNewAccount: boolean }> {
  const email = person.email.toLowerCase()
  const created = await work.row<{ id: string }>(insertUser, [
    newId(),
    email,
    person.passwordHash,
    person.firstName,
    person.lastName,
    person.phone ?? null,
  ])
  if (created) return { userId: created.id, isNewAccount: true }
  const replaced = await work.row<{ id: string }>(replaceUnverified, [
    email,
    person.passwordHash,
    person.firstName,
    person.lastName,
  ])
  if (replaced) return { userId: replaced.id, isNewAccount: true }
  const known = await work.row<{ id: string }>(activate, [email])
  return { userId: known!.id, isNewAccount: false }
}

const insertUser = sql`
  insert into app.users (id, email, password_hash, first_name, last_name, phone, status, registration_status, email_verified_at, onboarding_completed_at)
  values ($1, $2, $3, $4, $5, $6, 'ACTIVE', 'COMPLETED', now(), now()) on conflict do nothing returning id`
const replaceUnverified = sql`
  update app.users set password_hash = $2, first_name = $3, last_name = $4, status = 'ACTIVE', registration_status = 'COMPLETED', email_verified_at = now(),
    onboarding_completed_at = now(), token_version = token_version + 1, updated_at = now()
  where email = $1 and deleted_at is null and email_verified_at is null returning id`
const activate = sql`
  update app.users set status = case when status = 'PENDING' then 'ACTIVE' else status end,
    registration_status = 'COMPLETED', onboarding_completed_at = coalesce(onboarding_completed_at, now()), updated_at = now()
  where email = $1 and deleted_at is null returning id`
