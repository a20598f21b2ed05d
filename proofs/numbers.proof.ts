import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { brokenInvariants } from '../server/src/invariants/broken-invariants.js'
import { newId } from '../server/src/kernel/ids.js'
import { databaseUrl } from '../server/src/platform/database/database-url.js'
import { log } from '../server/src/platform/log.js'
import { castOf, mainWarehouse, ok } from '../server/scenarios/support/cast.js'
import type { Answer, Client } from '../server/scenarios/support/client.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { compileProgram, databaseOf, type Program, type ProgramProcess } from '../server/scenarios/support/program.js'
import { random } from '../server/scenarios/support/random.js'
import { type Borne, faulty, internalNumbers, legalNumbers, seriesOf } from './support/number-books.js'
import { ownerAt, patient } from './support/owner-at.js'

/**
 * Numbers of the law run without a gap and without a double in each workspace, type and year; numbers of the house are given once.
 * Many write through two processes; one in five transactions is undone after it took its number, processes and connections are killed.
 */
const count = Number(process.env['COUNT'] ?? 3_000)
const writers = 32
const undone = 0.2
const chance = random()
const jwtSecret = randomBytes(32).toString('hex')
let company: Company
let program: Program
let processes: ProgramProcess[] = []
let writing = true
let [killed, cut, refused] = [0, 0, 0]

beforeAll(async () => {
  // Lost connections are what is done here, not news.
  log.level = 'silent'
  company = await openCompany({ jwtSecret, checkAnswers: false })
  program = compileProgram()
})
afterAll(async () => {
  for (const one of processes) await one.kill()
  program.remove()
  await company.close()
})

test(`${count} documents by ${writers} writers while transactions are undone and processes killed: no gap, no double`, async () => {
  const from = performance.now()
  const houses = [company, await neighbour(company)]
  const shops = await Promise.all(houses.map(shopOf))
  processes = await Promise.all([start(), start()])
  const lastYear = await yearOf(company, -1)
  await undoSome(company)
  const [before] = await rolledBack(company)
  const trouble = [killProcesses(), cutConnections()]
  const lanes = Array.from({ length: writers }, async (_, lane) => {
    while (writing) {
      const shop = chance.pick([shops[0]!, shops[0]!, shops[1]!])
      await chance.pick(shop.deeds)(() => shop.through(processes[chance.below(2)]!.url), lane)
    }
  })
  const late = (async () => {
    for (; writing; await sleep(300)) await shops[0]!.advance(() => lastYear, 0)
  })()
  const settled = Promise.all([...lanes, late, ...trouble])
  try {
    while ((await legal(company)).length < count) await Promise.race([sleep(1_000), settled])
  } finally {
    writing = false
  }
  await settled
  company.application.database.clock = () => new Date()
  const [after] = await rolledBack(company)
  await company.sql('drop function undo_some() cascade')

  const series = seriesOf(await legal(company))
  expect(faulty(series)).toEqual([])
  const types = new Set(series.map((one) => one.name.split(' ')[1]!))
  const year = new Date().getFullYear()
  for (const type of ['INV', 'CN', 'PAY', 'GR', 'PRF', 'WB']) expect(types).toContain(`${type}-${year}`)
  expect(types).toContain(`PAY-${year - 1}`)
  // The next number follows the last one: what is handed out next makes no gap either.
  const given = await company.sql<{ name: string; count: number }>(
    `select workspace_id || ' ' || document_type || '-' || year as name, (next_value - 1)::int as count from number_sequences where next_value > 1`,
  )
  expect(byName(given)).toEqual(byName(series))
  const house = seriesOf(await internal(company))
  expect(house.filter((one) => one.doubles > 0)).toEqual([])
  expect(await brokenInvariants(company.sql)).toEqual([])
  console.log(
    [
      `SEED=${chance.seed}: ${series.reduce((sum, one) => sum + one.count, 0)} documents of the law in ${series.length} series, 0 gaps, 0 doubles;`,
      `${house.reduce((sum, one) => sum + one.count, 0)} numbers of the house in ${house.length} series, 0 doubles, ${house.reduce((sum, one) => sum + one.gaps, 0)} gaps;`,
      `${after! - before!} transactions undone, ${killed} processes killed, ${cut} connections cut, ${refused} answers to be asked again; ${((performance.now() - from) / 1000).toFixed(0)} s`,
    ].join(' '),
  )
  expect(killed).toBeGreaterThan(0)
  expect(cut).toBeGreaterThan(0)
})

test('a number that was changed and a document that is gone are found', async () => {
  const [payment] = await company.sql<{ id: string; number: string }>(
    `select id, payment_number as number from payments p where direction = 'INCOMING' and payment_number like '%000002' order by id limit 1`,
  )
  const rename = (number: string) =>
    company.sql('update payments set payment_number = $2 where id = $1', [payment!.id, number])
  await rename(payment!.number.replace(/\d+$/, '900001'))
  expect(faulty(seriesOf(await legal(company))).length).toBe(1)
  await rename(payment!.number)
  const whole = await legal(company)
  expect(faulty(seriesOf(whole))).toEqual([])
  expect(faulty(seriesOf(whole.filter((one) => one.number !== payment!.number))).length).toBeGreaterThan(0)
  expect(faulty(seriesOf([...whole, whole[0]!]))).toMatchObject([{ doubles: 1 }])
})

test('the highest number and one more gives doubles, a sequence gives gaps', async () => {
  await company.sql('create table public.naive (number text); create sequence public.naive_numbers')
  const highest = `insert into public.naive select 'MAX-2026-' || lpad((coalesce(max(right(number, 6))::int, 0) + 1)::text, 6, '0') from public.naive, pg_sleep(0.002) where number like 'MAX%'`
  const sequence = `insert into public.naive values ('SEQ-2026-' || lpad(nextval('public.naive_numbers')::text, 6, '0'))`
  const [row] = await company.sql<{ name: string }>('select current_database() as name')
  const pool = new pg.Pool({
    connectionString: databaseUrl(inject('testDatabase').adminUrl, { database: row!.name }),
    max: 8,
  })
  await Promise.all(
    Array.from({ length: 400 }, async (_, n) => {
      const client = await pool.connect()
      await client.query('begin')
      await client.query(n % 2 ? highest : sequence)
      await client.query(chance.chance(undone) ? 'rollback' : 'commit')
      client.release()
    }),
  )
  await pool.end()
  const naive = seriesOf(await company.sql<Borne>(`select '-' as "workspaceId", number from public.naive`))
  const [max, seq] = [naive.find((one) => one.name.includes('MAX'))!, naive.find((one) => one.name.includes('SEQ'))!]
  console.log(
    `naive twins: max + 1 gave ${max.doubles} doubles of ${max.count}, a sequence ${seq.gaps} gaps of ${seq.count}`,
  )
  expect(max.doubles).toBeGreaterThan(0)
  expect(seq.gaps).toBeGreaterThan(0)
})

type Door = () => Client
type Deed = (door: Door, lane: number) => Promise<void>

interface Shop {
  readonly deeds: readonly Deed[]
  readonly advance: Deed
  through(url: string): Client
}

/** What gets numbers in a company. What is refused because a planted fault or a kill came between is left as it is. */
async function shopOf(one: Company): Promise<Shop> {
  const owner = patient(ownerAt(one))
  const cast = castOf({ ...one, owner })
  const [goods, supplier] = [
    await cast.product('PRODUCT', 'Стеллаж'),
    ok(await owner.post('/operations/procurement/suppliers', { name: 'ТОО «Поставщик»' })).data,
  ]
  await cast.stock(goods.id, 1_000_000)
  const warehouseId = await mainWarehouse(one)
  const buyers: { id: string }[] = []
  const careful: { id: string }[] = []
  for (let n = 0; n < writers; n++) {
    buyers.push(await cast.customer())
    careful.push(await cast.customer({ paymentTerms: 'PREPAYMENT' }))
  }
  const win = async (door: Door, customerId: string) => {
    const title = 'Мебель для склада'
    const deal = await done(door, '/deals', { title, customerId, products: [{ productId: goods.id, quantity: 2 }] })
    return deal && done(door, `/deals/${deal.data.id}/win`, {})
  }
  const sell: Deed = async (door, lane) => {
    const won = (await win(door, buyers[lane]!.id))?.data
    if (!won) return
    const way = chance.below(4)
    if (way === 0) await done(door, `/orders/${won.order.id}/payments`, { method: 'CASH', amount: 500 })
    if (way === 1) await done(door, `/orders/${won.order.id}/cancel`, { reason: 'Клиент передумал' })
    if (way === 2) {
      for (const id of won.pickingOrderIds) await done(door, `/operations/warehouse/picking-orders/${id}/complete`, {})
      await done(door, `/orders/${won.order.id}/ship`, {})
    }
  }
  const ask: Deed = async (door, lane) => void (await win(door, careful[lane]!.id))
  const advance: Deed = async (door, lane) => {
    const body = { method: 'TRANSFER', amount: 700, customerId: buyers[lane]!.id, acceptAdvance: true }
    await done(door, '/finance/payments', body)
  }
  const receive: Deed = async (door) => {
    const lines = [{ productId: goods.id, quantity: 3, unitCost: 900 }]
    await done(door, '/operations/warehouse/goods-receipts', {
      warehouseId,
      supplierId: supplier.id,
      lines,
      confirm: true,
    })
  }
  const doors = new Map<string, Client>()
  const through = (url: string) => doors.get(url) ?? doors.set(url, ownerAt(one, url)).get(url)!
  return { deeds: [sell, sell, sell, ask, advance, receive], advance, through }
}

/** Asks under one key until it is done; whoever is refused for good goes on to the next thing. */
async function done(door: Door, path: string, body: object): Promise<Answer | undefined> {
  const key = { 'idempotency-key': newId() }
  for (let tries = 0; tries < 12; tries++) {
    const answer = await door()
      .post(path, body, key)
      .catch(() => undefined)
    if (answer && answer.status < 300) return answer
    if (answer && answer.status < 500 && answer.status !== 409)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.error)}`)
    refused++
    await sleep(chance.below(200))
  }
  return undefined
}

/** The stranger's company of the same house, as one's own. */
async function neighbour(one: Company): Promise<Company> {
  const [member] = await one.sql<{ workspace_id: string; organization_id: string }>(
    'select workspace_id, organization_id from workspace_members where user_id = $1',
    [one.other.userId],
  )
  return { ...one, owner: one.other, workspaceId: member!.workspace_id, organizationId: member!.organization_id }
}

/** A door of the same house whose clock stands in another year. */
async function yearOf(one: Company, years: number): Promise<Client> {
  const { database } = one.application
  database.clock = () => {
    const now = new Date()
    now.setFullYear(now.getFullYear() + years)
    return now
  }
  database.clockMoved = true
  return ownerAt(one)
}

/** One in five transactions fails when its events are written, after it took its number: half are tried again by the program itself. */
async function undoSome({ sql }: Company): Promise<void> {
  await sql(
    `create function undo_some() returns trigger language plpgsql as $$ begin
       if random() < ${undone} then raise exception 'planted' using errcode = case when random() < 0.5 then '40001' else 'P0001' end; end if;
       return null; end $$`,
  )
  await sql(
    'create trigger undo_some before insert on app.outbox_events for each statement execute function undo_some()',
  )
}

const start = async () =>
  program.start({
    ROLE: 'api',
    ORCHESTRATION: 'inline',
    DATABASE_URL: await databaseOf(company),
    JWT_SECRET: jwtSecret,
    DATA_DIR: company.dataDir,
    LOG_LEVEL: 'silent',
  })

async function killProcesses(): Promise<void> {
  for (let place = 0; writing; place = 1 - place) {
    await sleep(4_000)
    const fresh = await start()
    await processes[place]!.kill()
    processes[place] = fresh
    killed++
  }
}

async function cutConnections(): Promise<void> {
  while (writing) {
    await sleep(300)
    const hit = await company.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'erp_app' and state <> 'idle' order by random() limit 1`,
    )
    cut += hit.length
  }
}

const legal = ({ sql }: Company) => sql<Borne>(legalNumbers)
const internal = ({ sql }: Company) => sql<Borne>(internalNumbers)
const rolledBack = async ({ sql }: Company) =>
  (await sql<{ n: bigint }>('select xact_rollback as n from pg_stat_database where datname = current_database()')).map(
    (row) => Number(row.n),
  )
const byName = (series: ReadonlyArray<{ name: string; count: number }>) =>
  Object.fromEntries(series.map((one) => [one.name, one.count]))
