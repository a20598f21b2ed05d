import type { BusDriver, CreateBusDriverResult } from 'bentocache/types'
import type { Redis } from 'ioredis'

type Message = Parameters<BusDriver['publish']>[1]
type Handler = Parameters<BusDriver['subscribe']>[1]

interface Heard {
  readonly from: string
  readonly message: Message
}

/**
 * The bus of the cache over our own connections: publishing fails at once while Redis is away and is tried again later, listening waits
 * until it is back. (The bus that comes with the cache opens connections of its own, which say nothing when they fail and wait for Redis
 * when the process ends.)
 */
export function busOver(connections: { publisher: Redis; subscriber: Redis }): CreateBusDriverResult {
  return { options: { retryQueue: { enabled: true, maxSize: 10_000 } }, factory: () => transportOver(connections) }
}

function transportOver({ publisher, subscriber }: { publisher: Redis; subscriber: Redis }): BusDriver {
  const handlers = new Map<string, Handler>()
  let self = ''
  subscriber.on('message', (channel, text) => {
    const { from, message } = JSON.parse(text) as Heard
    if (from !== self) void handlers.get(channel)?.(message)
  })
  const transport: BusDriver = {
    setId: (id) => {
      self = id
      return transport
    },
    publish: async (channel, message) => {
      await publisher.publish(channel, JSON.stringify({ from: self, message } satisfies Heard))
    },
    subscribe: async (channel, handler) => {
      handlers.set(channel, handler as Handler)
      await subscriber.subscribe(channel).catch(() => {})
    },
    unsubscribe: async (channel) => void handlers.delete(channel),
    onReconnect: (again) => void subscriber.on('reconnecting', again),
    disconnect: async () => subscriber.disconnect(),
  }
  return transport
}
