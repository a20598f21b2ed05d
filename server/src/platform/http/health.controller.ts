import { Controller, Get, Header, Headers, Inject } from '@nestjs/common'
import { collectDefaultMetrics, register } from 'prom-client'
import { Refusal } from '../../kernel/refusal.js'
import { Database } from '../database/database.js'
import { pendingMigrations } from '../database/migrate.js'
import { measureBacklog } from '../outbox/backlog.js'
import { RedisState } from '../redis/redis-state.js'
import { MetricsToken } from './metrics-token.js'

collectDefaultMetrics()

/** For machines: is the process alive, may it be given work, what does it count. Outside the envelope. */
@Controller()
export class Health {
  /** Set when the process has been asked to end: what it has in hand is finished, more is not given to it. */
  isLeaving = false

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MetricsToken) private readonly metricsToken: MetricsToken,
    @Inject(RedisState) private readonly redis: RedisState,
  ) {}

  @Get(['health/live', 'api/v1/health'])
  live() {
    return { status: 'ok' }
  }

  /** Redis is told, not asked for: without it everything works, slower. */
  @Get(['health/ready', 'api/v1/health/ready'])
  async ready() {
    const pending = await pendingMigrations((sql) => this.database.global(sql)).catch(() => undefined)
    if (this.isLeaving || pending === undefined || pending.length > 0)
      throw new Refusal('SERVICE_UNAVAILABLE', { pending: pending?.length ?? null })
    const redis = await this.redis.now()
    return { status: redis === 'away' ? 'degraded' : 'ok', database: 'ok', migrations: 'ok', redis }
  }

  @Get(['metrics', 'api/v1/metrics'])
  @Header('Content-Type', 'text/plain; version=0.0.4')
  async metrics(@Headers('authorization') authorization: string | undefined) {
    if (!this.metricsToken.admits(authorization)) throw new Refusal('AUTH_UNAUTHORIZED')
    // Without the database there is nothing to tell of it; the rest is worth the more.
    await measureBacklog(this.database).catch(() => {})
    return register.metrics()
  }
}
