import type { Redis } from 'ioredis'

/** Whether Redis is there. Nothing is refused for want of it, but whoever watches the house wants to know. */
export class RedisState {
  constructor(private readonly redis: Redis | undefined) {}

  async now(): Promise<'off' | 'ok' | 'away'> {
    if (!this.redis) return 'off'
    return this.redis.ping().then(
      () => 'ok',
      () => 'away',
    )
  }
}
