import type { Redis } from 'ioredis'
import { type Change, type Generations, type Place, placeKey } from './generations.js'
import { announcementField, announcementOf, epoch, newToken, Standing } from './standing.js'

const keptSeconds = 24 * 60 * 60
const quietMs = 1_000

/**
 * Generations that several processes share: one hash a workspace, read whole by one command. The keys bear the id of the server's run: a
 * Redis that was started again may have gone back to what it last wrote to its disk, and is not asked what it knew before. The epoch is
 * made when it is missing, so that nothing from before is good once somebody emptied it.
 */
export class RedisGenerations implements Generations {
  private run: string | undefined
  private quietUntil = 0
  /** What was committed here while Redis could not be told. Until it is, this process neither serves nor stores. */
  private readonly owed = new Map<string, Change>()
  private retry: NodeJS.Timeout | undefined

  constructor(
    private readonly redis: Redis,
    private readonly clock: () => number = Date.now,
  ) {
    redis.on('ready', () => void this.meet())
    redis.on('close', () => (this.run = undefined))
    if (redis.status === 'ready') void this.meet()
  }

  async standing(place: Place): Promise<Standing | undefined> {
    return this.trying(async () => {
      await this.payBack()
      const key = this.key(place)
      let fields = await this.redis.hgetall(key)
      if (fields[epoch] === undefined) fields = await this.begin(key)
      const standing = new Standing(fields, this.clock())
      for (const leftover of standing.leftovers) await this.tell({ ...leftover, place })
      return standing
    })
  }

  async announce(change: Change): Promise<void> {
    await this.trying(async () => {
      const key = this.key(change.place)
      await all(
        this.redis
          .pipeline()
          .hset(key, ...announcementOf(change, this.clock()))
          .expire(key, keptSeconds),
      )
    })
  }

  async move(change: Change): Promise<void> {
    const told = await this.trying(async () => {
      await this.payBack()
      await this.tell(change)
      return true
    })
    if (!told) this.owe(change)
  }

  /** The id of this run of the server; until it is known, nothing is. */
  private async meet(): Promise<void> {
    const info = await this.redis.info('server').catch(() => '')
    this.run = /^run_id:(\w+)/m.exec(info)?.[1]
    this.quietUntil = 0
    await this.trying(() => this.payBack())
  }

  private key(place: Place): string {
    if (this.run === undefined) throw new Error('which Redis this is is not known yet')
    return `g:${this.run}:${placeKey(place)}`
  }

  private async begin(key: string): Promise<Record<string, string>> {
    const answers = await all(
      this.redis.pipeline().hsetnx(key, epoch, newToken()).expire(key, keptSeconds).hgetall(key),
    )
    return answers[2] as Record<string, string>
  }

  private async tell({ id, place, tables }: Change): Promise<void> {
    const key = this.key(place)
    const token = newToken()
    const moved = tables.flatMap((table) => [table, token])
    await all(
      this.redis
        .pipeline()
        .hset(key, ...moved)
        .hdel(key, announcementField(id)),
    )
  }

  private async payBack(): Promise<void> {
    for (const [place, change] of this.owed) {
      await this.tell(change)
      if (this.owed.get(place) === change) this.owed.delete(place)
    }
  }

  private owe(change: Change): void {
    const key = placeKey(change.place)
    const tables = new Set([...(this.owed.get(key)?.tables ?? []), ...change.tables])
    this.owed.set(key, { ...change, tables: [...tables] })
    this.retry ??= setTimeout(() => void this.payLater(), quietMs).unref()
  }

  /** Others serve from the cache meanwhile: they must not wait for the next request to this process. */
  private async payLater(): Promise<void> {
    this.retry = undefined
    await this.trying(() => this.payBack())
    if (this.owed.size > 0) this.retry ??= setTimeout(() => void this.payLater(), quietMs).unref()
  }

  /** After a failure Redis is left alone for a moment: nobody's request waits for it again and again. */
  private async trying<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (this.run === undefined || Date.now() < this.quietUntil) return undefined
    try {
      return await command()
    } catch {
      this.quietUntil = Date.now() + quietMs
      return undefined
    }
  }
}

/** The answers of a pipeline; the first failure fails it. */
async function all(pipeline: ReturnType<Redis['pipeline']>): Promise<unknown[]> {
  const answers = (await pipeline.exec()) ?? []
  return answers.map(([error, answer]) => {
    if (error) throw error
    return answer
  })
}
