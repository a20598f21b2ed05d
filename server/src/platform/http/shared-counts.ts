import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import type { Redis } from 'ioredis'

/** How often within a window, and what is left of it in milliseconds. */
interface Counted {
  readonly current: number
  readonly ttl: number
}

const restMs = 1_000
const keptAtMost = 5_000

/**
 * The counts of all processes, kept in Redis: a window begins with its first request and is forgotten with its end. While Redis is away
 * every process counts for itself, and asks again after a second: a limit that is a little wider for a while is better than a request
 * that is refused, or let wait, because of the limit's own trouble; no limit at all would invite guessing.
 */
export function sharedCounts(redis: Redis): FastifyRateLimitStoreCtor {
  redis.defineCommand('countWithin', { numberOfKeys: 1, lua: countWithin })
  const asking = redis as Redis & { countWithin(key: string, windowMs: number): Promise<[number, number]> }
  const here = new CountsHere()
  let askAgainAt = 0
  const count = async (key: string, windowMs: number): Promise<Counted> => {
    if (Date.now() < askAgainAt) return here.count(key, windowMs)
    try {
      const [current, ttl] = await asking.countWithin(`rate:${key}`, windowMs)
      return { current, ttl }
    } catch {
      askAgainAt = Date.now() + restMs
      return here.count(key, windowMs)
    }
  }
  return class implements FastifyRateLimitStore {
    incr(key: string, callback: (error: Error | null, counted?: Counted) => void, windowMs: number): void {
      void count(key, windowMs).then((counted) => callback(null, counted))
    }

    child(): FastifyRateLimitStore {
      return this
    }
  }
}

const countWithin = `
  local current = redis.call('INCR', KEYS[1])
  if current == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
  return {current, redis.call('PTTL', KEYS[1])}`

/** The counts of this process alone. The oldest windows are forgotten first, so that many strangers cost little memory. */
class CountsHere {
  private readonly windows = new Map<string, { current: number; readonly until: number }>()

  count(key: string, windowMs: number): Counted {
    const now = Date.now()
    const known = this.windows.get(key)
    const counted = known && known.until > now ? known : { current: 0, until: now + windowMs }
    counted.current++
    if (counted !== known) {
      this.windows.delete(key)
      this.windows.set(key, counted)
      if (this.windows.size > keptAtMost) this.windows.delete(this.windows.keys().next().value!)
    }
    return { current: counted.current, ttl: counted.until - now }
  }
}
