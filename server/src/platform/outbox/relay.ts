import { newId } from '../../kernel/ids.js'
import type { Database } from '../database/database.js'
import { systemActor, type Tenant } from '../database/tenant.js'
import { deliver } from './deliver.js'
import { Desk } from './desk.js'
import { noteFailure } from './note-failure.js'

interface Ready {
  readonly organization_id: string
  readonly workspace_id: string
  readonly event_id: string
  readonly consumer: string
}

const lanes = 3
/** So many failures are remembered. */
const memory = 10_000

/**
 * Gives queued listeners their events. The row lock of the handler's own transaction is the claim, so its effect and
 * "done" commit together; a killed worker leaves the row as it was. A poke after a commit wakes it, a poll is the truth.
 */
export class Relay {
  private stopping = false
  private timer: NodeJS.Timeout | undefined
  private round: Promise<number> | undefined
  private desk: Desk<Ready> | undefined
  private paused = false
  /** What failed here is tried again one at a time: who waits long for a lock or a stranger keeps no neighbour waiting. */
  private readonly failed = new Set<string>()

  constructor(
    private readonly database: Database,
    private readonly pollMs = 1_000,
  ) {}

  start(): void {
    this.database.onDeliveries = () => this.poke()
    this.timer = setInterval(() => this.poke(), this.pollMs)
    this.poke()
  }

  /** Claims nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopping = true
    clearInterval(this.timer)
    await this.round?.catch(() => {})
  }

  /** Meanwhile nothing is handled but what `run` drains itself: for whoever moves the clock. */
  async pausedWhile(run: () => Promise<void>): Promise<void> {
    this.paused = true
    await this.round
    try {
      await run()
    } finally {
      this.paused = false
      if (this.timer) this.poke()
    }
  }

  get isPaused(): boolean {
    return this.paused
  }

  poke(): void {
    if (this.stopping || this.paused) return
    if (this.round) {
      this.desk?.tell()
      return
    }
    const desk = this.openDesk(() => false)
    this.desk = desk
    this.round = this.work(desk).catch(() => 0)
    void this.round.finally(() => {
      this.round = undefined
      if (desk.hasNews) this.poke()
    })
  }

  /**
   * Handles all that is ready, and what that makes ready, until nothing is. Returns how many were handled. Those of which `inTurn` says
   * so are handled one after another, beside the others.
   */
  async drain(inTurn: (consumer: string) => boolean = () => false): Promise<number> {
    return this.work(this.openDesk(inTurn))
  }

  private openDesk(inTurn: (consumer: string) => boolean): Desk<Ready> {
    return new Desk(
      () => this.database.global<Ready>('select * from app.ready_deliveries($1)', [100]),
      nameOf,
      (ready) => (inTurn(ready.consumer) ? 'in turn' : this.failed.has(nameOf(ready)) ? 'failed' : undefined),
      () => !this.stopping,
    )
  }

  private async work(desk: Desk<Ready>): Promise<number> {
    let handled = 0
    const lane = async () => {
      for (let next = await desk.next(); next; next = await desk.next()) {
        const achieved = await this.deliver(next)
        if (achieved) handled++
        desk.layAside(next, achieved)
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return handled
  }

  private async deliver(ready: Ready): Promise<boolean> {
    const key = { eventId: ready.event_id, consumer: ready.consumer }
    try {
      const heard = await this.database.runOrGiveWay(tenantOf(ready), (work) =>
        deliver(work, key, this.database.listeners),
      )
      this.failed.delete(nameOf(ready))
      return heard
    } catch (error) {
      if (this.failed.size >= memory) this.failed.clear()
      this.failed.add(nameOf(ready))
      // A failure that cannot even be written down ends the round; the next poll tries again.
      return this.database
        .run(tenantOf(ready), (work) => noteFailure(work, key, error))
        .then(
          () => true,
          () => false,
        )
    }
  }
}

const nameOf = (ready: Ready) => `${ready.event_id}:${ready.consumer}`

function tenantOf(ready: Ready): Tenant {
  return {
    organizationId: ready.organization_id,
    workspaceId: ready.workspace_id,
    timezone: 'Asia/Almaty',
    actor: systemActor(null),
    requestId: 'relay',
    correlationId: newId(),
    causationId: null,
    depth: 0,
  }
}
