import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Redis } from 'ioredis'
import { Refusal } from '../../kernel/refusal.js'
import type { Tokens } from '../session/tokens.js'
import { sharedCounts } from './shared-counts.js'

/** How often somebody may ask; the windows are those of their names. */
export interface RateLimits {
  /** A minute and user. */
  readonly reads: number
  readonly writes: number
  /** A minute and address, for whoever has no token. */
  readonly anonymous: number
  /** A quarter of an hour and address: every way of signing in, registering or getting a new password or token. */
  readonly auth: number
  /** A minute: sign-ins of one address, and of one account wherever they come from. */
  readonly loginsOfAddress: number
  readonly loginsOfAccount: number
}

const minute = 60_000
const quarter = 15 * minute
const isRead = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
const pathOf = (request: FastifyRequest) => request.url.split('?')[0]!
const isLogin = (request: FastifyRequest) => pathOf(request) === '/api/v1/auth/login'
const isFree = (request: FastifyRequest) =>
  !request.url.startsWith('/api/') || /^\/api\/(docs|openapi)/.test(request.url) || request.method === 'OPTIONS'

/**
 * Counts requests, in this process or together with others over Redis: people by who they are, the anonymous and all that leads to a session by their address. The headers
 * X-RateLimit-* tell what is left of the tightest limit; a refusal says in Retry-After when to come again.
 */
export async function limitRates(
  app: NestFastifyApplication,
  limits: RateLimits,
  { tokens, redis }: { tokens: Tokens; redis: Redis | undefined },
): Promise<void> {
  await app.register(rateLimit, { global: false, ...(redis ? { store: sharedCounts(redis) } : {}) })
  const server = app.getHttpAdapter().getInstance()
  const people = new WeakMap<FastifyRequest, string>()
  // A store that is shared keeps all counts in one place: the name tells them apart.
  const limiter = (name: keyof RateLimits, timeWindow: number, keyOf: (request: FastifyRequest) => string) =>
    server.createRateLimit({ max: limits[name], timeWindow, keyGenerator: (request) => `${name}:${keyOf(request)}` })
  const byPerson = (request: FastifyRequest) => people.get(request) ?? ''
  const byAddress = (request: FastifyRequest) => normalizeIP(request.ip)
  const reads = limiter('reads', minute, byPerson)
  const writes = limiter('writes', minute, byPerson)
  const anonymous = limiter('anonymous', minute, byAddress)
  const auth = limiter('auth', quarter, byAddress)
  const loginsOfAddress = limiter('loginsOfAddress', minute, byAddress)
  const loginsOfAccount = limiter('loginsOfAccount', minute, accountOf)

  server.addHook('onRequest', async (request, reply) => {
    if (isFree(request)) return
    const person = await tokens.bearerOf(request.headers.authorization)
    if (person !== undefined) {
      people.set(request, person)
      await count(isRead(request) ? reads : writes, request, reply)
    } else if (pathOf(request).startsWith('/api/v1/auth/')) {
      await count(auth, request, reply)
      if (isLogin(request)) await count(loginsOfAddress, request, reply)
    } else await count(anonymous, request, reply)
  })
  // The account is in the body, which is read by then; a sign-in that was refused by its address is not counted against it.
  server.addHook('preHandler', async (request, reply) => {
    if (isLogin(request)) await count(loginsOfAccount, request, reply)
  })
}

type Limiter = (
  request: FastifyRequest,
) => Promise<
  { isAllowed: true } | { isAllowed: false; max: number; remaining: number; ttlInSeconds: number; isExceeded: boolean }
>

async function count(limiter: Limiter, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const found = await limiter(request)
  if (found.isAllowed) return
  const told = reply.getHeader('X-RateLimit-Remaining')
  if (told === undefined || found.remaining <= Number(told)) {
    void reply.header('X-RateLimit-Limit', found.max)
    void reply.header('X-RateLimit-Remaining', found.remaining)
    void reply.header('X-RateLimit-Reset', found.ttlInSeconds)
  }
  if (found.isExceeded)
    throw new Refusal('RATE_LIMITED', { limit: found.max, retryAfterSeconds: Math.max(1, found.ttlInSeconds) })
}

function accountOf({ body }: FastifyRequest): string {
  const { email } = (body ?? {}) as { email?: unknown }
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 255) : ''
}
