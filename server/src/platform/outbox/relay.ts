import { newId } from '../../kernel/ids.js'
import type { Database } from '../database/database.js'
import { sql } from '../database/statement.js'
import { systemActor, type Tenant } from '../database/tenant.js'
import type { UnitOfWork } from '../database/unit-of-work.js'
import type { DomainEvent } from './events.js'

interface Ready {
  readonly organization_id: string
  readonly workspace_id: string
  readonly event_id: string
  readonly consumer: string
}

interface Claimed extends DomainEvent {
  readonly timezone: string
}

const triesAtMost = 8
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
    try {
      return await this.database.run(tenantOf(ready), async (work) => {
        const event = await work.row<Claimed>(claim, [work.workspaceId, ready.event_id, ready.consumer])
        if (!event) return false
        const listener = this.database.listeners.find(ready.consumer)
        if (!listener) throw new Error(`nobody is called ${ready.consumer} any more`)
        const from = performance.now()
        await work.goOnFrom(event, event.timezone)
        await listener.hear(work, event)
        await work.rows(done, [work.workspaceId, ready.event_id, ready.consumer, Math.round(performance.now() - from)])
        return true
      })
    } catch (error) {
      // A failure that cannot even be written down ends the round; the next poll tries again.
      return this.database
        .run(tenantOf(ready), (work) => noteFailure(work, ready, error))
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

async function noteFailure(work: UnitOfWork, ready: Ready, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error)
  await work.rows(failed, [work.workspaceId, ready.event_id, ready.consumer, message.slice(0, 2000), triesAtMost])
}

const claim = sql`
  select e.id, e.name, e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId", e.aggregate_version as "aggregateVersion", e.payload,
    e.occurred_at as "occurredAt", e.actor_id as "actorId", e.correlation_id as "correlationId", e.causation_id as "causationId", e.depth, w.timezone
  from app.event_deliveries d
  join app.outbox_events e on e.workspace_id = d.workspace_id and e.id = d.event_id
  join app.workspaces w on w.organization_id = d.organization_id and w.id = d.workspace_id
  where d.workspace_id = $1 and d.event_id = $2 and d.consumer = $3 and d.state = 'READY'
    and not exists (select from app.event_deliveries b where b.workspace_id = d.workspace_id and b.consumer = d.consumer
      and b.aggregate_id = d.aggregate_id and b.pos < d.pos and b.state in ('READY', 'DEAD'))
  for no key update of d skip locked`

const done = sql`
  update app.event_deliveries set state = 'DONE', attempts = attempts + 1, done_at = clock_timestamp(), duration_ms = $4, last_error = null
  where workspace_id = $1 and event_id = $2 and consumer = $3`

// Full jitter from 1 s to 5 min; the eighth failure parks the delivery.
const failed = sql`
  update app.event_deliveries set attempts = attempts + 1, last_error = $4,
    state = case when attempts + 1 >= $5 then 'DEAD' else 'READY' end,
    next_at = now() + random() * least(300, 2 ^ (attempts + 1)) * interval '1 second'
  where workspace_id = $1 and event_id = $2 and consumer = $3 and state = 'READY'`
