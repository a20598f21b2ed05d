import { newId } from '../../kernel/ids.js'
import type { Database } from '../database/database.js'
import { systemActor, type Tenant } from '../database/tenant.js'
import { deliver } from './deliver.js'
import { noteFailure } from './note-failure.js'

interface Ready {
  readonly organization_id: string
  readonly workspace_id: string
  readonly event_id: string
  readonly consumer: string
}

const lanes = 3

/**
 * Gives queued listeners their events. The row lock of the handler's own transaction is the claim, so its effect and
 * "done" commit together; a killed worker leaves the row as it was. A poke after a commit wakes it, a poll is the truth.
 */
export class Relay {
  private stopping = false
  private timer: NodeJS.Timeout | undefined
  private round: Promise<number> | undefined
  private pokedAgain = false
  private paused = false

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
      this.pokedAgain = true
      return
    }
    this.round = this.drain().catch(() => 0)
    void this.round.finally(() => {
      this.round = undefined
      if (this.pokedAgain) {
        this.pokedAgain = false
        this.poke()
      }
    })
  }

  /**
   * Handles all that is ready, and what that makes ready, until nothing is. Returns how many were handled. Those of which `inTurn` says
   * so are handled one after another, beside the others.
   */
  async drain(inTurn: (consumer: string) => boolean = () => false): Promise<number> {
    let handled = 0
    for (;;) {
      if (this.stopping) return handled
      const ready = await this.database.global<Ready>('select * from app.ready_deliveries($1)', [100])
      if (ready.length === 0) return handled
      const before = handled
      const handle = async (queue: Ready[]) => {
        for (let next = queue.shift(); next && !this.stopping; next = queue.shift())
          if (await this.deliver(next)) handled++
      }
      const ordered = ready.filter((delivery) => inTurn(delivery.consumer))
      const others = ready.filter((delivery) => !inTurn(delivery.consumer))
      const free = ordered.length > 0 ? lanes - 1 : lanes
      await Promise.all([handle(ordered), ...Array.from({ length: free }, () => handle(others))])
      if (handled === before) return handled
    }
  }

  private async deliver(ready: Ready): Promise<boolean> {
    const key = { eventId: ready.event_id, consumer: ready.consumer }
    try {
      return await this.database.run(tenantOf(ready), (work) => deliver(work, key, this.database.listeners))
    } catch (error) {
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
