import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Application } from '../src/application.js'
import { type Change, type Generations } from '../src/platform/cache/generations.js'
import { readCatalogue } from '../src/platform/cache/catalogue.js'
import { Reach } from '../src/platform/cache/reach.js'
import { RedisGenerations } from '../src/platform/cache/redis-generations.js'
import { Traces } from '../src/platform/cache/traces.js'
import { impatientRedis } from '../src/platform/redis/redis.js'
import { contentOf, questionsAbout, type Sold, sold } from './support/cached-questions.js'
import { castOf, ok } from './support/cast.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'
import { random } from './support/random.js'
import { redisIsInstalled, redisServer, type RedisServer } from './support/redis.js'
import { type SecondProcess, secondProcess } from './support/second-process.js'
import { inLanes } from './support/wins.js'

/** What one lane owns: nobody else writes it, so its last written value is what everybody must read. */
interface Own {
  readonly product: string
  readonly customer: string
}

describe.skipIf(!redisIsInstalled)('two processes and a Redis (needs redis-server)', { timeout: 240_000 }, () => {
  const jwtSecret = randomBytes(32).toString('hex')
  let redis: RedisServer
  let company: Company
  let second: SecondProcess
  let truth: SecondProcess
  let about: Sold
  let owns: Own[]
  /** The owner in front of either process. */
  let owners: readonly [Client, Client]
  beforeAll(async () => {
    redis = await redisServer()
    company = await openCompany({ cache: 'redis', redisUrl: redis.url, jwtSecret })
    second = await secondProcess(company, { cache: 'redis', redisUrl: redis.url, jwtSecret })
    truth = await secondProcess(company, { jwtSecret })
    owners = [company.owner, second.at(company.owner)]
    const cast = castOf(company)
    about = await sold(company, cast)
    owns = []
    for (let lane = 0; lane < 4; lane++)
      owns.push({ product: (await cast.product('PRODUCT', 'Өз')).id, customer: (await cast.customer()).id })
    await bothCache()
  }, 120_000)
  afterAll(async () => {
    await second.close()
    await truth.close()
    await company.close()
    await redis.close()
  })

  const questions = () => Object.values(questionsAbout(about))
  const askAll = (client: Client) => Promise.all(questions().map(async (path) => contentOf(await client.get(path))))
  async function asked(process: Pick<Application, 'database'>, run: () => Promise<unknown>): Promise<number> {
    const spy = vi.spyOn(process.database, 'run')
    await run()
    const times = spy.mock.calls.length
    spy.mockRestore()
    return times
  }
  const keeps = async (process: Pick<Application, 'database'>, client: Client) => {
    await client.get('/products?limit=3')
    return (await asked(process, () => client.get('/products?limit=3'))) === 0
  }
  /** Until both processes know which Redis it is and answer from what is kept. */
  const bothCache = () =>
    vi.waitUntil(
      async () => (await keeps(company.application, owners[0])) && (await keeps(second.application, owners[1])),
      { timeout: 20_000 },
    )

  /** One random write through one process, and what the other, or the same, then reads of it. True when that is out of date. */
  async function writeAndRead(lots: ReturnType<typeof random>, own: Own): Promise<boolean> {
    const [writer, reader] = [lots.pick(owners), lots.pick(owners)]
    const value = lots.below(1_000_000_000) + 1
    const name = `№ ${value}`
    const on = (rows: ReadonlyArray<Record<string, unknown>>, id: string) => rows.find((row) => row['id'] === id)
    const read = async (path: string) => ok(await reader.get(path)).data
    if (lots.chance(0.5)) {
      ok(await writer.put(`/products/${own.product}`, { name, price: value }))
      const shown = lots.chance(0.5)
        ? await read(`/products/${own.product}`)
        : on(await read('/products?sort=-createdAt'), own.product)
      return shown['name'] !== name || shown['price'] !== value
    }
    ok(await writer.put(`/customers/${own.customer}`, { name }))
    const shown = lots.chance(0.5)
      ? await read(`/customers/${own.customer}`)
      : on(await read('/customers?sort=-createdAt'), own.customer)
    return shown['name'] !== name
  }

  /** How many of so many pairs of a write and a read were out of date. */
  async function outOfDate(pairs: number, meanwhile: Readonly<Record<number, () => Promise<unknown>>> = {}) {
    const lots = random()
    let stale = 0
    const lanes = owns.map((own) => ({ own, busy: Promise.resolve() }))
    await inLanes(
      Array.from({ length: pairs }, (_, index) => index),
      lanes.length,
      async (index) => {
        const lane = lanes[index % lanes.length]!
        const before = lane.busy
        lane.busy = before.then(async () => {
          await meanwhile[index]?.()
          if (await writeAndRead(lots, lane.own)) stale++
        })
        await lane.busy
      },
    )
    return { stale, seed: lots.seed }
  }

  test('what one stored the other finds, without asking the database', async () => {
    const path = '/products?limit=13'
    const first = contentOf(await owners[0].get(path))
    expect(
      await asked(second.application, async () => expect(contentOf(await owners[1].get(path))).toEqual(first)),
    ).toBe(0)
  })

  test('a write through one is seen by the next read of the other: 500 at random, Redis emptied and killed meanwhile', async () => {
    const { stale, seed } = await outOfDate(500, {
      120: () => redis.flush(),
      250: () => redis.kill(),
      320: () => redis.start(),
      400: () => redis.flush(),
    })
    expect({ stale, seed }).toEqual({ stale: 0, seed })
    await bothCache()
    for (const owner of owners) expect(await askAll(owner)).toEqual(await askAll(truth.at(company.owner)))
  })

  test('a deal won through one changes board, stock, customer and orders of the other', async () => {
    await Promise.all(owners.map(askAll))
    const deal = await castOf(company).deal(about.customer, [[about.product, 3]])
    await Promise.all(owners.map(askAll))
    ok(await owners[1].post(`/deals/${deal.id}/win`, {}))
    expect(await askAll(owners[0])).toEqual(await askAll(truth.at(company.owner)))
    await company.settle()
    expect(await askAll(owners[1])).toEqual(await askAll(truth.at(company.owner)))
    // What could not be stored at once is stored with the next question.
    await vi.waitUntil(async () => (await asked(second.application, () => askAll(owners[1]))) === 0, {
      timeout: 10_000,
    })
  })

  test('a right that was withdrawn at one process does not hold at the other', async () => {
    const rep = await company.as('SALES_REP')
    const there = second.at(rep)
    for (const client of [rep, there]) expect((await client.get('/deals')).status).toBe(200)
    const members = ok(await owners[0].get('/members?roleCode=SALES_REP')).data as Array<{ id: string; userId: string }>
    const { id } = members.find((member) => member.userId === rep.userId)!
    ok(await owners[0].put(`/members/${id}`, { roleCode: 'WAREHOUSE' }))
    expect((await rep.get('/deals')).status).toBe(403)
    await sleep(100)
    expect((await there.get('/deals')).status).toBe(403)
    await redis.kill()
    ok(await owners[0].put(`/members/${id}`, { roleCode: 'SALES_REP' }))
    expect((await there.get('/deals')).status).toBe(200)
    await redis.start()
    await bothCache()
    expect((await there.get('/deals')).status).toBe(200)
  })

  describe('what would not do', () => {
    /** Writes of both processes leave what this makes of the real generations. */
    async function leaving<T>(made: (real: Generations) => Partial<Generations>, run: () => Promise<T>): Promise<T> {
      const connection = impatientRedis(redis.url)
      const real = new RedisGenerations(connection)
      await vi.waitUntil(() => real.standing({ organizationId: 'x', workspaceId: 'x' }), { timeout: 5_000 })
      const generations: Generations = {
        standing: (place) => real.standing(place),
        announce: async () => {},
        move: async () => {},
        ...made(real),
      }
      const databases = [company.database, second.application.database]
      const before = databases.map((database) => database.traces)
      const traces = new Traces(generations, new Reach(await readCatalogue(company.sql)))
      for (const database of databases) database.traces = traces
      try {
        return await run()
      } finally {
        for (const [i, database] of databases.entries()) database.traces = before[i]
        await real.move(everything)
        connection.disconnect()
      }
    }
    const everything = {
      id: 'x',
      get place() {
        return { organizationId: company.organizationId, workspaceId: company.workspaceId }
      },
      tables: ['products', 'product_price_history', 'customers', 'deals'],
    } satisfies Change

    test('a time to live alone serves what is out of date', async () => {
      expect(
        (
          await leaving(
            () => ({}),
            () => outOfDate(60),
          )
        ).stale,
      ).toBeGreaterThan(0)
    })

    test('word that is sent after the answer serves what is out of date', async () => {
      const late = (real: Generations) => ({
        move: async (change: Change) => void setTimeout(() => void real.move(change), 400),
      })
      expect((await leaving(late, () => outOfDate(60))).stale).toBeGreaterThan(0)
      await sleep(500)
    })

    test('a process that dies between its commit and its word leaves nothing stale, since it announced the write', async () => {
      const dying = (real: Generations) => ({ announce: (change: Change) => real.announce(change) })
      expect((await leaving(dying, () => outOfDate(60))).stale).toBe(0)
    })
  })
})
