import { createAdapter } from '@socket.io/redis-adapter'
import type { Redis } from 'ioredis'

/**
 * Rooms that reach over all processes: what one of them says is published, and each gives it to its own sockets. While Redis is away
 * what is published is lost instead of waiting (frames are asked for again, see `topics.ts`), and nobody hears of the trouble; the
 * subscription comes back by itself.
 */
export function sharedAdapter({ publisher, subscriber }: { publisher: Redis; subscriber: Redis }) {
  const publishing = {
    publish: (channel: string, message: string | Buffer) => calm(publisher.publish(channel, message)),
    on: () => {},
    off: () => {},
  }
  const listening = {
    psubscribe: (pattern: string) => calm(subscriber.psubscribe(pattern)),
    punsubscribe: (pattern: string) => calm(subscriber.punsubscribe(pattern)),
    subscribe: (channels: string[]) => calm(subscriber.subscribe(...channels)),
    unsubscribe: (channels: string[]) => calm(subscriber.unsubscribe(...channels)),
    on: subscriber.on.bind(subscriber),
    off: subscriber.off.bind(subscriber),
  }
  return createAdapter(publishing, listening)
}

/** Connections tell of their failures themselves; an answer that nobody waits for must not end the process. */
const calm = (answer: Promise<unknown>): void => void answer.catch(() => {})
