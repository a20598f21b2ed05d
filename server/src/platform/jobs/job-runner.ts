import type { Database } from '../database/database.js'
import type { JobTable } from './job-kind.js'
import type { JobQueue } from './job-queue.js'
import { Lane } from './lane.js'
import { type JobKey, queueNames, type QueuedJob, queues } from './queued-job.js'
import { type JobOutcome, runJob, type Workshop } from './run-job.js'

export interface JobRunnerOptions {
  readonly database: Database
  readonly kinds: JobTable
  /** Brings jobs to whoever works; without it, and while it is away, those who poll run them. */
  readonly queue?: JobQueue | undefined
  readonly pollMs?: number
  readonly leaseMs?: number
  /** While it says so nothing is begun: somebody has moved the clock. */
  readonly isPaused?: () => boolean
}

interface Ready {
  readonly organization_id: string
  readonly workspace_id: string
  readonly id: string
  readonly kind: string
}

const jobsAtOnce = 100
const over: ReadonlySet<JobOutcome> = new Set(['DONE', 'FAILED'])

/**
 * Runs background jobs. The rows are the truth: each second the ready ones are looked up and handed to the queue, or run here without
 * one. So a queue that was flushed, killed or never there loses nothing, and a job whose worker is gone is taken over.
 */
export class JobRunner {
  private timer: NodeJS.Timeout | undefined
  private ending = false
  private readonly underWay = new Set<Promise<unknown>>()
  private readonly workshop: Workshop
  private readonly lanes

  constructor(private readonly options: JobRunnerOptions) {
    const { database, kinds, leaseMs = 30_000, queue } = options
    this.workshop = { database, kinds, leaseMs, isEnding: () => this.ending }
    this.lanes = queueNames.map(
      (name) =>
        [
          name,
          new Lane({
            width: queues[name],
            ready: async () => (await this.ready(kinds.namesOf(name))).map(keyOf),
            handOver: async (jobs) => (await queue?.add(name, jobs)) ?? false,
            run: async (job) => over.has(await this.run(job)),
          }),
        ] as const,
    )
    database.onJobs = (jobs) => this.tell(jobs)
  }

  /** From now on this process works, and does not only leave jobs for others. */
  start(): void {
    this.options.queue?.work((job) => this.run(job))
    this.timer = setInterval(() => this.poke(), this.options.pollMs ?? 1_000)
    this.poke()
  }

  /** Claims nothing more. What is under way ends with its part and is given back. */
  async stop(): Promise<void> {
    this.ending = true
    clearInterval(this.timer)
    await Promise.all([...this.lanes.map(([, lane]) => lane.stop()), ...this.underWay])
    await this.options.queue?.close()
  }

  /** Everything that is ready now: run when it returns, or handed over. */
  async drain(): Promise<void> {
    await Promise.all(this.lanes.map(([, lane]) => lane.drain()))
  }

  private poke(): void {
    if (!this.options.isPaused?.()) for (const [, lane] of this.lanes) lane.poke()
  }

  /** After a commit. Whoever works looks at the rows; the others leave it to the queue, or to the poll of those who work. */
  private tell(jobs: readonly QueuedJob[]): void {
    if (this.timer) return this.poke()
    for (const name of queueNames) {
      const ours = jobs.filter(({ queue }) => queue === name)
      if (ours.length > 0) void this.options.queue?.add(name, ours)
    }
  }

  private async run(job: JobKey): Promise<JobOutcome> {
    if (this.ending) return 'NOT_MINE'
    const running = runJob(job, this.workshop)
    const done = running.catch(() => {}).finally(() => this.underWay.delete(done))
    this.underWay.add(done)
    return running
  }

  private ready(kinds: readonly string[]): Promise<Ready[]> {
    return this.options.database.global<Ready>('select * from app.ready_jobs($1, $2)', [kinds, jobsAtOnce])
  }
}

const keyOf = ({ organization_id: organizationId, workspace_id: workspaceId, id, kind }: Ready): JobKey => ({
  organizationId,
  workspaceId,
  id,
  kind,
})
