import { Redis } from 'ioredis'
import { log } from '../log.js'

/**
 * A connection for what can do without Redis: while it is away every command fails at once instead of waiting, and the connection is
 * sought again and again, at least every two seconds.
 */
export function impatientRedis(url: string): Redis {
  return told(
    new Redis(url, {
      ...common,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 1_000,
      // One that has hung is away too: what it was asked must not pile up.
      socketTimeout: 3_000,
    }),
  )
}

/** A connection for what waits until Redis is back: queues and subscriptions, whose commands are sent again by themselves. */
export function patientRedis(url: string): Redis {
  return told(new Redis(url, { ...common, maxRetriesPerRequest: null }))
}

const common = {
  connectTimeout: 2_000,
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(50 * times, 2_000),
} as const

/** Says when it goes and when it comes back, once each; an error without a listener would end the process. */
function told(redis: Redis): Redis {
  let away = false
  redis.on('error', (error: Error) => {
    if (!away) log.warn({ err: error }, 'Redis cannot be reached')
    away = true
  })
  redis.on('ready', () => {
    if (away) log.info('Redis is back')
    away = false
  })
  return redis
}
