import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../server/src/invariants/broken-invariants.js'
import { log } from '../server/src/platform/log.js'
import { canonical, unlike } from '../server/scenarios/support/canonical.js'
import { ok } from '../server/scenarios/support/cast.js'
import type { Answer } from '../server/scenarios/support/client.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { type Documents, documentsOf, same } from '../server/scenarios/support/documents.js'
import type { When } from '../server/scenarios/support/postgres-proxy.js'
import type { Program } from '../server/scenarios/support/program.js'
import { Boundaries } from './support/boundaries.js'
import { bundleProgram } from './support/bundled-program.js'
import { ownerAt, patient } from './support/owner-at.js'
import { type Operation, type Prepared, struckOperations } from './support/struck-operations.js'
import { type Victim, victimsOf } from './support/victims.js'

/**
 * No half chain: a process that answers, or one that handles deliveries, is killed before, during and after every statement. Whoever asked
 * asks again under the same key; then everything stands once.
 */
const count = Number(process.env['COUNT'] ?? 500)
/** A small run takes every so manieth boundary. */
const step = Math.max(1, Math.round(500 / count))
const jwtSecret = randomBytes(32).toString('hex')
const lanes = [0, 1, 2]
const whens: readonly When[] = ['before', 'during', 'after']
const boundaries = new Boundaries()
let program: Program

beforeAll(async () => {
  // Lost connections are what is done here, not news.
  log.level = 'silent'
  program = await bundleProgram()
})
afterAll(() => {
  program.remove()
})

// Each in a company of its own and several at once: to kill takes no time, to start does.
test.concurrent.each(lanes)(
  'a worker is killed at the boundaries of its deliveries, and another goes on: lane %i',
  async (lane) => {
    const [company, calm] = [await queuedCompany(), await queuedCompany()]
    const victims = await victimsOf(company, program, { jwtSecret, role: 'worker', orchestration: 'queued' })
    const [struck, quiet] = [await struckOperations(company), await struckOperations(calm)]
    const reference = await wonBy(quiet)
    await calm.settle()
    const whole = await documentsOf(calm, reference)
    let [wins, kills, reached] = [0, 0, 0]
    let worker = await victims.next()
    worker.proxy.release()
    for (let at = 1 + lane * step; wins === 0 || reached > 0; at += step * lanes.length) {
      const dealId = await struck.deal()
      reached = 0
      for (const when of [...whens.slice(wins % 3), ...whens.slice(0, wins % 3)]) {
        worker.arm({ at, when })
        if (reached === 0) ok(await struck.owner.post(`/deals/${dealId}/win`, {}))
        else worker.proxy.release()
        const boundary = await struckOrSettled(company, worker)
        if (!boundary) break
        reached++
        await worker.bury()
        boundaries.add('deliveries of a win', boundary)
        worker = await victims.next()
      }
      worker.proxy.release()
      await settled(company)
      wins++
      kills += reached
      boundaries.repeated(unlike(await documentsOf(company, dealId), whole))
      if (wins % 25 === 0) await inOrder(company)
    }
    await inOrder(company)
    for (let more = wins - 1; more > 0; more--) await wonBy(quiet)
    await calm.settle()
    const [left, right] = [await canonical(company), await canonical(calm)]
    expect(left['orders']!.length).toBe(wins)
    expect(unlike(left, right)).toEqual([])
    await victims.close()
    await company.close()
    await calm.close()
    console.log(`${kills} workers killed while they handled the deliveries of ${wins} wins`)
    boundaries.expectNothingTorn()
  },
)

test.concurrent.each(['win', 'cancel', 'ship', 'pay', 'pick'])(
  'a process is killed at every boundary of %s, and the request is made again under its key',
  async (name) => {
    const company = await openCompany({ jwtSecret, checkAnswers: false })
    const victims = await victimsOf(company, program, { jwtSecret, role: 'api' })
    const operation = await struckOperation(company, name)
    const expected = await undisturbed(company, operation)
    let kills = 0
    let victim = await victims.next()
    for (const when of whens) {
      let upcoming = operation.prepare()
      for (let at = 1; ; at += step) {
        const prepared = await upcoming
        upcoming = operation.prepare()
        upcoming.catch(() => {})
        const key = { 'idempotency-key': `strike-${prepared.dealId}` }
        const ask = (one: Victim) => one.owner.post(prepared.path, prepared.body, key)
        victim.arm({ at, when })
        const first = await ask(victim).catch(() => undefined)
        const boundary = victim.proxy.struck()
        if (!boundary) {
          // A house that was too busy had not come so far.
          if (first?.status === 503) {
            at -= step
            continue
          }
          expect(first?.status).toBeLessThan(300)
          break
        }
        await victim.bury()
        kills++
        const left = fateOf(await documentsOf(company, prepared.dealId), expected)
        const committed = boundaries.add(operation.name, boundary, left)
        victim = await victims.next()
        const again = await untilDone(() => ask(victim))
        const replayed = again.headers.get('idempotent-replayed') === 'true'
        expect({ boundary, error: again.error, replayed }).toEqual({ boundary, error: undefined, replayed: committed })
        expect((await ask(victim)).data, boundary).toEqual(again.data)
        boundaries.repeated(unlike(await documentsOf(company, prepared.dealId), expected.whole))
        if (kills % 50 === 0) await inOrder(company)
      }
      await upcoming
    }
    await inOrder(company)
    await victims.close()
    await company.close()
    console.log(`${name}: ${kills} processes that answer killed`)
    boundaries.expectNothingTorn()
  },
)

test.concurrent(
  'without one transaction the same blows leave half chains behind, and the check sees a row that is missing',
  async () => {
    const company = await openCompany({ jwtSecret, checkAnswers: false })
    const victims = await victimsOf(company, program, { jwtSecret, role: 'api', careless: true })
    const win = await struckOperation(company, 'win')
    const expected = await undisturbed(company, win)
    let half = 0
    const blows = [4, 8, 10, 12, 14, 16, 18, 20]
    for (const at of blows) {
      const victim = await victims.next()
      const { dealId, path, body } = await win.prepare()
      victim.arm({ at, when: 'after' })
      await victim.owner.post(path, body).catch(() => {})
      expect(victim.proxy.struck()).toBeDefined()
      await victim.bury()
      if (fateOf(await documentsOf(company, dealId), expected) === 'half') half++
    }
    console.log(`naive twin, every statement a transaction of its own: ${half} half chains of ${blows.length} kills`)
    expect(half).toBeGreaterThan(0)

    const torn = await win.prepare()
    ok(await (await victims.next()).owner.post(torn.path, torn.body))
    expect(fateOf(await documentsOf(company, torn.dealId), expected)).toBe('whole')
    await company.sql(
      'delete from picking_order_lines where picking_order_id in (select k.id from picking_orders k join orders o on o.id = k.order_id where o.deal_id = $1)',
      [torn.dealId],
    )
    expect(fateOf(await documentsOf(company, torn.dealId), expected)).toBe('half')
    await victims.close()
    await company.close()
  },
)

test('all in all', () => {
  boundaries.print()
  if (step === 1) expect(boundaries.count).toBeGreaterThanOrEqual(count)
})

interface Expected {
  readonly nothing: Documents
  readonly whole: Documents
}

/** What stands before the request and what after it, when nobody is killed: twice the same, or the comparison would say nothing. */
async function undisturbed(company: Company, operation: Operation): Promise<Expected> {
  const one = await calmly(company, await operation.prepare())
  const other = await calmly(company, await operation.prepare())
  expect(other, operation.name).toEqual(one)
  expect(same(one.nothing, one.whole)).toBe(false)
  return one
}

async function calmly(company: Company, { dealId, path, body }: Prepared): Promise<Expected> {
  const nothing = await documentsOf(company, dealId)
  ok(await patient(ownerAt(company)).post(path, body))
  return { nothing, whole: await documentsOf(company, dealId) }
}

const fateOf = (left: Documents, { nothing, whole }: Expected) =>
  same(left, nothing) ? 'nothing' : same(left, whole) ? 'whole' : 'half'

async function untilDone(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask()
    if (answer.status < 300 || tries === 10) return answer
    await sleep(200)
  }
}

async function inOrder({ sql }: Company): Promise<void> {
  expect(await brokenInvariants(sql)).toEqual([])
}

async function struckOperation(company: Company, name: string): Promise<Operation> {
  return (await struckOperations(company)).operations.find((one) => one.name === name)!
}

const queuedCompany = () => openCompany({ jwtSecret, orchestration: 'queued', checkAnswers: false })

async function wonBy({ deal, owner }: Awaited<ReturnType<typeof struckOperations>>): Promise<string> {
  const dealId = await deal()
  ok(await owner.post(`/deals/${dealId}/win`, {}))
  return dealId
}

const leftOver = async ({ sql }: Company) =>
  (await sql<{ left: number }>(`select count(*)::int as left from event_deliveries where state = 'READY'`))[0]!.left

async function struckOrSettled(company: Company, worker: Victim): Promise<string | undefined> {
  while (worker.process.alive) {
    if ((await leftOver(company)) === 0) return worker.proxy.struck()
    await sleep(20)
  }
  return worker.proxy.struck()
}

async function settled(company: Company): Promise<void> {
  while ((await leftOver(company)) > 0) await sleep(20)
}
