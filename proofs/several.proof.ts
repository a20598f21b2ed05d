import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonical, unlike } from '../server/scenarios/support/canonical.js'
import { type Answer, type Client, clientOf, type Identity } from '../server/scenarios/support/client.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { compileProgram, databaseOf, type Program, type ProgramProcess } from '../server/scenarios/support/program.js'
import { random } from '../server/scenarios/support/random.js'
import { type DealCase, randomDeal, sharedProducts } from '../server/scenarios/support/random-deals.js'
import { type RedisServer, redisServer } from '../server/scenarios/support/redis.js'
import { stageAll } from '../server/scenarios/support/stage.js'
import { inLanes, judge, winAtOnce } from '../server/scenarios/support/wins.js'
import { brokenInvariants } from '../server/src/invariants/broken-invariants.js'
import { log } from '../server/src/platform/log.js'
import type { DomainEvent } from '../server/src/platform/outbox/events.js'
import { type Follower, follow, unheard } from './support/followers.js'
import { type OnlyInRedis, onlyInRedis } from './support/only-in-redis.js'
import { paceOf } from './support/pace.js'

/**
 * Two processes that answer and two that work, over one PostgreSQL and one Redis, come to the end that one process comes to; each hears what
 * the others did. Then the same while Redis is emptied and killed: nothing is lost, hardly a write is refused, and what waited is caught up.
 */
const many = Number(process.env['COUNT'] ?? 600)
const flushes = 10
const kills = 5
const lanes = 4
const everyCheck = 20
const caughtUpMs = 60_000
/** So many deliveries may be ready before the load waits: it is Redis that is taken away here, not time to work. */
const bearable = 200
const jwtSecret = randomBytes(32).toString('hex')
const chance = random()
const shared = sharedProducts(chance)
const deals = Array.from({ length: many }, (_, n) => randomDeal(chance, shared, n))
let program: Program
let redis: RedisServer
let expected: Record<string, string[]>
/** What a failed run left open. */
const open = new Set<() => Promise<void>>()

beforeAll(async () => {
  log.level = 'silent'
  program = compileProgram()
  redis = await redisServer()
  const inline = await openCompany({ jwtSecret, poolSize: 10, checkAnswers: false })
  const ids = await stageAll(inline, deals, shared)
  await inLanes(deals, lanes, async (one) => void (await winAtOnce(inline.owner, ids.get(one)!, one.winners)))
  await inline.settle()
  expected = await canonical(inline)
  await inline.close()
}, 3_600_000)
afterAll(async () => {
  for (const close of open) await close()
  program.remove()
  await redis.close()
})

test('several processes end as one does, and what each of them commits is heard at all', async () => {
  const house = await houseOf()
  const ran = await house.run()
  await house.caughtUp()
  await expect.poll(() => house.unheard(), { timeout: 10_000 }).toEqual([[], []])
  expect(house.followers.map((one) => one.arrivals())).toEqual([1, 1])
  expect(ran).toMatchObject({ refused: 0, stale: 0 })
  await house.expectWhole()
  expect(await house.twin.lost(), 'what loses nothing here is what is watched later').toEqual([])

  // None of the watchers is blind: a frame not heard, a row that is gone and a changed one are seen.
  house.followers[0]!.frames.pop()
  const [row] = await house.company.sql<{ frames: number }>(
    `with gone as (delete from event_deliveries where ctid = (select ctid from event_deliveries order by pos desc limit 1) returning 1)
     select count(*)::int as frames from gone`,
  )
  expect(row!.frames).toBe(1)
  expect(await lostDeliveries(house.company)).toHaveLength(1)
  await house.company.sql(
    'update invoice_items set description = $1 where id = (select id from invoice_items limit 1)',
    ['!'],
  )
  expect(unlike(expected, await canonical(house.company)).length).toBeGreaterThan(0)
  console.log(
    `SEED=${chance.seed}: ${many} deals over two and two processes in ${ran.seconds} s: ${ran.writes} writes, ${ran.reads} reads, ${house.followers.map((one) => one.frames.length).join(' and ')} frames heard, end equal to that of one process`,
  )
  await house.close()
})

test('Redis is emptied and killed under load', async () => {
  const house = await houseOf()
  const trouble = troubleOf(redis)
  const ran = await house.run(trouble.at)
  await trouble.rest()
  const ended = performance.now()
  await house.caughtUp()
  const caughtUp = ((performance.now() - ended) / 1000).toFixed(1)
  await house.expectWhole()
  const lost = await house.twin.lost()
  console.log(
    `SEED=${chance.seed}: Redis emptied ${trouble.done.flushes} times and killed ${trouble.done.kills} times during ${ran.writes} writes in ${ran.seconds} s: ${ran.refused} refused, 0 deliveries lost, none ready for longer than ${ran.longestWait.toFixed(1)} s, caught up ${caughtUp} s after the last; ${ran.stale} of ${ran.reads} reads stale; jobs that stood only in Redis: ${lost.length} of ${many} lost`,
  )
  expect(trouble.done).toEqual({ flushes, kills })
  expect(ran.stale).toBe(0)
  expect(ran.longestWait * 1_000).toBeLessThan(caughtUpMs)
  expect(ran.refused / ran.writes).toBeLessThanOrEqual(0.001)
  expect(lost.length).toBeGreaterThan(0)
  await house.close()
})

interface Ran {
  readonly writes: number
  readonly refused: number
  readonly reads: number
  readonly stale: number
  /** The longest, in seconds, that a delivery was ready and not handled. */
  readonly longestWait: number
  readonly seconds: string
}

/** A company on a database of its own, before it two processes that answer and behind it two that work. */
async function houseOf() {
  const company = await openCompany({ orchestration: 'queued', jwtSecret, poolSize: 6, checkAnswers: false })
  const ids = await stageAll(company, deals, shared)
  const [last] = await company.sql<{ pos: bigint }>('select coalesce(max(pos), 0)::bigint as pos from outbox_events')
  const processes: ProgramProcess[] = []
  const left = async () => {
    for (const each of processes) await each.kill()
    await company.close()
  }
  open.add(left)
  for (const role of ['api', 'api', 'worker', 'worker']) processes.push(await started(company, role))
  const urls = processes.slice(0, 2).map(({ url }) => url)
  const fresh = tokenOf(company, company.owner)
  const neighbour = await neighbourOf(company)
  const followers = await Promise.all(urls.map((url) => follow(url, company.workspaceId, fresh)))
  const twin = onlyInRedis(redis.url)
  return {
    company,
    followers,
    twin,
    unheard: () => Promise.all(followers.map((one: Follower) => unheard(company, one, last!.pos))),
    run: (at: (done: number) => void = () => {}) => run({ company, ids, urls, fresh, twin, neighbour }, at),
    caughtUp: () => caughtUp(company),
    expectWhole: () => expectWhole(company, ids, processes),
    close: async () => {
      for (const one of followers) one.leave()
      expect(await Promise.all(processes.map((each) => each.end()))).toEqual([0, 0, 0, 0])
      await twin.close()
      open.delete(left)
      await company.close()
    },
  }
}

/** A process that finds no database in two seconds ends and is started again, as whoever watches over processes does. */
async function started(company: Company, ROLE: string): Promise<ProgramProcess> {
  const environment = {
    ROLE,
    ORCHESTRATION: 'queued',
    DATABASE_URL: await databaseOf(company),
    REDIS_URL: redis.url,
    JWT_SECRET: jwtSecret,
    DATA_DIR: company.dataDir,
  }
  for (let tries = 1; ; tries++) {
    try {
      return await program.start(environment)
    } catch (error) {
      if (tries === 5) throw error
    }
  }
}

/** The other company in the same house. */
async function neighbourOf(company: Company): Promise<() => Promise<Omit<Identity, 'url'>>> {
  const { other } = company
  const [row] = await company.sql<{ id: string }>(
    'select workspace_id as id from workspace_members where user_id = $1',
    [other.userId],
  )
  const fresh = tokenOf(company, other)
  return async () => ({ ...other, workspaceId: row!.id, token: await fresh() })
}

/** Access tokens live for ten minutes; a long run takes a new one for each deal. */
function tokenOf({ application }: Company, { token, userId }: Client): () => Promise<string> {
  const { sid, tv } = decodeJwt(token) as { sid: string; tv: number }
  return () => application.tokens.sign({ userId, sessionId: sid, tokenVersion: tv })
}

interface Run {
  readonly company: Company
  readonly ids: ReadonlyMap<DealCase, string>
  readonly urls: readonly string[]
  readonly fresh: () => Promise<string>
  readonly twin: OnlyInRedis
  readonly neighbour: () => Promise<Omit<Identity, 'url'>>
}

/** Wins every deal through both processes, and reads it at the one that did not win it. */
async function run({ company, ids, urls, fresh, twin, neighbour }: Run, at: (done: number) => void): Promise<Ran> {
  const from = performance.now()
  const counts = { writes: 0, refused: 0, reads: 0, stale: 0 }
  let done = 0
  const put: Promise<void>[] = []
  const pace = paceOf(company, bearable)
  const read = async (client: Client, path: string): Promise<Answer> => {
    counts.reads++
    const answer = await client.get(path)
    expect([path, answer.status, answer.error]).toEqual([path, 200, undefined])
    return answer
  }
  const write = async (client: Client, path: string): Promise<void> => {
    for (let tries = 1; tries <= 50; tries++) {
      counts.writes++
      const answer = await client.post(path, {})
      if (answer.status < 300) return
      counts.refused++
      if (answer.status !== 503) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.error)}`)
      await sleep(100)
    }
    throw new Error(`${path}: refused again and again`)
  }
  await inLanes(deals, lanes, async (one, index) => {
    await pace.turn()
    const token = await fresh()
    const [mine, others] = [urls[index % 2]!, urls[(index + 1) % 2]!].map((url) =>
      clientOf({ ...company.owner, url, workspaceId: company.workspaceId, token }),
    ) as [Client, Client]
    const id = ids.get(one)!
    await read(others, `/deals/${id}`)
    const winners = Array.from({ length: one.winners }, (_, n) =>
      write(n % 2 === 0 ? mine : others, `/deals/${id}/win`),
    )
    await Promise.all(winners)
    if ((await read(others, `/deals/${id}`)).data.stage !== 'WON') counts.stale++
    await read(mine, chance.pick(['/deals', '/orders', '/customers', '/products', '/finance/invoices']))
    // The books of the neighbour, where nothing is under way: ours are between two steps all the time.
    if (index % everyCheck === 0)
      await write(clientOf({ ...(await neighbour()), url: urls[index % 2]! }), '/operations/integrity-checks')
    put.push(twin.put(id))
    at(++done)
  })
  await Promise.all(put)
  await pace.stop()
  return { ...counts, longestWait: pace.longestWaitSeconds, seconds: ((performance.now() - from) / 1000).toFixed(1) }
}

/** Everything that was said is handled, and every job done, within the minute that is promised. */
async function caughtUp(company: Company): Promise<void> {
  await expect.poll(() => waiting(company), { timeout: caughtUpMs, interval: 200 }).toEqual([])
}

async function waiting({ sql }: Company): Promise<unknown[]> {
  return sql(`select consumer as name, last_error as error from event_deliveries where state = 'READY'
    union all select kind, error from background_jobs where state in ('QUEUED', 'RUNNING')`)
}

async function expectWhole(
  company: Company,
  ids: ReadonlyMap<DealCase, string>,
  processes: readonly ProgramProcess[],
): Promise<void> {
  expect(processes.map((each) => each.alive)).toEqual([true, true, true, true])
  expect(await lostDeliveries(company)).toEqual([])
  const jobs = await company.sql<{ state: string; broken: number }>(
    `select state, (result->>'broken')::int as broken from background_jobs`,
  )
  expect(jobs.length).toBeGreaterThan(0)
  expect(jobs.filter(({ state, broken }) => state !== 'DONE' || broken > 0)).toEqual([])
  const found: string[] = []
  for (const one of deals) found.push(...(await judge(company, one, ids.get(one)!)))
  expect(found.slice(0, 30), `SEED=${chance.seed}`).toEqual([])
  expect(unlike(expected, await canonical(company)), `SEED=${chance.seed}`).toEqual([])
  expect(await brokenInvariants(company.sql)).toEqual([])
}

/** Who should have heard what, by the table of listeners, and has no row that says it is done. */
async function lostDeliveries({ sql, database }: Company): Promise<string[]> {
  const events = await sql<DomainEvent>(
    `select id, name, aggregate_type as "aggregateType", aggregate_id as "aggregateId", aggregate_version as "aggregateVersion", payload from outbox_events`,
  )
  const done = await sql<{ key: string }>(
    `select event_id || ' ' || consumer as key from event_deliveries where state = 'DONE'`,
  )
  const keys = new Set(done.map(({ key }) => key))
  return events.flatMap((event) =>
    database.listeners
      .queuedFor(event)
      .map((consumer) => `${event.id} ${consumer}`)
      .filter((key) => !keys.has(key)),
  )
}

/** Redis is emptied or killed each time another part of the deals is won: two flushes and a kill in turn. */
function troubleOf(server: RedisServer) {
  const kinds = Array.from({ length: flushes + kills }, (_, n) => (n % 3 === 2 ? 'kill' : 'flush'))
  const done = { flushes: 0, kills: 0 }
  let taken = 0
  let under = Promise.resolve()
  const strike = async (kind: string) => {
    if (kind === 'flush') {
      await server.flush()
      done.flushes++
      return
    }
    await server.kill()
    await sleep(1_000 + chance.below(2_001))
    await server.start()
    done.kills++
  }
  return {
    done,
    at: (won: number) => {
      while (taken < Math.floor((won * kinds.length) / many)) {
        const kind = kinds[taken++]!
        under = under.then(() => strike(kind))
      }
    },
    rest: () => under,
  }
}
