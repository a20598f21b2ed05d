import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface NewUser {
  readonly email: string
  readonly passwordHash: string
  readonly firstName: string
  readonly lastName: string
  readonly phone?: string | null | undefined
}

/** Creates a person who may sign in at once: one whom somebody else vouches for. */
export async function createUser(work: UnitOfWork, user: NewUser): Promise<{ userId: string }> {
  const userId = newId()
  const created = await work.row(insertUser, [
    userId,
    user.email.toLowerCase(),
    user.passwordHash,
    user.firstName,
    user.lastName,
    user.phone ?? null,
  ])
  if (!created) throw new Refusal('DUPLICATE', {}, 'email')
  return { userId }
}

const insertUser = sql`
  insert into app.users (id, email, password_hash, first_name, last_name, phone, status, registration_status, email_verified_at, onboarding_completed_at)
  values ($1, $2, $3, $4, $5, $6, 'ACTIVE', 'COMPLETED', now(), now())
  on conflict do nothing returning id`
