import { newId } from '../../kernel/ids.js'
import { localDay } from '../../kernel/kazakhstan/local-day.js'
import type { Database } from '../database/database.js'
import { systemActor, type Tenant } from '../database/tenant.js'
import { fillSlot } from '../jobs/enqueue.js'
import type { JobKind } from '../jobs/job-kind.js'
import type { JobRunner } from '../jobs/job-runner.js'
import { log } from '../log.js'

/** Work that falls due by the clock: a background job for each slot in which something is due. */
export interface ScheduledJob<Reached = unknown> extends JobKind<unknown, Reached> {
  /** Names the workspaces in which it is due at $1: a call of a reviewed function, which may look over all tenants. */
  readonly due: string
  /** What of the time is one slot: a job is made once in it. */
  readonly slot: (at: Date, timezone: string) => string
}

/** For what is found due by its rows: as often as somebody looks. */
export const everyMinute = (at: Date): string => at.toISOString().slice(0, 16)
/** Once a calendar day of the workspace. */
export const everyDay = localDay

interface DueWorkspace {
  readonly organization_id: string
  readonly workspace_id: string
  readonly timezone: string
}

export interface ScheduleOptions {
  readonly database: Database
  readonly runner: JobRunner
  readonly jobs: readonly ScheduledJob[]
  /** While it says so nothing falls due: somebody has moved the clock, and the jobs of that time are his. */
  readonly isPaused: () => boolean
  readonly everyMs?: number
}

/**
 * Looks once a minute what is due, by the house's own clock, and leaves a job for it. A slot is a unique row, so any number of processes
 * may tick. What is owed is found in the rows themselves, so that a job more or less changes nothing.
 */
export class Schedule {
  private timer: NodeJS.Timeout | undefined
  private ticking: Promise<number> | undefined

  constructor(private readonly options: ScheduleOptions) {}

  start(): void {
    this.timer = setInterval(() => {
      if (this.options.isPaused() || this.ticking) return
      this.ticking = this.fillSlots(this.options.jobs)
      void this.ticking.finally(() => (this.ticking = undefined))
    }, this.options.everyMs ?? 60_000)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.ticking
  }

  /** Does everything that is due now. Answers for how many slots a job was made. */
  async tick(jobs: readonly ScheduledJob[] = this.options.jobs): Promise<number> {
    const made = await this.fillSlots(jobs)
    await this.options.runner.drain()
    return made
  }

  private async fillSlots(jobs: readonly ScheduledJob[]): Promise<number> {
    const { database } = this.options
    let made = 0
    for (const job of jobs) {
      for (const workspace of await this.dueFor(job)) {
        const slot = job.slot(database.clock(), workspace.timezone)
        try {
          if (await database.run(tenantOf(workspace, job), (work) => fillSlot(work, job, slot))) made++
        } catch (error) {
          log.error({ err: error, job: job.name, workspaceId: workspace.workspace_id }, 'a slot could not be filled')
        }
      }
    }
    return made
  }

  /** A job that cannot even be looked up does not keep the others from their turn. */
  private async dueFor(job: ScheduledJob): Promise<DueWorkspace[]> {
    const { database } = this.options
    try {
      return await database.global<DueWorkspace>(job.due, [database.clock()])
    } catch (error) {
      log.error({ err: error, job: job.name }, 'what is due could not be looked up')
      return []
    }
  }
}

const tenantOf = (workspace: DueWorkspace, job: ScheduledJob): Tenant => ({
  organizationId: workspace.organization_id,
  workspaceId: workspace.workspace_id,
  timezone: workspace.timezone,
  actor: systemActor(null),
  requestId: `schedule:${job.name}`,
  correlationId: newId(),
  causationId: null,
  depth: 0,
})
