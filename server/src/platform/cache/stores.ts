import { BentoCache, bentostore } from 'bentocache'
import { CacheBusMessageType } from 'bentocache/types'
import { memoryDriver } from 'bentocache/drivers/memory'
import { redisDriver } from 'bentocache/drivers/redis'
import type { Redis } from 'ioredis'
import { patientRedis } from '../redis/redis.js'
import { busOver } from './bus.js'

/** Where several processes meet: the connection that answers at once or not at all, and where to listen. */
export interface Shared {
  readonly redis: Redis
  readonly url: string
}

export type Stores = ReturnType<typeof openStores>

/**
 * The stores of a process. Answers: in memory, and with Redis in Redis as well, whose bus makes a process forget in memory what another
 * has stored anew. Members: in memory, and with Redis forgotten everywhere when one process says so.
 */
export function openStores(shared: Shared | undefined) {
  const subscriber = shared && patientRedis(shared.url)
  const answers = bentostore().useL1Layer(memoryDriver({ maxItems: 20_000, maxSize: '64mb', maxEntrySize: '1mb' }))
  const members = bentostore().useL1Layer(memoryDriver({ maxItems: 10_000, serialize: false }))
  if (shared) {
    const bus = busOver({ publisher: shared.redis, subscriber: subscriber! })
    answers.useL2Layer(redisDriver({ connection: shared.redis, prefix: 'cache' })).useBus(bus)
    members.useBus(bus)
  }
  const bento = new BentoCache({ default: 'answers', stores: { answers, members } })
  let hears = subscriber === undefined
  subscriber?.on('close', () => (hears = false))
  // Answered after the subscription itself, which was sent first. Whatever was said meanwhile, nobody says again.
  subscriber?.on('ready', () => void subscriber.ping().then(forgetMembers, () => {}))
  const forgetMembers = async () => {
    await bento.use('members').clear()
    hears = true
  }
  return {
    answers: bento.use('answers'),
    members: bento.use('members'),
    /** Whether this process hears the others, or there are none. */
    hears: (): boolean => hears,
    /** Told when another process made this one forget members. */
    onForgotten: (tell: () => void): void =>
      void bento.on('bus:message:received', ({ message }) => {
        if (message.type !== CacheBusMessageType.Set) tell()
      }),
    close: (): Promise<void> => bento.disconnectAll(),
  }
}
