import { Controller, Get, Header, Inject } from '@nestjs/common'
import { collectDefaultMetrics, register } from 'prom-client'
import { Refusal } from '../../kernel/refusal.js'
import { Database } from '../database/database.js'

collectDefaultMetrics()

/** For machines: is the process alive, may it be given work, what does it count. Outside the envelope. */
@Controller()
export class Health {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get(['health/live', 'api/v1/health'])
  live() {
    return { status: 'ok' }
  }

  @Get(['health/ready', 'api/v1/health/ready'])
  async ready() {
    try {
      await this.database.global('select 1')
      return { status: 'ok', database: 'ok' }
    } catch {
      throw new Refusal('SERVICE_UNAVAILABLE')
    }
  }

  @Get(['metrics', 'api/v1/metrics'])
  @Header('Content-Type', 'text/plain; version=0.0.4')
  metrics() {
    return register.metrics()
  }
}
