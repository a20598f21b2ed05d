import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The person has a place to work: from now on they may sign in. */
export async function completeRegistration(work: UnitOfWork, userId: string): Promise<void> {
  await work.rows(complete, [userId])
}

const complete = sql`
  update app.users set status = 'ACTIVE', registration_status = 'COMPLETED', onboarding_completed_at = now(), updated_at = now() where id = $1`
