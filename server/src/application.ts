import 'reflect-metadata'
import { availableParallelism } from 'node:os'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { jobs } from './jobs.js'
import { listenerRows } from './listeners.js'
import { businessModules } from './modules.js'
import { type CacheMode, openCache } from './platform/cache/open-cache.js'
import { CachedAnswers } from './platform/cache/cached-answers.js'
import { openStores } from './platform/cache/stores.js'
import { Database } from './platform/database/database.js'
import { AnswerCheck } from './platform/http/answer-check.js'
import { Docs, serveDocsPage } from './platform/http/docs.controller.js'
import { Envelope } from './platform/http/envelope.js'
import { finishAnswers } from './platform/http/finish-answers.js'
import { Gate } from './platform/http/gate.js'
import { Health } from './platform/http/health.controller.js'
import { MetricsToken } from './platform/http/metrics-token.js'
import { answerOnlyHealth } from './platform/http/only-health.js'
import { observeRequests } from './platform/http/observe.js'
import { limitRates, type RateLimits } from './platform/http/rate-limits.js'
import { Problems } from './platform/http/problems.js'
import { requestId } from './platform/http/request-id.js'
import { answerUnreadable } from './platform/http/unreadable-request.js'
import { serveWeb } from './platform/http/web-files.js'
import { lettersBy } from './orchestrators/listeners/rows.js'
import { mayWatch } from './orchestrators/queries/may-watch.js'
import { jobTable } from './platform/jobs/job-kind.js'
import { JobRunner } from './platform/jobs/job-runner.js'
import { Mail } from './platform/mail/mail.js'
import { listenerTable } from './platform/outbox/listener-table.js'
import { Relay } from './platform/outbox/relay.js'
import { Realtime } from './platform/realtime/gateway.js'
import { BullJobs } from './platform/redis/bull-jobs.js'
import { BullWake } from './platform/redis/bull-wake.js'
import { impatientRedis } from './platform/redis/redis.js'
import { RedisState } from './platform/redis/redis-state.js'
import { Schedule } from './platform/schedule/schedule.js'
import { Memberships } from './platform/session/memberships.js'
import { Tokens } from './platform/session/tokens.js'

export interface ApplicationOptions {
  readonly databaseUrl: string
  readonly jwtSecret: string
  readonly dataDir: string
  /** What several processes share beside the database. Everything works without it, and while it is away. */
  readonly redisUrl?: string | undefined
  /** Whether answers are kept: in memory where this is the only process, in memory and in Redis where there are others. */
  readonly cache?: CacheMode
  readonly orchestration?: 'inline' | 'queued'
  readonly poolSize?: number
  /** False leaves the rates unlimited, as tests need. */
  readonly rateLimits?: RateLimits | false
  /** Proxies whose word about the caller's address is taken. */
  readonly trustedProxies?: readonly string[]
  readonly corsOrigins?: readonly string[]
  /** Whether this process also handles queued deliveries, background jobs and what falls due by the clock. */
  readonly relay?: boolean
  /** Whether people are served: otherwise only health and metrics are answered, and nobody may sit at a socket. */
  readonly servesPeople?: boolean
  readonly smtpUrl?: string | undefined
  readonly mailFrom?: string
  /** Who may read /metrics; anybody when it is not set. */
  readonly metricsToken?: string | undefined
  /** Where the built web application lies; without it there is only the API. */
  readonly webFolder?: string | undefined
  /** Holds every answer against its contract: for tests, where a deviation is a defect. */
  readonly checkAnswers?: boolean
  readonly clock?: () => Date
}

export interface Application {
  readonly app: NestFastifyApplication
  readonly database: Database
  readonly relay: Relay
  readonly runner: JobRunner
  readonly schedule: Schedule
  readonly tokens: Tokens
  readonly memberships: Memberships
  listen(port: number, host?: string): Promise<string>
  close(): Promise<void>
}

@Module({})
class House {}

/** Puts the program together: one database, one relay, every module's controllers behind one gate. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const mail = new Mail({ dataDir: options.dataDir, smtpUrl: options.smtpUrl, from: options.mailFrom })
  const database = await new Database({
    url: options.databaseUrl,
    poolSize: options.poolSize ?? 2 * availableParallelism() + 4,
    listeners: listenerTable([...listenerRows, ...lettersBy(mail)], options.orchestration ?? 'inline'),
    ...(options.clock ? { clock: options.clock } : {}),
  }).open()
  const relay = new Relay(database)
  const tokens = new Tokens(options.jwtSecret)
  const { redisUrl, servesPeople = true } = options
  const redis = redisUrl === undefined ? undefined : impatientRedis(redisUrl)
  const shared = redis && { asking: redis, url: redisUrl! }
  const wake = shared && new BullWake(shared)
  const isPaused = () => relay.isPaused
  const runner = new JobRunner({ database, kinds: jobTable(jobs), queue: shared && new BullJobs(shared), isPaused })
  const schedule = new Schedule({ database, runner, jobs, isPaused })
  const stores = openStores(redis && { redis, url: redisUrl! })
  const memberships = new Memberships(database, stores)
  const answers = await openCache(options.cache ?? 'off', { database, stores, redis })
  const provided: DynamicModule = {
    module: House,
    global: true,
    imports: [...businessModules],
    controllers: [Health, Docs],
    providers: [
      { provide: Database, useValue: database },
      { provide: Relay, useValue: relay },
      { provide: Tokens, useValue: tokens },
      { provide: Memberships, useValue: memberships },
      { provide: CachedAnswers, useValue: answers },
      { provide: Mail, useValue: mail },
      { provide: MetricsToken, useValue: new MetricsToken(options.metricsToken) },
      { provide: RedisState, useValue: new RedisState(redis) },
      { provide: APP_GUARD, useClass: Gate },
      { provide: APP_INTERCEPTOR, useClass: Envelope },
      ...(options.checkAnswers ? [{ provide: APP_INTERCEPTOR, useClass: AnswerCheck }] : []),
      { provide: APP_FILTER, useClass: Problems },
    ],
    exports: [Database, Relay, Tokens, Memberships, Mail, CachedAnswers],
  }
  const adapter = new FastifyAdapter({
    bodyLimit: 1024 * 1024,
    genReqId: requestId,
    requestIdHeader: false,
    ...(options.trustedProxies?.length ? { trustProxy: [...options.trustedProxies] } : {}),
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerUnreadable,
  })
  const app = await NestFactory.create<NestFastifyApplication>(provided, adapter, { logger: ['error', 'warn'] })
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { 'script-src': ["'self'"], 'upgrade-insecure-requests': null } },
  })
  await app.register(cors, {
    origin: [...(options.corsOrigins ?? [])],
    exposedHeaders: [
      'ETag',
      'Idempotent-Replayed',
      'X-Request-Id',
      'Retry-After',
      'X-RateLimit-Limit',
      'X-RateLimit-Remaining',
      'X-RateLimit-Reset',
    ],
  })
  if (options.rateLimits) await limitRates(app, options.rateLimits, { tokens, redis })
  if (!servesPeople) answerOnlyHealth(app)
  if (options.webFolder) await serveWeb(app, options.webFolder)
  serveDocsPage(app)
  observeRequests(app)
  adapter.getInstance().addHook('onSend', async (request, reply) => void reply.header('X-Request-Id', request.id))
  await app.init()
  await adapter.getInstance().ready()
  const realtime = new Realtime(servesPeople ? app.getHttpServer() : undefined, {
    database,
    tokens,
    memberships,
    mayWatch,
    origins: options.corsOrigins ?? [],
    shared: redis && { publisher: redis, url: redisUrl! },
  })
  database.onCommitted = (work) => realtime.hear(work)
  memberships.onDropped = (userId) => realtime.sendAway(userId)
  if (options.relay) {
    relay.start()
    wake?.hear(() => relay.poke())
    runner.start()
    schedule.start()
  } else if (wake) database.onDeliveries = () => wake.call()
  return {
    app,
    database,
    relay,
    runner,
    schedule,
    tokens,
    memberships,
    listen: async (port, host = '127.0.0.1') => {
      await app.listen(port, host)
      return (await app.getUrl()).replace('[::1]', '127.0.0.1')
    },
    close: async () => {
      app.get(Health).isLeaving = true
      await schedule.stop()
      await runner.stop()
      await wake?.close()
      await relay.stop()
      realtime.close()
      await finishAnswers(app)
      await stores.close()
      redis?.disconnect()
      await database.close()
    },
  }
}
