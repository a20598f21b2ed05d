import type { Redis } from 'ioredis'

/** The connection of this process that fails at once, for asking; and where to wait on connections of one's own. */
export interface SharedRedis {
  readonly asking: Redis
  readonly url: string
}

/** What of Redis is BullMQ's. */
export const bullPrefix = 'prometric'

const patienceMs = 2_000

/** Says goodbye; but when Redis is away there is no answer, and none is worth waiting for. */
export async function closeInTime(parts: ReadonlyArray<{ close(): Promise<void> }>): Promise<void> {
  let impatience: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => (impatience = setTimeout(resolve, patienceMs)))
  await Promise.race([Promise.allSettled(parts.map((part) => part.close())), enough])
  clearTimeout(impatience)
}
