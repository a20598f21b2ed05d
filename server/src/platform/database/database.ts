import { setTimeout as sleep } from 'node:timers/promises'
import pg, { type Client, type PoolClient } from 'pg'
import { DataSource } from 'typeorm'
import { newId } from '../../kernel/ids.js'
import { Refusal } from '../../kernel/refusal.js'
import type { QueuedJob } from '../jobs/queued-job.js'
import type { Trace, Traces } from '../cache/traces.js'
import type { ListenerTable } from '../outbox/listener.js'
import { flush, type IdempotentReply } from '../outbox/flush.js'
import { NumberCounter } from './number-counter.js'
import { parsers, sessionOptions } from './session-options.js'
import type { Tenant } from './tenant.js'
import { Turnstile } from './turnstile.js'
import { type House, UnitOfWork } from './unit-of-work.js'

const transactionLimitMs = 30_000
const triesAtMost = 6

export interface DatabaseOptions {
  readonly url: string
  readonly poolSize: number
  readonly listeners: ListenerTable
  readonly clock?: () => Date
}

/** The one way to the database: `run` opens a transaction in a tenant's context and commits what the operation did. */
export class Database {
  /** Told after each commit that left queued deliveries behind. */
  onDeliveries: () => void = () => {}
  /** Told after each commit that left jobs behind. */
  onJobs: (jobs: readonly QueuedJob[]) => void = () => {}
  /** Told after each commit, for what may be lost safely: sockets. */
  onCommitted: (work: UnitOfWork) => void = () => {}
  /** What a commit leaves for those who keep answers; nobody does unless it is set. */
  traces: Traces | undefined
  clock: () => Date
  readonly listeners: ListenerTable
  private readonly source: DataSource
  private counter: Promise<Client> | undefined
  private readonly house: House
  private readonly stage: House
  private readonly turnstile: Turnstile

  constructor(private readonly options: DatabaseOptions) {
    this.clock = options.clock ?? (() => new Date())
    this.listeners = options.listeners
    // One connection stays for statements outside any tenant: signing in, finding what is ready.
    this.turnstile = new Turnstile(Math.max(1, options.poolSize - 1))
    this.source = new DataSource({
      type: 'postgres',
      url: options.url,
      poolSize: options.poolSize,
      applicationName: 'prometric',
      extra: { connectionTimeoutMillis: 2_000, options: sessionOptions, types: parsers },
    })
    this.house = {
      listeners: options.listeners,
      numbers: new NumberCounter(() => this.counterConnection()),
      clock: () => this.clock(),
    }
    this.stage = {
      ...this.house,
      listeners: { inline: (name) => options.listeners.rehearsed(name) },
      // No number is used up by what never was.
      numbers: { next: (_, type) => Promise.resolve(`${type}-${newId().slice(-12)}`) },
    }
  }

  async open(): Promise<this> {
    await this.source.initialize()
    return this
  }

  async close(): Promise<void> {
    if (this.counter) await (await this.counter).end()
    await this.source.destroy()
  }

  /**
   * One use case in one transaction. Deadlocks, serialisation failures and lock timeouts run it again (at most 5 times, full jitter).
   * `reply` says what to remember for the idempotency key once the result is known.
   */
  async run<T>(
    tenant: Tenant,
    operation: (work: UnitOfWork) => Promise<T>,
    reply?: (result: T) => IdempotentReply,
  ): Promise<T> {
    return this.persistently((deadline) => this.attempt(tenant, operation, reply, deadline))
  }

  /** As `run`, for who is called again anyway: a lock that did not come in its time is not waited for once more. */
  async runOrGiveWay<T>(tenant: Tenant, operation: (work: UnitOfWork) => Promise<T>): Promise<T> {
    return this.persistently(
      (deadline) => this.attempt(tenant, operation, undefined, deadline),
      (error) => mayBeTriedAgain(error) && codeOf(error) !== lockTimeout,
    )
  }

  /** What a use case would do: it is done in every detail, looked at and undone. Nothing is written, said or numbered. */
  async rehearse<T>(tenant: Tenant, operation: (work: UnitOfWork) => Promise<T>): Promise<T> {
    return this.persistently(async (deadline) => {
      const runner = this.source.createQueryRunner()
      const client = (await runner.connect()) as PoolClient
      try {
        const work = new UnitOfWork(client, tenant, this.stage, deadline)
        await client.query(this.begin(work))
        return await operation(work)
      } finally {
        await client.query('rollback').catch(() => {})
        await runner.release()
      }
    })
  }

  /** A statement outside any tenant: global tables and the reviewed definer functions only. */
  async global<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.source.query(text, [...values])) as T[]
  }

  /** Several statements over global tables in one transaction. */
  async globalRun<T>(
    operation: (query: <R>(text: string, values?: readonly unknown[]) => Promise<R[]>) => Promise<T>,
  ): Promise<T> {
    return this.source.transaction((manager) =>
      operation(async (text, values = []) => manager.query(text, [...values])),
    )
  }

  private async persistently<T>(
    attempt: (deadline: number) => Promise<T>,
    isWorthIt: (error: unknown) => boolean = mayBeTriedAgain,
  ): Promise<T> {
    const deadline = Date.now() + transactionLimitMs
    for (let tries = 1; ; tries++) {
      try {
        return await this.turnstile.through(() => attempt(deadline))
      } catch (error) {
        if (tries >= triesAtMost || !isWorthIt(error) || Date.now() > deadline) throw error
        await sleep(Math.random() * Math.min(500, 10 * 2 ** tries))
      }
    }
  }

  private begin(work: UnitOfWork): string {
    return beginIn(work.tenant, work.now, this.options.clock !== undefined || this.clockMoved)
  }

  private async attempt<T>(
    tenant: Tenant,
    operation: (work: UnitOfWork) => Promise<T>,
    reply: ((result: T) => IdempotentReply) | undefined,
    deadline: number,
  ): Promise<T> {
    const runner = this.source.createQueryRunner()
    const client = (await runner.connect()) as PoolClient
    const work = new UnitOfWork(client, tenant, this.house, deadline)
    let deliveries = 0
    let result: T
    let trace: Trace | undefined
    try {
      const begin = this.begin(work)
      await client.query(this.inHaste ? `${begin},set_config('synchronous_commit','off',true)` : begin)
      result = await operation(work)
      await work.settle()
      trace = this.traces?.of(work)
      deliveries = await flush(work, this.listeners, reply?.(result))
      await trace?.announced
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      await runner.release()
      // Also after a failed commit: it may have happened.
      await trace?.leave()
    }
    work.tellCommitted()
    this.onCommitted(work)
    if (deliveries > 0) this.onDeliveries()
    if (work.jobs.length > 0) this.onJobs(work.jobs)
    return result
  }

  /** Set when somebody moved the clock (the demo company, tests): the database then takes its business time from us. */
  clockMoved = false

  /** Set while something is made that can be made again: commits do not wait for the disk. The next one that does brings them along. */
  inHaste = false

  /** A connection that could not be made or was lost is forgotten, so that the next number asks anew. */
  private counterConnection(): Promise<Client> {
    if (this.counter) return this.counter
    // A number need not wait for the disk: it stands in the log before the document that bears it, which does.
    const options = `${sessionOptions} -c synchronous_commit=off`
    const client = new pg.Client({
      connectionString: this.options.url,
      connectionTimeoutMillis: 2_000,
      options,
      types: parsers,
    })
    const connection = client.connect().then(() => client)
    const forget = () => {
      if (this.counter === connection) this.counter = undefined
    }
    client.on('error', forget)
    client.on('end', forget)
    connection.catch(forget)
    this.counter = connection
    return connection
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const plain = /^[\w.:-]{0,100}$/

/** Begin and the tenant's context in one round trip. Every value is checked by shape, since a simple query takes no parameters. */
function beginIn(tenant: Tenant, now: Date, moved: boolean): string {
  const { organizationId, workspaceId, correlationId, requestId, actor } = tenant
  for (const id of [organizationId, workspaceId, correlationId, ...(actor.userId ? [actor.userId] : [])])
    if (!uuid.test(id)) throw new Error('a tenant context must consist of ids')
  if (!plain.test(requestId)) throw new Error('a request id must be plain')
  const settings = {
    organization_id: organizationId,
    workspace_id: workspaceId,
    actor_id: actor.userId ?? '',
    request_id: requestId,
    correlation_id: correlationId,
    // The audit tells what the system writes on somebody's behalf from what people write themselves.
    acting: actor.role === 'SYSTEM' ? requestId : '',
    now: moved ? now.toISOString() : '',
  }
  return `begin; select ${Object.entries(settings)
    .map(([key, value]) => `set_config('app.${key}','${value}',true)`)
    .join(',')}`
}

const lockTimeout = '55P03'

function mayBeTriedAgain(error: unknown): boolean {
  if (error instanceof Refusal) return false
  return ['40001', '40P01', lockTimeout].includes(codeOf(error) ?? '')
}

const codeOf = (error: unknown): string | undefined =>
  (error as { code?: string }).code ?? (error as { driverError?: { code?: string } }).driverError?.code
