import type { PoolClient } from 'pg'
import { newId } from '../../kernel/ids.js'
import { localDay } from '../../kernel/kazakhstan/local-day.js'
import { Refusal } from '../../kernel/refusal.js'
import type { QueuedJob } from '../jobs/queued-job.js'
import { type Announcement, deepest, type DomainEvent, type Hearer, type RunRecord } from '../outbox/events.js'
import { takeNextNumber } from './legal-number.js'
import type { NumberCounter } from './number-counter.js'
import { sql, type Statement } from './statement.js'
import { systemActor, type Tenant } from './tenant.js'

export interface House {
  readonly listeners: { inline(eventName: string): readonly Hearer<UnitOfWork>[] }
  readonly numbers: Pick<NumberCounter, 'next'>
  /** The operation's clock; the database's own time is used where it stands for `now()`. */
  readonly clock: () => Date
}

/**
 * One use case, one transaction, one tenant. Operations receive it and never open another.
 * Events, runs and the idempotency reply are kept here and leave in one statement just before the commit.
 */
export class UnitOfWork {
  readonly organizationId: string
  readonly workspaceId: string
  readonly now: Date
  readonly events: DomainEvent[] = []
  readonly runs: RunRecord[] = []
  /** Documents whose followers hear of this commit, beside those that its events name. */
  readonly concerns: string[] = []
  /** Jobs that this commit leaves behind. */
  readonly jobs: QueuedJob[] = []
  statements = 0
  /** Every statement it ran: which tables it touched is judged when somebody asks. */
  readonly said = new Set<Statement>()
  /** How listeners are hearing now: in the writer's transaction, or in a delivery's own. */
  hearing: 'INLINE' | 'QUEUED' = 'INLINE'
  private readonly begun = performance.now()
  private readonly unheard: DomainEvent[] = []
  private readonly closing: Array<() => Promise<unknown>> = []
  private readonly committed: Array<() => void> = []
  private cause: { id: string | null; depth: number }
  private settings: ReadonlyMap<string, unknown> | undefined

  constructor(
    private readonly client: PoolClient,
    public tenant: Tenant,
    private readonly house: House,
    private readonly deadline: number,
  ) {
    this.organizationId = tenant.organizationId
    this.workspaceId = tenant.workspaceId
    this.now = house.clock()
    this.cause = { id: tenant.causationId, depth: tenant.depth }
  }

  /** A delivery goes on where its event stopped: same chain, same person, the event as cause. Used by the relay only. */
  goOnFrom(event: DomainEvent, timezone: string): void {
    this.tenant = {
      ...this.tenant,
      timezone,
      actor: systemActor(event.actorId),
      correlationId: event.correlationId,
      causationId: event.id,
      depth: event.depth,
    }
    this.cause = { id: event.id, depth: event.depth }
    this.hearing = 'QUEUED'
  }

  /** The business time by now: `now` and what has passed since the transaction began. */
  moment(): Date {
    return new Date(this.now.getTime() + performance.now() - this.begun)
  }

  get actor() {
    return this.tenant.actor
  }

  /** Today as a calendar day of the workspace's time zone. */
  get today(): string {
    return localDay(this.now, this.tenant.timezone)
  }

  async rows<T>(statement: Statement, values: readonly unknown[] = []): Promise<T[]> {
    if (Date.now() > this.deadline)
      throw new Refusal('SERVICE_UNAVAILABLE', { reason: 'the transaction passed its 30 s' })
    this.statements++
    this.said.add(statement)
    const result = await this.client.query({ name: statement.name, text: statement.text, values: [...values] })
    return result.rows as T[]
  }

  async row<T>(statement: Statement, values: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(statement, values))[0]
  }

  /** May the acting person do this? The system may do everything. */
  allow(permission: string): boolean {
    return this.actor.permissions === 'ALL' || this.actor.permissions.has(permission)
  }

  require(permission: string): void {
    if (!this.allow(permission)) throw new Refusal('FORBIDDEN', { permission })
  }

  /** Says a fact. It becomes a row of this transaction; inline listeners hear it before the commit. */
  announce(announcement: Announcement): DomainEvent {
    const event: DomainEvent = {
      ...announcement,
      id: newId(),
      occurredAt: this.now,
      actorId: this.actor.userId,
      correlationId: this.tenant.correlationId,
      causationId: this.cause.id,
      depth: this.cause.depth + 1,
    }
    if (event.depth > deepest)
      throw new Error(`the chain ${event.correlationId} is deeper than ${deepest} at ${event.name}`)
    this.events.push(event)
    this.unheard.push(event)
    return event
  }

  /** Runs inside this transaction after every inline listener, in the order asked: for what must be written last. Its cause is that of the asking. */
  atEnd(run: () => Promise<unknown>): void {
    const { cause } = this
    this.closing.push(async () => {
      const before = this.cause
      this.cause = cause
      await run()
      this.cause = before
    })
  }

  /** Runs after the commit; may be lost with the process. */
  afterCommit(run: () => void): void {
    this.committed.push(run)
  }

  /** An internal document number such as SO-2026-000118: unique, a rollback may leave a gap. */
  async number(type: string): Promise<string> {
    return this.house.numbers.next(this.tenant, type, Number(this.today.slice(0, 4)))
  }

  /** A gapless number of a legal document. Locks its sequence until the commit: ask as late as possible. */
  async legalNumber(type: string): Promise<string> {
    const year = Number(this.today.slice(0, 4))
    return (await this.row<{ number: string }>(takeNextNumber, [this.workspaceId, this.organizationId, type, year]))!
      .number
  }

  /** A setting of the workspace, or its shipped default. Unknown keys are a defect. */
  async setting<T>(key: string): Promise<T> {
    this.settings ??= new Map(
      (await this.rows<{ key: string; value: unknown }>(loadSettings, [this.workspaceId])).map((s) => [s.key, s.value]),
    )
    if (!this.settings.has(key)) throw new Error(`the setting ${key} was never seeded`)
    return this.settings.get(key) as T
  }

  recordRun(run: RunRecord): void {
    this.runs.push(run)
  }

  /** Lets the inline listeners hear everything, then what must be last. Called once by the database before its flush. */
  async settle(): Promise<void> {
    await this.hear()
    for (let run = this.closing.shift(); run; run = this.closing.shift()) {
      await run()
      await this.hear()
    }
  }

  /** Called once by the database after its commit. */
  tellCommitted(): void {
    for (const run of this.committed) run()
  }

  /** Lets the inline listeners hear what was said so far, and what they say. */
  async hear(): Promise<void> {
    for (let event = this.unheard.shift(); event; event = this.unheard.shift()) {
      for (const listener of this.house.listeners.inline(event.name)) {
        const before = this.cause
        const hearing = this.hearing
        this.cause = { id: event.id, depth: event.depth }
        this.hearing = 'INLINE'
        await listener.hear(this, event)
        this.cause = before
        this.hearing = hearing
      }
    }
  }
}

const loadSettings = sql`select key, value from app.app_settings where workspace_id = $1`
