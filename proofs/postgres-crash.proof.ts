import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../server/src/invariants/broken-invariants.js'
import { log } from '../server/src/platform/log.js'
import { parsers } from '../server/src/platform/database/session-options.js'
import { random } from '../server/scenarios/support/random.js'
import { deaths, type Death, hardPostgres, type HardPostgres } from './support/hard-postgres.js'
import { type WholeHouse, houseOn } from './support/house-on.js'
import { type Acknowledged, missing, writers } from './support/acknowledged.js'

/**
 * PostgreSQL may be stopped hard: under a load of writes it is stopped at once or its head is shot, and started again. Nothing that was
 * acknowledged is lost, the same process serves again, and meanwhile everybody is told so quickly and politely.
 */
const count = Number(process.env['COUNT'] ?? 10)
const chance = random()
const jwtSecret = randomBytes(32).toString('hex')
let server: HardPostgres
let admin: pg.Pool
let house: WholeHouse

beforeAll(async () => {
  // Lost connections are what is done here, not news.
  log.level = 'silent'
  server = await hardPostgres()
  admin = new pg.Pool({
    connectionString: server.adminUrl,
    max: 2,
    options: '-c search_path=app,public',
    types: parsers,
  })
  admin.on('error', () => {})
  house = await houseOn(server.adminUrl, jwtSecret)
})
afterAll(async () => {
  await house?.close()
  await admin?.end()
  await server?.remove()
})

const sql = async <T>(text: string, values: readonly unknown[] = []) =>
  (await admin.query(text, [...values])).rows as T[]

test(`PostgreSQL is stopped hard ${count} times under writes: nothing acknowledged is lost, and the program serves again`, async () => {
  const from = performance.now()
  const load = await writers(house, sql, chance)
  const ways = Object.keys(deaths) as Death[]
  const returns: number[] = []
  for (let n = 0; n < count; n++) {
    await load.some(40)
    await sleep(chance.below(500))
    await server.stop(ways[n % ways.length]!)
    await sleep(1_000 + chance.below(2_000))
    await server.start()
    const back = performance.now()
    await load.some(1)
    returns.push((performance.now() - back) / 1000)
    expect(house.process.alive).toBe(true)
  }
  await load.end()
  expect(await missing(sql, load.acknowledged)).toEqual([])
  const [twice] = await sql<{ n: number }>(
    'select count(*)::int as n from (select deal_id from orders group by 1 having count(*) > 1) twice',
  )
  expect(twice!.n).toBe(0)
  await house.settled(sql)
  expect(await brokenInvariants(sql)).toEqual([])
  const { answers, slowestNo } = load
  console.log(
    [
      `SEED=${chance.seed}: ${count} hard stops, ${load.acknowledged.length} acknowledged writes, 0 lost;`,
      `serving again after at most ${Math.max(...returns).toFixed(2)} s; answers ${JSON.stringify(answers)}, the slowest no in ${(slowestNo / 1000).toFixed(2)} s;`,
      `${((performance.now() - from) / 1000).toFixed(0)} s`,
    ].join(' '),
  )
  expect(Math.max(...returns)).toBeLessThan(15)
  expect(Object.keys(answers).filter((answer) => !/^2|^503 SERVICE_UNAVAILABLE$/.test(answer))).toEqual([])
  expect(answers['503 SERVICE_UNAVAILABLE']).toBeGreaterThan(0)
  expect(slowestNo).toBeLessThan(10_000)

  // An acknowledged row that is gone is noticed.
  const payment = load.acknowledged.findLast((one) => one.table === 'payments')!
  const gone: Acknowledged = { ...payment, id: randomUuid() }
  expect(await missing(sql, [...load.acknowledged, gone])).toEqual([gone])
  await admin.query(
    `with allocated as (delete from payment_allocations where payment_id = $1) delete from payments where id = $1`,
    [payment.id],
  )
  expect(await missing(sql, load.acknowledged)).toEqual([payment])
})

test('commits that do not wait for the disk are lost', async () => {
  await sql('create table public.hasty (n int)')
  let [acknowledged, lost] = [0, 0]
  for (const death of Object.keys(deaths) as Death[]) {
    await sql('truncate public.hasty')
    const hasty = new pg.Client({ connectionString: server.adminUrl, options: '-c synchronous_commit=off' })
    hasty.on('error', () => {})
    await hasty.connect()
    let told = 0
    const writing = (async () => {
      for (;;) {
        await hasty.query('insert into public.hasty values ($1)', [told + 1])
        told++
      }
    })().catch(() => {})
    await sleep(1_000)
    await server.stop(death)
    await writing
    await server.start()
    const [row] = await sql<{ n: number }>('select count(*)::int as n from public.hasty')
    acknowledged += told
    lost += told - row!.n
  }
  console.log(`naive twin, synchronous_commit off: ${lost} of ${acknowledged} acknowledged writes lost`)
  expect(lost).toBeGreaterThan(0)
})

const randomUuid = () => crypto.randomUUID()
