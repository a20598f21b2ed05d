import rateLimit from '@fastify/rate-limit'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Refusal } from '../../kernel/refusal.js'

/** Per minute and user (per address for the anonymous). */
export interface RateLimits {
  readonly reads: number
  readonly writes: number
}

/** Reads and writes are counted apart; the headers X-RateLimit-* tell what is left. */
export async function limitRates(app: NestFastifyApplication, { reads, writes }: RateLimits): Promise<void> {
  const isRead = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
  await app.register(rateLimit, {
    global: true,
    timeWindow: 60_000,
    max: (request) => (isRead(request.method) ? reads : writes),
    // The whole token is the key: the gate verifies it a moment later, and a forged one only limits itself.
    keyGenerator: (request) => `${isRead(request.method) ? 'r' : 'w'} ${request.headers.authorization ?? request.ip}`,
    allowList: (request) => request.url.startsWith('/health') || request.url.startsWith('/assets'),
    errorResponseBuilder: () => new Refusal('RATE_LIMITED'),
  })
}
