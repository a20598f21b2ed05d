import { newId } from '../../kernel/ids.js'
import type { Database } from '../database/database.js'
import { sql } from '../database/statement.js'
import { systemActor, type Tenant } from '../database/tenant.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import { log } from '../log.js'
import type { Relay } from '../outbox/relay.js'

/** Work that falls due by the clock. What is owed is found in the rows themselves, so that a run more or less changes nothing. */
export interface Job {
  readonly name: string
  /** Names the workspaces in which it is due at $1: a call of a reviewed function, which may look over all tenants. */
  readonly due: string
  /** Does what is owed in one workspace, in one transaction. */
  run(work: UnitOfWork): Promise<void>
}

interface DueWorkspace {
  readonly organization_id: string
  readonly workspace_id: string
  readonly timezone: string
}

/**
 * Looks once a minute what is due, by the house's own clock, and does it workspace by workspace. Any number of processes may tick: one
 * of them does a job in a workspace, the others pass by. A job that fails is told to the log and looked at again with the next tick.
 */
export class Schedule {
  private timer: NodeJS.Timeout | undefined
  private ticking: Promise<number> | undefined

  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
    private readonly jobs: readonly Job[],
    private readonly everyMs = 60_000,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      // Somebody has moved the clock: the jobs of that time are his.
      if (this.relay.isPaused || this.ticking) return
      this.ticking = this.tick()
      void this.ticking.finally(() => (this.ticking = undefined))
    }, this.everyMs)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.ticking
  }

  /** Does everything that is due now. Answers in how many workspaces something was. */
  async tick(): Promise<number> {
    let done = 0
    for (const job of this.jobs) {
      for (const workspace of await this.dueFor(job)) {
        try {
          await this.database.run(tenantOf(workspace, job), async (work) => {
            const mine = await work.row<{ taken: boolean }>(take, [`${job.name}:${work.workspaceId}`])
            if (mine!.taken) await job.run(work)
          })
          done++
        } catch (error) {
          log.error({ err: error, job: job.name, workspaceId: workspace.workspace_id }, 'a scheduled job failed')
        }
      }
    }
    return done
  }

  /** A job that cannot even be looked up does not keep the others from their turn. */
  private async dueFor(job: Job): Promise<DueWorkspace[]> {
    try {
      return await this.database.global<DueWorkspace>(job.due, [this.database.clock()])
    } catch (error) {
      log.error({ err: error, job: job.name }, 'what is due could not be looked up')
      return []
    }
  }
}

const tenantOf = (workspace: DueWorkspace, job: Job): Tenant => ({
  organizationId: workspace.organization_id,
  workspaceId: workspace.workspace_id,
  timezone: workspace.timezone,
  actor: systemActor(null),
  requestId: `schedule:${job.name}`,
  correlationId: newId(),
  causationId: null,
  depth: 0,
})

const take = sql`select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken`
