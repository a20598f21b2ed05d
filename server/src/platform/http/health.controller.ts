import { Controller, Get, Header, Headers, Inject } from '@nestjs/common'
import { collectDefaultMetrics, register } from 'prom-client'
import { Refusal } from '../../kernel/refusal.js'
import { Database } from '../database/database.js'
import { pendingMigrations } from '../database/migrate.js'
import { MetricsToken } from './metrics-token.js'

collectDefaultMetrics()

/** For machines: is the process alive, may it be given work, what does it count. Outside the envelope. */
@Controller()
export class Health {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MetricsToken) private readonly metricsToken: MetricsToken,
  ) {}

  @Get(['health/live', 'api/v1/health'])
  live() {
    return { status: 'ok' }
  }

  @Get(['health/ready', 'api/v1/health/ready'])
  async ready() {
    const pending = await pendingMigrations((sql) => this.database.global(sql)).catch(() => undefined)
    if (pending === undefined || pending.length > 0)
      throw new Refusal('SERVICE_UNAVAILABLE', { pending: pending?.length ?? null })
    return { status: 'ok', database: 'ok', migrations: 'ok' }
  }

  @Get(['metrics', 'api/v1/metrics'])
  @Header('Content-Type', 'text/plain; version=0.0.4')
  metrics(@Headers('authorization') authorization: string | undefined) {
    if (!this.metricsToken.admits(authorization)) throw new Refusal('AUTH_UNAUTHORIZED')
    return register.metrics()
  }
}
