import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type BrokenInvariant, brokenInvariants } from '../server/src/invariants/broken-invariants.js'
import { databaseUrl } from '../server/src/platform/database/database-url.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { random } from '../server/scenarios/support/random.js'
import { lasting } from './support/lasting.js'
import { moneyAttempts, oneTiyn } from './support/money-attempts.js'
import { type Outcome, tradingIn } from './support/trading.js'

/**
 * Random business by four people at once. The books stay true to the tiyn throughout, and nobody who holds the application's own login
 * can make them lie unnoticed.
 */
const count = Number(process.env['COUNT'] ?? 100_000)
const everyMany = Number(process.env['EVERY'] ?? 5_000)
const people = 4
const chance = random()
let company: Company
let admin: pg.Client

beforeAll(async () => {
  company = await openCompany({ poolSize: 8 })
  const [row] = await company.sql<{ name: string }>('select current_database() as name')
  admin = new pg.Client({ connectionString: databaseUrl(inject('testDatabase').adminUrl, { database: row!.name }) })
  await admin.connect()
  await admin.query('set search_path = app, public')
})
afterAll(async () => {
  await admin.end()
  await company.close()
})

test(`${count} random operations leave the books true to the tiyn`, async () => {
  const from = performance.now()
  const owner = await lasting(company.ownerAnew)
  const act = await tradingIn({ ...company, owner }, chance)
  const done = new Map<string, number>()
  const refused = new Map<string, number>()
  const broken: Outcome[] = []
  let looks = 0
  for (let some = 0; some < count; some += everyMany) {
    let left = Math.min(everyMany, count - some)
    const person = async () => {
      while (left-- > 0) {
        const { what, status, code } = await act()
        if (status < 300) done.set(what, (done.get(what) ?? 0) + 1)
        else if (status < 500) refused.set(`${what}: ${code}`, (refused.get(`${what}: ${code}`) ?? 0) + 1)
        else broken.push({ what, status, code })
      }
    }
    await Promise.all(Array.from({ length: people }, person))
    await company.settle()
    expect(await brokenInvariants(company.sql), `SEED=${chance.seed}, after ${some + everyMany}`).toEqual([])
    looks++
    console.log(`${Math.min(count, some + everyMany)} operations, ${seconds(from)} s: the books are in order`)
  }
  expect(broken.slice(0, 10), `SEED=${chance.seed}`).toEqual([])
  const carried = [...done.values()].reduce((sum, one) => sum + one, 0)
  expect(carried / count, told(refused)).toBeGreaterThan(0.4)
  const [books] = await company.sql<Record<string, number>>(`
    select (select count(*) from orders)::int as orders, (select count(*) from invoices)::int as invoices, (select count(*) from payments)::int as payments,
      (select count(*) from refunds)::int as refunds, (select count(*) from customer_ledger_entries)::int as entries, (select count(*) from stock_movements)::int as movements`)
  console.log(
    `SEED=${chance.seed}: ${count} operations of ${people} people, ${carried} carried out, ${count - carried} refused; ${looks} looks at the books, nothing broken; ` +
      `${JSON.stringify(books)}; ${seconds(from)} s`,
  )
  console.log(`done: ${told(done)}\nrefused: ${told(refused)}`)
})

test('the naive twin, which reads a balance and writes it back in floats, drifts', async () => {
  await company.sql(`
    create table app.proof_twin (customer uuid primary key, balance float8 not null default 0);
    insert into app.proof_twin select id from customers; grant select, update on app.proof_twin to erp_app`)
  const entries = await company.sql<{ customer: string; amount: bigint }>(
    'select party_id as customer, debit - credit as amount from customer_ledger_entries order by created_at, id',
  )
  const { adminUrl } = inject('testDatabase')
  const url = databaseUrl(adminUrl, { database: admin.database! })
  await Promise.all(
    Array.from({ length: people }, async () => {
      const own = new pg.Client({ connectionString: url })
      await own.connect()
      for (let entry = entries.shift(); entry; entry = entries.shift()) {
        const { rows } = await own.query('select balance from app.proof_twin where customer = $1', [entry.customer])
        await own.query('update app.proof_twin set balance = $2 where customer = $1', [
          entry.customer,
          rows[0].balance + Number(entry.amount) / 100,
        ])
      }
      await own.end()
    }),
  )
  const [drift] = await company.sql<{ accounts: number; worst: number }>(`
    select count(*)::int as accounts, max(abs(t.balance - c.balance / 100.0))::float8 as worst
    from app.proof_twin t join customers c on c.id = t.customer where t.balance <> c.balance::float8 / 100`)
  console.log(`the naive twin: ${drift!.accounts} balances are wrong, the worst by ${drift!.worst.toFixed(2)} ₸`)
  expect(drift!.accounts).toBeGreaterThan(0)
})

test('nobody who holds the application’s login makes the books lie unnoticed', async () => {
  const unnoticed: string[] = []
  const untried: string[] = []
  const outcomes: Record<'refused' | 'found', string[]> = { refused: [], found: [] }
  for (const [what, text] of moneyAttempts) {
    const { rows, code, found } = await attempted(text, true)
    if (code) outcomes.refused.push(`${what} (${code})`)
    else if (rows === 0) untried.push(what)
    else if (found.length > 0)
      outcomes.found.push(`${what} (${[...new Set(found.map((one) => one.invariant))].join(', ')})`)
    else unnoticed.push(what)
  }
  console.log(
    `${moneyAttempts.length} attempts: ${outcomes.refused.length} refused, ${outcomes.found.length} found by the invariants\nfound: ${outcomes.found.join('; ')}`,
  )
  expect({ unnoticed, untried }).toEqual({ unnoticed: [], untried: [] })
})

test('one tiyn changed past every wall is found, in whichever book', async () => {
  for (const [what, text] of oneTiyn) {
    const { rows, code, found } = await attempted(text, false)
    expect({ what, rows, code }).toEqual({ what, rows: 1, code: undefined })
    expect(found.length, what).toBeGreaterThan(0)
  }
})

/** What a statement does as the application in the company's context, or as one whom nothing stops; then all is undone. */
async function attempted(
  text: string,
  asApplication: boolean,
): Promise<{ rows: number; code?: string | undefined; found: BrokenInvariant[] }> {
  await admin.query('begin')
  try {
    if (asApplication) {
      await admin.query(
        `select set_config('app.organization_id', $1, true), set_config('app.workspace_id', $2, true), set_config('app.now', '', true)`,
        [company.organizationId, company.workspaceId],
      )
      await admin.query('set local role erp_app')
    } else await admin.query('set local session_replication_role = replica')
    const { rowCount } = await admin.query(text)
    await admin.query('set constraints all immediate; reset role')
    const found = await brokenInvariants(async <T>(look: string) => (await admin.query(look)).rows as T[])
    return { rows: rowCount ?? 0, found }
  } catch (error) {
    return { rows: 0, code: (error as { code?: string }).code ?? String(error), found: [] }
  } finally {
    await admin.query('rollback')
  }
}

const told = (counts: ReadonlyMap<string, number>) =>
  [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([what, many]) => `${what} ${many}`)
    .join(', ')
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(0)
