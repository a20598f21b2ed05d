import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Histogram, register } from 'prom-client'
import { log } from '../log.js'
import type { CalledRequest } from './call.js'

const slowMs = 1000
const name = 'http_request_duration_seconds'

const durations =
  (register.getSingleMetric(name) as Histogram<'method' | 'route' | 'status'> | undefined) ??
  new Histogram({
    name,
    help: 'How long requests took, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  })

/** One log line and one measurement per request: by pattern, never by the ids or the words in it. */
export function observeRequests(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown'
      const ms = Math.round(reply.elapsedTime)
      durations.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
      const { call } = request as CalledRequest
      const who = call?.userId ? { userId: call.userId } : {}
      const where = call && route.includes(':workspaceId') ? tenantOf(call) : {}
      log[ms > slowMs ? 'warn' : 'info'](
        { requestId: request.id, method: request.method, route, status: reply.statusCode, ms, ...who, ...where },
        'request',
      )
      done()
    })
}

function tenantOf(call: NonNullable<CalledRequest['call']>) {
  const { organizationId, workspaceId, correlationId } = call.tenant
  return { organizationId, workspaceId, correlationId }
}
