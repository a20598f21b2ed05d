import { newId } from '../../kernel/ids.js'
import type { Database } from '../database/database.js'
import { piece, sql } from '../database/statement.js'
import { systemActor, type Tenant } from '../database/tenant.js'
import { wordsOf } from '../failure-words.js'
import { log } from '../log.js'
import type { JobKind, JobTable } from './job-kind.js'
import type { JobKey } from './queued-job.js'

export const triesAtMost = 3

export interface Workshop {
  readonly database: Database
  readonly kinds: JobTable
  /** How long a worker that says nothing is believed to be alive. */
  readonly leaseMs: number
  /** Asked between two parts: whoever is to end gives back what he has not finished. */
  readonly isEnding: () => boolean
}

/** `AGAIN`: it failed and is due again later. `GIVEN_BACK`: the worker ends. `NOT_MINE`: done, not due, or somebody else has it. */
export type JobOutcome = 'DONE' | 'FAILED' | 'AGAIN' | 'GIVEN_BACK' | 'NOT_MINE'

interface Claimed {
  readonly state: 'RUNNING' | 'FAILED'
  readonly payload: unknown
  readonly reached: unknown
  readonly requestedBy: string | null
  readonly correlationId: string
  readonly timezone: string
}

/** Somebody else took the job over, since we were silent for too long. */
class LeaseLost extends Error {}

/**
 * Runs one job by its row. It is ours while we hold its lease, and each part is committed only if we still do: a worker that was taken
 * for dead and comes back changes nothing.
 */
export async function runJob(key: JobKey, workshop: Workshop): Promise<JobOutcome> {
  const { database, kinds, leaseMs } = workshop
  const lease = newId()
  const job = await database.run(tenantOf(key), (work) =>
    work.row<Claimed>(claim, [work.workspaceId, key.id, lease, leaseMs, triesAtMost]),
  )
  if (!job) return 'NOT_MINE'
  if (job.state === 'FAILED') return 'FAILED'
  const hold: Hold = { key, lease, tenant: tenantOf(key, job) }
  const heart = setInterval(() => void beat(hold, workshop), leaseMs / 3)
  try {
    const kind = kinds.find(key.kind)
    if (!kind) throw new Error(`no job is called ${key.kind} any more`)
    return await runParts(kind, job, hold, workshop)
  } catch (error) {
    return error instanceof LeaseLost ? 'NOT_MINE' : await noteFailure(hold, workshop, error)
  } finally {
    clearInterval(heart)
  }
}

interface Hold {
  readonly key: JobKey
  readonly lease: string
  readonly tenant: Tenant
}

async function runParts(
  kind: JobKind,
  { payload, reached: from }: Claimed,
  { key, lease, tenant }: Hold,
  { database, leaseMs, isEnding }: Workshop,
): Promise<JobOutcome> {
  for (let reached = from; ;) {
    const part = await database.run(tenant, async (work) => {
      const came = await kind.run(work, { id: key.id, payload, reached })
      const mine =
        'result' in came
          ? await work.row(finish, [work.workspaceId, key.id, lease, JSON.stringify(came.result)])
          : await work.row(goOn, [
              work.workspaceId,
              key.id,
              lease,
              Math.floor(came.progress),
              JSON.stringify(came.reached),
              leaseMs,
            ])
      if (!mine) throw new LeaseLost()
      return came
    })
    if ('result' in part) return 'DONE'
    if (isEnding())
      return database
        .run(tenant, (work) => work.rows(giveBack, [work.workspaceId, key.id, lease]))
        .then(() => 'GIVEN_BACK')
    reached = part.reached
  }
}

/** A beat that is missed is made good by the next one; who misses them all has lost the job. */
async function beat({ key, lease, tenant }: Hold, { database, leaseMs }: Workshop): Promise<void> {
  await database.run(tenant, (work) => work.rows(extend, [work.workspaceId, key.id, lease, leaseMs])).catch(() => {})
}

/** A failure that cannot even be written down leaves the row as it is: somebody takes it over when the lease has run out. */
async function noteFailure({ key, lease, tenant }: Hold, { database }: Workshop, error: unknown): Promise<JobOutcome> {
  log.error({ err: error, job: key.kind, id: key.id, workspaceId: key.workspaceId }, 'a job failed')
  const after = await database
    .run(tenant, (work) =>
      work.row<{ state: string }>(fail, [work.workspaceId, key.id, lease, wordsOf(error).text, triesAtMost]),
    )
    .catch(() => undefined)
  if (!after) return 'NOT_MINE'
  return after.state === 'FAILED' ? 'FAILED' : 'AGAIN'
}

function tenantOf({ organizationId, workspaceId, kind }: JobKey, job?: Claimed): Tenant {
  return {
    organizationId,
    workspaceId,
    timezone: job?.timezone ?? 'Asia/Almaty',
    actor: systemActor(job?.requestedBy ?? null),
    requestId: `job:${kind}`,
    correlationId: job?.correlationId ?? newId(),
    causationId: null,
    depth: 0,
  }
}

// A start counts as a try, so that a job that takes its worker with it does not do so for ever.
const claim = sql`
  update app.background_jobs j set started_at = coalesce(j.started_at, now()), updated_at = app.now(),
    state = case when it.dead then 'FAILED' else 'RUNNING' end, attempts = j.attempts + case when it.dead then 0 else 1 end,
    lease = case when not it.dead then $3::uuid end, lease_until = case when not it.dead then now() + $4 * interval '1 ms' end,
    error = case when it.dead then coalesce(j.error, 'its worker ended before it did') else j.error end,
    finished_at = case when it.dead then now() end
  from app.workspaces w, (select attempts >= $5 as dead from app.background_jobs where workspace_id = $1 and id = $2) it
  where j.workspace_id = $1 and j.id = $2 and w.organization_id = j.organization_id and w.id = j.workspace_id
    and case j.state when 'QUEUED' then j.next_at when 'RUNNING' then j.lease_until end <= now()
  returning j.state, j.payload, j.reached, j.requested_by as "requestedBy", j.correlation_id as "correlationId", w.timezone`

const mine = piece(`workspace_id = $1 and id = $2 and state = 'RUNNING' and lease = $3`)

const finish = sql`
  update app.background_jobs set state = 'DONE', progress = 100, result = $4::jsonb, reached = null, error = null, lease = null, lease_until = null,
    finished_at = now(), updated_at = app.now()
  where ${mine} returning id`

const goOn = sql`
  update app.background_jobs set progress = $4, reached = $5::jsonb, lease_until = now() + $6 * interval '1 ms', updated_at = app.now()
  where ${mine} returning id`

const extend = sql`update app.background_jobs set lease_until = now() + $4 * interval '1 ms' where ${mine}`

const giveBack = sql`
  update app.background_jobs set state = 'QUEUED', attempts = attempts - 1, next_at = now(), lease = null, lease_until = null, updated_at = app.now()
  where ${mine}`

const fail = sql`
  update app.background_jobs set state = case when attempts >= $5 then 'FAILED' else 'QUEUED' end, error = $4, lease = null, lease_until = null,
    next_at = now() + 2 ^ attempts * interval '1 second', finished_at = case when attempts >= $5 then now() end, updated_at = app.now()
  where ${mine} returning state`
