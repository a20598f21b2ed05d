import type { UpdateWorkspaceBody } from '@prometric/contracts/workspaces'
import { against, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Changes the name, description or language of the workspace; what is not named stays. */
export async function updateWorkspace(
  work: UnitOfWork,
  { version, ...body }: UpdateWorkspaceBody,
  ifMatch: number | undefined,
): Promise<void> {
  const values = [
    work.organizationId,
    work.workspaceId,
    JSON.stringify(body),
    ifMatch ?? version ?? null,
    work.actor.userId,
  ]
  if (!(await work.row(update, values)))
    throw new Refusal(ifMatch === undefined ? 'VERSION_CONFLICT' : 'PRECONDITION_FAILED')
}

/** Closes a workspace that is not the main one. Its data stays. */
export async function archiveWorkspace(work: UnitOfWork): Promise<void> {
  if (work.actor.role !== 'OWNER') throw new Refusal('FORBIDDEN', { role: 'OWNER' })
  const archived = await work.row(archive, [work.organizationId, work.workspaceId, work.actor.userId])
  if (!archived) throw against('MAIN_WORKSPACE_STAYS')
}

const update = sql`
  update app.workspaces set name = coalesce($3::jsonb->>'name', name), locale = coalesce($3::jsonb->>'locale', locale),
    description = case when $3::jsonb ? 'description' then $3::jsonb->>'description' else description end,
    version = version + 1, updated_at = app.now(), updated_by = $5
  where organization_id = $1 and id = $2 and ($4::int is null or version = $4) returning id`
const archive = sql`
  update app.workspaces set status = 'ARCHIVED', version = version + 1, updated_at = app.now(), updated_by = $3
  where organization_id = $1 and id = $2 and not is_default returning id`
