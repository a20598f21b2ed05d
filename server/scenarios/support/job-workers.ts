import { newId } from '../../src/kernel/ids.js'
import { Database } from '../../src/platform/database/database.js'
import { sql } from '../../src/platform/database/statement.js'
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js'
import { type JobKind, jobTable } from '../../src/platform/jobs/job-kind.js'
import { JobRunner } from '../../src/platform/jobs/job-runner.js'
import { listenerTable } from '../../src/platform/outbox/listener-table.js'
import { BullJobs } from '../../src/platform/redis/bull-jobs.js'
import { impatientRedis } from '../../src/platform/redis/redis.js'

/** How long the workers of these tests are believed to be alive when they say nothing. */
export const leaseMs = 1_500

/** A worker as a process of its own would be: nothing of it is anybody else's. */
export interface JobWorker {
  readonly runner: JobRunner
  stop(): Promise<void>
}

export interface Places {
  readonly databaseUrl: string
  readonly redisUrl: string | undefined
  readonly pollMs?: number
}

export async function startWorker(
  { databaseUrl, redisUrl, pollMs = 200 }: Places,
  kinds: readonly JobKind[],
): Promise<JobWorker> {
  const database = await new Database({ url: databaseUrl, poolSize: 5, listeners: listenerTable([], 'inline') }).open()
  const asking = redisUrl === undefined ? undefined : impatientRedis(redisUrl)
  const queue = asking && new BullJobs({ asking, url: redisUrl! }, leaseMs)
  const runner = new JobRunner({ database, kinds: jobTable(kinds), queue, pollMs, leaseMs })
  runner.start()
  return {
    runner,
    stop: async () => {
      await runner.stop()
      asking?.disconnect()
      await database.close().catch(() => {})
    },
  }
}

/** Leaves a trace of one part of a job, that nothing keeps from being left twice. */
export async function leaveTrace(work: UnitOfWork, job: string, part = 0): Promise<void> {
  await work.rows(trace, [work.workspaceId, work.organizationId, newId(), job, part, newId()])
}

const trace = sql`
  insert into app.notifications (organization_id, workspace_id, id, user_id, type, category, code, title, message, dedupe_key, data)
  select $2, $1, $3, (select user_id from app.workspace_members where workspace_id = $1 limit 1), 'INFO', 'SYSTEM', 'TRACE', 'trace', 'trace', $6,
    jsonb_build_object('job', $4::text, 'part', $5::int, 'actor', current_setting('app.actor_id'), 'chain', current_setting('app.correlation_id'))`
