import type { UpdateMeBody } from '@prometric/contracts/identity'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Changes what a person says of themselves; what is not named stays. */
export async function updateAccount(work: UnitOfWork, userId: string, body: UpdateMeBody): Promise<void> {
  await work.rows(update, [userId, JSON.stringify(body)])
}

const update = sql`
  update app.users set first_name = coalesce($2::jsonb->>'firstName', first_name), last_name = coalesce($2::jsonb->>'lastName', last_name),
    middle_name = case when $2::jsonb ? 'middleName' then $2::jsonb->>'middleName' else middle_name end,
    phone = case when $2::jsonb ? 'phone' then $2::jsonb->>'phone' else phone end, locale = coalesce($2::jsonb->>'locale', locale),
    avatar_file_id = case when $2::jsonb ? 'avatarFileId' then ($2::jsonb->>'avatarFileId')::uuid else avatar_file_id end, updated_at = now()
  where id = $1`
