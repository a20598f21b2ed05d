import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../server/src/invariants/broken-invariants.js'
import { log } from '../server/src/platform/log.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { type PostgresProxy, postgresProxy } from '../server/scenarios/support/postgres-proxy.js'
import { databaseOf } from '../server/scenarios/support/program.js'
import { random } from '../server/scenarios/support/random.js'
import { inLanes } from '../server/scenarios/support/wins.js'
import { type Deed, deedsOf } from './support/deeds.js'
import { type House, openHouse } from './support/house.js'

/**
 * A repeated write happens once: each key is sent eight times at once over two processes; people hang up, and a process is killed when its
 * effect is in the database and nobody has heard. Whoever heard nothing asks again, as people do.
 */
const count = Number(process.env['COUNT'] ?? 2_000)
const atOnce = 8
/** A process dies once for so many keys. */
const keysPerKill = 100
const rand = random()
const jwtSecret = randomBytes(32).toString('hex')
const run = randomBytes(3).toString('hex')

let company: Company
let proxy: PostgresProxy
let house: House
let deeds: Deed[]

beforeAll(async () => {
  log.level = 'silent'
  company = await openCompany({ jwtSecret, checkAnswers: false })
  proxy = await postgresProxy(await databaseOf(company))
  house = await openHouse(company, { jwtSecret, firstThrough: proxy.url })
  deeds = await deedsOf(company)
})
afterAll(async () => {
  await house?.close()
  await proxy?.close()
  await company?.close()
})

test(`${count} keys, ${atOnce} times each at once: one effect, one answer`, async () => {
  const from = performance.now()
  const keys = Array.from({ length: count }, (_, index) => ({
    deed: deeds[index % deeds.length]!,
    mark: `k${run}-${index}`,
  }))
  const wrong: string[] = []
  const told = { asked: 0, hungUp: 0, unheard: 0, replayed: 0, kills: 0 }
  let reborn = Promise.resolve()
  await inLanes(keys, 4, async ({ deed, mark }, index) => {
    const path = await deed.path(mark)
    if (index % keysPerKill === keysPerKill - 1) {
      await reborn
      proxy.arm({ at: 'commit', when: 'after', strike: () => ((reborn = house.killAndRestart(0)), told.kills++) })
    }
    const replies = await Promise.all(
      Array.from({ length: atOnce }, async (_, place) => {
        const hangsUpAfter = rand.chance(0.2) ? rand.below(60) : undefined
        for (let tries = 0; tries < 1_000; tries++) {
          told.asked++
          const reply = await ask(place, {
            path,
            body: deed.body(mark),
            key: mark,
            requestId: `${mark}.${place}-${tries}`,
            patience: tries === 0 ? hangsUpAfter : undefined,
          })
          if (reply && !isToComeAgain(reply)) return reply
          if (!reply) told[tries === 0 && hangsUpAfter !== undefined ? 'hungUp' : 'unheard']++
          await sleep(250)
        }
        throw new Error(`${deed.name} ${mark} was never answered`)
      }),
    )
    told.replayed += replies.filter((reply) => reply.replayed).length
    wrong.push(...disagreements(replies).map((what) => `${deed.name} ${mark}: ${what}`))
    if (!deed.otherwise) return
    const other = await ask(1, { path, body: deed.otherwise(mark), key: mark, requestId: `${mark}.other` })
    if (other?.status !== 422 || !other.text.includes('IDEMPOTENCY_KEY_REUSED'))
      wrong.push(`${deed.name} ${mark}: another body under its key was answered ${other?.status} ${other?.text}`)
  })
  proxy.struck()
  await reborn
  for (const { deed, mark, effects, doers } of await effectsOf(keys)) {
    if (effects !== deed.rows) wrong.push(`${deed.name} ${mark}: ${effects} effects instead of ${deed.rows}`)
    if (doers !== 1 && !(deed.inParts && doers > 0)) wrong.push(`${deed.name} ${mark}: ${doers} requests did something`)
  }
  console.log(
    `repeat SEED=${rand.seed}: ${count} keys over ${deeds.length} routes, ${told.asked} requests, ${told.hungUp} hung up, ${told.unheard} unheard, ` +
      `${told.replayed} replayed, ${told.kills} processes killed after a commit, ${wrong.length} wrong, ${Math.round((performance.now() - from) / 1000)} s`,
  )
  expect(wrong).toEqual([])
  expect(told.kills).toBe(Math.floor(count / keysPerKill))
  await company.settle()
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
})

test('an effect that happened twice is seen', async () => {
  const deed = deeds[0]!
  const mark = `c${run}`
  const path = await deed.path(mark)
  for (const key of ['once', 'twice'])
    await ask(1, { path, body: deed.body(mark), key: `${mark}-${key}`, requestId: `${mark}.${key}` })
  expect(await effectsOf([{ deed, mark }])).toEqual([{ deed, mark, effects: 2, doers: 2 }])
})

test('without keys a repeated write happens again', async () => {
  const sent = deeds.map((deed, index) => ({ deed, mark: `n${run}-${index}` }))
  await inLanes(sent, 2, async ({ deed, mark }) => {
    const path = await deed.path(mark)
    await Promise.all(
      Array.from({ length: atOnce }, (_, place) =>
        ask(place, { path, body: deed.body(mark), requestId: `${mark}.${place}` }),
      ),
    )
  })
  const doubled = (await effectsOf(sent)).filter(({ deed, effects }) => effects > deed.rows)
  console.log(
    `the naive twin: ${doubled.length} of ${deeds.length} routes did it again; once only by their nature: ` +
      deeds
        .filter((deed) => !doubled.some((one) => one.deed === deed))
        .map((deed) => deed.name)
        .join(', '),
  )
  expect(doubled.length).toBeGreaterThan(deeds.length / 2)
})

interface Asked {
  readonly path: string
  readonly body: unknown
  readonly key?: string
  readonly requestId: string
  /** After so many milliseconds the caller hangs up. */
  readonly patience?: number | undefined
}

interface Reply {
  readonly status: number
  readonly replayed: boolean
  readonly text: string
  readonly data: string
}

/** What was answered, or nothing: the caller hung up, or the process is gone. */
async function ask(place: number, { path, body, key, requestId, patience }: Asked): Promise<Reply | undefined> {
  const { url, headers } = await house.door(place)
  try {
    const response = await fetch(`${url}/api/v1/workspaces/${company.workspaceId}${path}`, {
      method: 'POST',
      headers: { ...headers, 'x-request-id': requestId, ...(key && { 'idempotency-key': key }) },
      body: JSON.stringify(body),
      ...(patience !== undefined && { signal: AbortSignal.timeout(patience) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      replayed: response.headers.get('idempotent-replayed') === 'true',
      text,
      data: canonical((JSON.parse(text) as { data?: unknown }).data),
    }
  } catch {
    return undefined
  }
}

/** The same text for what says the same: a remembered answer may name its fields in another order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted())
      : part,
  )

/** Too busy, cut off from its database, or at it already: nothing is decided. */
const isToComeAgain = ({ status, text }: Reply): boolean => status >= 500 || text.includes('REQUEST_IN_PROGRESS')

/** Where the answers to one key are not the same success, first hand at most once. */
function disagreements(replies: readonly Reply[]): string[] {
  const first = replies[0]!
  const refused = replies.filter(({ status }) => status >= 300)
  const otherwise = replies.filter(({ status, data }) => status !== first.status || data !== first.data)
  const atFirstHand = replies.filter(({ replayed }) => !replayed)
  return [
    ...refused.map(({ status, text }) => `answered ${status} ${text.slice(0, 300)}`),
    ...otherwise.map(({ data }) => `answers differ: ${data.slice(0, 300)} and ${first.data.slice(0, 300)}`),
    ...(atFirstHand.length > 1 ? [`${atFirstHand.length} answers said that it was done just now`] : []),
  ]
}

/** How many effects each has in the database, and how many requests wrote anything at all. */
async function effectsOf(sent: ReadonlyArray<{ deed: Deed; mark: string }>) {
  const counted = async (select: string) =>
    new Map(
      (
        await company.sql<{ mark: string; count: number }>(
          `select mark, count(*)::int as count from (${select}) effect where mark = any($1::text[]) group by 1`,
          [sent.map(({ mark }) => mark)],
        )
      ).map(({ mark, count: times }) => [mark, times]),
    )
  const doers = await counted(
    `select distinct split_part(request_id, '.', 1) as mark, request_id from (select request_id from audit_logs union all select request_id from outbox_events) written`,
  )
  const byDeed = new Map<Deed, Map<string, number>>()
  for (const deed of new Set(sent.map((one) => one.deed))) byDeed.set(deed, await counted(deed.effects))
  return sent.map(({ deed, mark }) => ({
    deed,
    mark,
    effects: byDeed.get(deed)!.get(mark) ?? 0,
    doers: doers.get(mark) ?? 0,
  }))
}
