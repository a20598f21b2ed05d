import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Change, type Generations, type Place } from '../src/platform/cache/generations.js'
import { MemoryGenerations } from '../src/platform/cache/memory-generations.js'
import { RedisGenerations } from '../src/platform/cache/redis-generations.js'
import { impatientRedis } from '../src/platform/redis/redis.js'
import { redisIsInstalled, redisServer, type RedisServer } from './support/redis.js'

const somewhere = (): Place => ({ organizationId: randomUUID(), workspaceId: randomUUID() })
const change = (place: Place, ...tables: string[]): Change => ({ id: randomUUID(), place, tables })

/** What every driver of the generations keeps. `open` gives one more process over the same generations, whose clock can be moved. */
function keepsTheContract(open: (clock: () => number) => Promise<Generations>) {
  let generations: Generations
  let now = Date.now()
  beforeAll(async () => {
    generations = await open(() => now)
  })
  const standing = async (place: Place) => (await generations.standing(place))!

  test('what was read stays good as long as nothing it was read from is written', async () => {
    const place = somewhere()
    const seen = (await standing(place)).of(['deals', 'customers'])!
    expect((await standing(place)).holds(seen)).toBe(true)
    await generations.move(change(place, 'products'))
    expect((await standing(place)).holds(seen)).toBe(true)
    await generations.move(change(place, 'customers', 'orders'))
    expect((await standing(place)).holds(seen)).toBe(false)
  })

  test('no generation comes back', async () => {
    const place = somewhere()
    const seen = []
    for (let times = 0; times < 5; times++) {
      seen.push((await standing(place)).of(['deals'])!)
      await generations.move(change(place, 'deals'))
    }
    const last = await standing(place)
    expect(seen.some((one) => last.holds(one))).toBe(false)
    expect(last.holds(last.of(['deals'])!)).toBe(true)
  })

  test('another workspace stands still', async () => {
    const [mine, theirs] = [somewhere(), somewhere()]
    const seen = (await standing(theirs)).of(['deals'])!
    await generations.move(change(mine, 'deals'))
    expect((await standing(theirs)).holds(seen)).toBe(true)
    expect((await standing(mine)).holds(seen)).toBe(false)
  })

  test('while a table is being written nobody uses or stores what is read from it', async () => {
    const place = somewhere()
    const seen = (await standing(place)).of(['deals'])!
    const other = (await standing(place)).of(['customers'])!
    const writing = change(place, 'deals')
    await generations.announce(writing)
    expect((await standing(place)).holds(seen)).toBe(false)
    expect((await standing(place)).of(['deals'])).toBeUndefined()
    expect((await standing(place)).holds(other)).toBe(true)
    await generations.move(writing)
    expect((await standing(place)).holds(seen)).toBe(false)
    expect((await standing(place)).of(['deals'])).toBeDefined()
  })

  test('of two writers the first to end does not speak for the second', async () => {
    const place = somewhere()
    const [first, second] = [change(place, 'deals'), change(place, 'deals')]
    await generations.announce(first)
    await generations.announce(second)
    await generations.move(first)
    expect((await standing(place)).of(['deals'])).toBeUndefined()
    await generations.move(second)
    expect((await standing(place)).of(['deals'])).toBeDefined()
  })

  test('a writer that died after its announcement leaves a generation that nobody has seen', async () => {
    const place = somewhere()
    const before = (await standing(place)).of(['deals'])!
    await generations.announce(change(place, 'deals'))
    now += 34_000
    expect((await standing(place)).of(['deals'])).toBeUndefined()
    now += 2_000
    expect((await standing(place)).holds(before)).toBe(false)
    await standing(place)
    const after = (await standing(place)).of(['deals'])!
    expect((await standing(place)).holds(after)).toBe(true)
  })
}

describe('generations in memory', () => keepsTheContract(async (clock) => new MemoryGenerations(clock)))

describe.skipIf(!redisIsInstalled)('generations in Redis (needs redis-server)', () => {
  let server: RedisServer
  const connections: Array<ReturnType<typeof impatientRedis>> = []
  beforeAll(async () => {
    server = await redisServer()
  })
  afterAll(async () => {
    for (const redis of connections) redis.disconnect()
    await server.close()
  })
  async function open(clock = Date.now): Promise<Generations> {
    const redis = impatientRedis(server.url)
    connections.push(redis)
    const generations = new RedisGenerations(redis, clock)
    await told(generations)
    return generations
  }
  /** Until it is known again which Redis this is. */
  async function told(generations: Generations): Promise<void> {
    await vi.waitUntil(() => generations.standing(somewhere()), { timeout: 10_000 })
  }

  describe('as everywhere', () => keepsTheContract(open))

  test('what one process moves, another finds moved', async () => {
    const [here, there] = [await open(), await open()]
    const place = somewhere()
    const seen = (await there.standing(place))!.of(['deals'])!
    await here.move(change(place, 'deals'))
    expect((await there.standing(place))!.holds(seen)).toBe(false)
  })

  test('emptied, it finds nothing good of what was good before', async () => {
    const generations = await open()
    const place = somewhere()
    const seen = (await generations.standing(place))!.of(['deals'])!
    await server.flush()
    expect((await generations.standing(place))!.holds(seen)).toBe(false)
  })

  test('gone it tells nothing, and back it tells of what was written meanwhile', async () => {
    const [here, there] = [await open(), await open()]
    const place = somewhere()
    const seen = (await there.standing(place))!.of(['deals'])!
    await server.kill()
    expect(await here.standing(place)).toBeUndefined()
    await here.announce(change(place, 'deals'))
    await here.move(change(place, 'deals'))
    await server.start()
    await told(there)
    expect((await there.standing(place))!.holds(seen)).toBe(false)
  })

  test('what could not be said over a lost connection is said when it is back, unasked', async () => {
    const [here, there] = [await open(), await open()]
    const place = somewhere()
    const seen = (await there.standing(place))!.of(['deals'])!
    const lost = connections.at(-2)!
    lost.disconnect(true)
    await here.move(change(place, 'deals'))
    await expect.poll(async () => (await there.standing(place))!.holds(seen), { timeout: 5_000 }).toBe(false)
  })
})
