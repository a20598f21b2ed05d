import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApplication } from '../src/application.js'
import { log } from '../src/platform/log.js'
import { castOf } from './support/cast.js'
import { type Client, clientOf } from './support/client.js'
import { type Company, openCompany } from './support/company.js'
import { type Blow, type PostgresProxy, postgresProxy } from './support/postgres-proxy.js'
import { compileProgram, databaseOf, type Program, type ProgramProcess } from './support/program.js'

const jwtSecret = randomBytes(32).toString('hex')
let company: Company
let proxy: PostgresProxy
let nextDeal: () => Promise<string>

beforeAll(async () => {
  // Lost connections are what is done here, not news.
  log.level = 'silent'
  company = await openCompany({ jwtSecret })
  proxy = await postgresProxy(await databaseOf(company))
  nextDeal = await dealsOf(company)
})
afterAll(async () => {
  await proxy.close()
  await company.close()
})

test(
  'the connection is lost at each statement of a win, before and after it: all of the chain exists or nothing, and once more makes it whole',
  { timeout: 300_000 },
  async () => {
    const application = await behindProxy()
    const client = clientAt((await application.listen(0)).replace(/\/$/, ''))
    const points: string[] = []
    let committed = 0
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; ; at++) {
        const point = await strikeWin(client, { at, when }, when === 'before')
        if (!point) break
        points.push(point.boundary)
        if (point.committed) committed++
      }
    }
    await application.close()
    console.log([`${points.length} connections cut, ${committed} after the commit:`, ...points].join('\n  '))
    expect(points.length).toBeGreaterThanOrEqual(50)
    // Before its commit a win is nothing; only the answer to the commit can be lost with everything done.
    expect(committed).toBe(points.filter((point) => /^after \d+: commit/.test(point)).length)
    // A counter's connection that was made anew says where it stands first: the end may come one statement later than in the win before.
    expect(committed).toBeGreaterThanOrEqual(1)
    await nothingIsTornApart()
  },
)

test('a counter that could not be reached for a moment is reached again', async () => {
  const application = await behindProxy()
  const client = clientAt((await application.listen(0)).replace(/\/$/, ''))
  const dealId = await nextDeal()
  expect((await client.get(`/deals/${dealId}`)).status).toBe(200)
  proxy.refuse(true)
  const refused = await client.post(`/deals/${dealId}/win`, {})
  expect(refused.status).toBe(503)
  expect(await chainOf(dealId)).toEqual(nothing)
  proxy.refuse(false)
  const again = await client.post(`/deals/${dealId}/win`, {})
  expect({ status: again.status, error: again.error }).toEqual({ status: 200, error: undefined })
  expect(await chainOf(dealId)).toEqual(whole)
  await application.close()
})

test('the process is killed in the middle of a win and started again', { timeout: 300_000 }, async () => {
  const program = compileProgram()
  let victim: ProgramProcess | undefined
  try {
    const blows: Blow[] = [
      { at: 4, when: 'after' },
      { at: 9, when: 'before' },
      { at: 14, when: 'after' },
      { at: 19, when: 'before' },
      { at: 'with event as', when: 'after' },
      { at: 'commit', when: 'before' },
      { at: 'commit', when: 'after' },
    ]
    const points: string[] = []
    victim = await started(program)
    for (const blow of blows) {
      const dying = victim
      const point = await strikeWin(
        clientAt(dying.url),
        { ...blow, strike: () => process.kill(dying.pid, 'SIGKILL') },
        true,
        async () => {
          await dying.kill()
          victim = await started(program)
          return clientAt(victim.url)
        },
      )
      expect(point, `nothing was struck at ${blow.at}`).toBeDefined()
      expect(point!.committed).toBe(blow.at === 'commit' && blow.when === 'after')
      points.push(point!.boundary)
    }
    console.log([`${points.length} processes killed:`, ...points].join('\n  '))
  } finally {
    await victim?.kill()
    program.remove()
  }
  await nothingIsTornApart()
})

/** The program with the proxy between it and its database. */
const behindProxy = () =>
  createApplication({
    databaseUrl: proxy.url,
    jwtSecret,
    dataDir: company.dataDir,
    poolSize: 4,
    rateLimits: false,
    relay: false,
  })

test('the check for a half chain sees one', async () => {
  const dealId = await nextDeal()
  expect(await chainOf(dealId)).toEqual(nothing)
  expect((await company.owner.post(`/deals/${dealId}/win`, {})).status).toBe(200)
  expect(await chainOf(dealId)).toEqual(whole)
  await company.sql(
    'delete from picking_order_lines where picking_order_id in (select k.id from picking_orders k join orders o on o.id = k.order_id where o.deal_id = $1)',
    [dealId],
  )
  const torn = await chainOf(dealId)
  expect(torn).not.toEqual(whole)
  expect(torn).not.toEqual(nothing)
})

const started = (program: Program) =>
  program.start({
    ROLE: 'api',
    ORCHESTRATION: 'inline',
    DATABASE_URL: proxy.url,
    JWT_SECRET: jwtSecret,
    DATA_DIR: company.dataDir,
  })

const clientAt = (url: string): Client =>
  clientOf({
    url,
    workspaceId: company.workspaceId,
    userId: company.owner.userId,
    email: company.owner.email,
    token: company.owner.token,
  })

/** Wins a fresh deal, is struck, looks at what is left, and wins again. Undefined: the win was over before the blow. */
async function strikeWin(
  client: Client,
  blow: Blow,
  keyed: boolean,
  reborn: () => Promise<Client> = async () => client,
): Promise<{ boundary: string; committed: boolean } | undefined> {
  const dealId = await nextDeal()
  const headers: Record<string, string> = keyed ? { 'idempotency-key': `strike-${dealId}` } : {}
  const win = (through: Client) => through.post(`/deals/${dealId}/win`, {}, headers)
  proxy.arm(blow)
  const first = await win(client).then(
    (answer) => answer.status,
    () => 0,
  )
  const boundary = proxy.struck()
  if (!boundary) {
    expect(first).toBe(200)
    return undefined
  }
  expect([0, 503], boundary).toContain(first)
  const left = await chainOf(dealId)
  const committed = left.stage === 'WON'
  expect(left, boundary).toEqual(committed ? whole : nothing)
  const alive = await reborn()
  const again = await win(alive)
  expect({ boundary, status: again.status, error: again.error }).toEqual({ boundary, status: 200, error: undefined })
  expect(await chainOf(dealId), boundary).toEqual(whole)
  return { boundary, committed }
}

interface Chain {
  readonly stage: string
  readonly [documents: string]: string | number
}

const nothing: Chain = {
  stage: 'LEAD',
  orders: 0,
  lines: 0,
  invoices: 0,
  invoice_lines: 0,
  ledger: 0,
  balance: 0,
  reservations: 0,
  allocations: 0,
  pickings: 0,
  picking_lines: 0,
  productions: 0,
  materials: 0,
  requisition_lines: 0,
  deliveries: 0,
  tasks: 0,
  won: 0,
  runs: 0,
  active: 0,
}
const whole: Chain = {
  stage: 'WON',
  orders: 1,
  lines: 5,
  invoices: 1,
  invoice_lines: 5,
  ledger: 1,
  balance: 1,
  reservations: 1,
  allocations: 5,
  pickings: 1,
  picking_lines: 1,
  productions: 1,
  materials: 1,
  requisition_lines: 2,
  deliveries: 1,
  tasks: 1,
  won: 1,
  runs: 3,
  active: 1,
}

async function chainOf(dealId: string): Promise<Chain> {
  const [row] = await company.sql<Chain>(
    `with o as (select * from orders where deal_id = $1), i as (select * from order_items where order_id in (select id from o)), v as (select * from invoices where deal_id = $1)
     select d.stage, (select count(*)::int from o) as orders, (select count(*)::int from i) as lines, (select count(*)::int from v) as invoices,
       (select count(*)::int from invoice_items where invoice_id in (select id from v)) as invoice_lines,
       (select count(*)::int from customer_ledger_entries where party_id = d.customer_id) as ledger, (c.balance > 0)::int as balance,
       (select count(*)::int from stock_reservations where order_id in (select id from o) or owner_id in (select id from i)) as reservations,
       (select count(*)::int from order_item_allocations where order_item_id in (select id from i)) as allocations,
       (select count(*)::int from picking_orders where order_id in (select id from o)) as pickings,
       (select count(*)::int from picking_order_lines where order_item_id in (select id from i)) as picking_lines,
       (select count(*)::int from production_orders where deal_id = $1) as productions,
       (select count(*)::int from production_order_materials m join production_orders p on p.id = m.production_order_id where p.deal_id = $1) as materials,
       (select count(*)::int from purchase_requisition_lines where order_item_id in (select id from i)) as requisition_lines,
       (select count(*)::int from delivery_orders where source_order_id in (select id from o)) as deliveries,
       (select count(*)::int from tasks where order_id in (select id from o)) as tasks,
       (select count(*)::int from outbox_events where aggregate_id = $1 and name = 'deal.won') as won,
       (select count(*)::int from orchestrator_runs where subject_id = d.id or subject_id in (select id from o)) as runs, (c.status = 'ACTIVE')::int as active
     from deals d join customers c on c.id = d.customer_id where d.id = $1`,
    [dealId],
  )
  return row!
}

/** Over everything that happened: reservations explain the stock, invoice numbers have no gap, balances are the ledger's. */
async function nothingIsTornApart(): Promise<void> {
  const [row] = await company.sql(
    `select (select bool_and(i.reserved_quantity <= i.quantity and i.reserved_quantity = (select coalesce(sum(r.quantity - r.consumed_quantity), 0) from stock_reservations r
         where r.inventory_item_id = i.id and r.status = 'ACTIVE')) from inventory_items i) as stock,
       (select count(*) = max(right(invoice_number, 6))::int and count(*) = count(distinct invoice_number) from invoices where type = 'STANDARD') as numbers,
       (select bool_and(c.balance = (select coalesce(sum(e.debit - e.credit), 0) from customer_ledger_entries e where e.party_id = c.id)) from customers c) as balances,
       (select count(*)::int from (select deal_id from orders group by 1 having count(*) > 1) twice) as twice`,
  )
  expect(row).toEqual({ stock: true, numbers: true, balances: true, twice: 0 })
}

/** Deals of five kinds of lines, so that a win has all its documents; each with a customer of its own. */
async function dealsOf(one: Company): Promise<() => Promise<string>> {
  const cast = castOf(one)
  const [goods, made, steel, bought, service] = [
    await cast.product('PRODUCT', 'Стеллаж'),
    await cast.product('MANUFACTURED', 'Стол'),
    await cast.product('MATERIAL', 'Труба', { sellable: true }),
    await cast.product('PRODUCT', 'Кресло'),
    await cast.product('SERVICE', 'Монтаж'),
  ]
  await cast.bom(made.id, [{ componentId: steel.id, quantityPerUnit: 3 }])
  await cast.stock(goods.id, 100_000)
  return async () =>
    (
      await cast.deal((await cast.customer()).id, [
        [goods.id, 10],
        [made.id, 4],
        [steel.id, 7],
        [bought.id, 5],
        [service.id, 1],
      ])
    ).id
}
