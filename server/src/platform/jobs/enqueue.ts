import { newId } from '../../kernel/ids.js'
import { sql } from '../database/statement.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import type { JobKind } from './job-kind.js'

/** Leaves a job behind with the commit; whoever runs it is told after it. */
export async function enqueueJob<Payload>(
  work: UnitOfWork,
  { kind, payload }: { kind: JobKind<Payload>; payload: Payload },
): Promise<string> {
  return (await insertJob(work, kind, { payload, slot: null }))!
}

/** The job of a kind that waits or runs in the workspace now: for what nobody needs twice at a time. */
export async function openJob(work: UnitOfWork, kind: JobKind): Promise<string | undefined> {
  return (await work.row<{ id: string }>(openOne, [work.workspaceId, kind.name]))?.id
}

/** Leaves a job for a slot of the schedule, unless there is one, or an earlier one is still open. Answers whether it did. */
export async function fillSlot(work: UnitOfWork, kind: JobKind, slot: string): Promise<boolean> {
  return !(await openJob(work, kind)) && (await insertJob(work, kind, { payload: {}, slot })) !== undefined
}

async function insertJob(
  work: UnitOfWork,
  { name, queue }: JobKind,
  { payload, slot }: { payload: unknown; slot: string | null },
): Promise<string | undefined> {
  const id = newId()
  const { organizationId, workspaceId, tenant, actor } = work
  const made = await work.row(insert, [
    workspaceId,
    organizationId,
    id,
    name,
    JSON.stringify(payload),
    actor.userId,
    tenant.correlationId,
    slot,
  ])
  if (!made) return undefined
  work.jobs.push({ organizationId, workspaceId, id, kind: name, queue })
  return id
}

const openOne = sql`
  select id from app.background_jobs where workspace_id = $1 and kind = $2 and state in ('QUEUED', 'RUNNING') order by id limit 1`

const insert = sql`
  insert into app.background_jobs (organization_id, workspace_id, id, kind, payload, requested_by, correlation_id, slot)
  values ($2, $1, $3, $4, $5::jsonb, $6, $7, $8)
  on conflict (workspace_id, kind, slot) do nothing returning id`
