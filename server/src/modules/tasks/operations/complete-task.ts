import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

interface Done {
  readonly id: string
  readonly version: number
  readonly relatedEntityType: string | null
  readonly relatedEntityId: string | null
}

/** Ends a task, or opens it again. What is done already stays done: saying so twice changes nothing. */
export async function completeTask(
  work: UnitOfWork,
  { id, version, done }: { id: string; version?: number | undefined; done: boolean },
): Promise<void> {
  const task = await work.row<{ status: string; version: number }>(lock, [work.workspaceId, id])
  if (!task) throw new Refusal('NOT_FOUND')
  if (version !== undefined && version !== task.version)
    throw new Refusal('VERSION_CONFLICT', { version: task.version })
  const to = done ? 'DONE' : 'TODO'
  if (task.status === 'CANCELLED') throw new Refusal('INVALID_TRANSITION', { from: task.status, to, allowed: [] })
  if ((task.status === 'DONE') === done) return
  const changed = (await work.row<Done>(change, [work.workspaceId, id, to, work.actor.userId, work.now]))!
  tell(work, changed, done ? 'task.completed' : 'task.reopened')
}

/** Ends the tasks that the system opened under these keys, since what they asked for has happened or will not. */
export async function settleTasks(
  work: UnitOfWork,
  sourceKeys: readonly string[],
  to: 'DONE' | 'CANCELLED',
): Promise<void> {
  const settled = await work.rows<Done>(settle, [work.workspaceId, sourceKeys, to, work.actor.userId, work.now])
  for (const task of settled) tell(work, task, to === 'DONE' ? 'task.completed' : 'task.cancelled')
}

function tell(work: UnitOfWork, { id, version, relatedEntityType, relatedEntityId }: Done, name: string): void {
  work.announce({
    name,
    aggregateType: 'task',
    aggregateId: id,
    aggregateVersion: version,
    payload: { taskId: id, relatedEntityType, relatedEntityId },
  })
}

const lock = sql`select status, version from app.tasks where workspace_id = $1 and id = $2 and deleted_at is null for no key update`

const changed = {
  text: `status = $3, progress = case when $3 = 'DONE' then 100 else progress end, completed_at = case when $3 = 'DONE' then $5::timestamptz end,
    completed_by = case when $3 = 'DONE' then $4::uuid end, version = version + 1, updated_at = app.now(), updated_by = $4::uuid`,
}
const returned = {
  text: `returning id, version, related_entity_type as "relatedEntityType", related_entity_id as "relatedEntityId"`,
}

const change = sql`update app.tasks set ${changed} where workspace_id = $1 and id = $2 ${returned}`
const settle = sql`
  update app.tasks set ${changed}
  where workspace_id = $1 and source_key = any($2::text[]) and deleted_at is null and status not in ('DONE', 'CANCELLED') ${returned}`
