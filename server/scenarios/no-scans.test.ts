import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multiply } from './support/many-orders.mjs'
import { idsOf, transactionOf, writtenBy } from './support/written-rows.mjs'
import { piece, sql } from '../src/platform/database/statement.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

const orders = 4_000
let company: Company
let admin: pg.Pool
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  admin = new pg.Pool({ connectionString: company.adminUrl, max: 2, options: '-c search_path=app,public' })
  cast = castOf(company)
}, 60_000)
afterAll(async () => {
  await admin.end()
  await company.close()
})

test(
  'among thousands of orders none of the acts of a trade reads a table from end to end',
  { timeout: 120_000 },
  async () => {
    const { owner } = company
    const goods = [
      await cast.product('PRODUCT', 'Стол'),
      await cast.product('PRODUCT', 'Стул'),
      await cast.product('PRODUCT', 'Шкаф'),
    ]
    for (const { id } of goods) await cast.stock(id, 1_000)
    const scarce = await cast.product('PRODUCT', 'Тиски')
    const buyer = await cast.customer({ creditPolicy: 'HOLD', creditLimit: 999_999_999 })
    const deal = (extra: ReadonlyArray<readonly [string, number]> = []) =>
      cast.deal(buyer.id, [...goods.map(({ id }) => [id, 2] as const), ...extra])
    const win = async (id: string) => ok(await owner.post(`/deals/${id}/win`, {})).data
    const acts = async () => {
      const won = await win((await deal()).id)
      await win((await deal([[scarce.id, 3]])).id)
      const dropped = await win((await deal()).id)
      await cast.pick(won.order.id)
      await company.settle()
      ok(await owner.post(`/orders/${won.order.id}/ship`, { carrierName: 'Своя машина' }))
      ok(await owner.post(`/orders/${won.order.id}/deliver`, { recipient: 'Омаров' }))
      ok(
        await owner.post('/finance/payments', {
          invoiceId: won.invoice.id,
          amount: won.invoice.totalAmount,
          method: 'TRANSFER',
        }),
      )
      ok(await owner.post(`/orders/${dropped.order.id}/cancel`, { reason: 'Передумали' }))
      await company.settle()
      ok(await owner.get(`/orders/${won.order.id}?include=items,holds,history`))
      ok(await owner.get(`/deals/${won.deal.id}`))
      ok(await owner.get(`/orders/${won.order.id}/process`))
      ok(await owner.get(`/customers/${buyer.id}`))
    }
    const before = await idsOf(admin, company.workspaceId)
    const sample = await win((await deal()).id)
    const xid = await transactionOf(admin, sample.correlationId)
    await multiply(
      admin,
      { written: await writtenBy(admin, { workspaceId: company.workspaceId, xid, before }) },
      { from: 1, to: orders },
    )
    await admin.query('analyze')

    const scanned = await scansDuring(acts)
    expect(scanned).toEqual({})
    const noticed = await scansDuring(() =>
      company.database.run(company.tenant(), (work) => work.rows(everyOrder, [work.workspaceId])),
    )
    expect(Object.keys(noticed)).toEqual(['orders'])
  },
)

// The control: what the rule forbids.
const everyOrder = sql`select count(*) from app.orders where workspace_id = $1 and ${piece(`coalesce(notes, '') <> 'x'`)}`

/** Rows that were read from end to end in tables of thousands. Who leaves tells what was read, so everybody is sent away before and after. */
async function scansDuring(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const [{ versionNumber }] = (
    await admin.query<{ versionNumber: string }>(`select current_setting('server_version_num') as "versionNumber"`)
  ).rows as [{ versionNumber: string }]
  const read = async () => {
    await admin.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'erp_app' and datname = current_database()`,
    )
    // Before PostgreSQL 15 what they tell arrives a little later.
    if (Number(versionNumber) < 150_000) await sleep(1_500)
    const { rows } = await admin.query<{ relname: string; read: number }>(
      `select relname, seq_tup_read::int as read from pg_stat_user_tables where schemaname = 'app' and n_live_tup >= ${orders}`,
    )
    return new Map(rows.map(({ relname, read: count }) => [relname, count]))
  }
  const from = await read()
  await act()
  const to = await read()
  return Object.fromEntries(
    [...to].map(([table, count]) => [table, count - (from.get(table) ?? 0)] as const).filter(([, count]) => count > 0),
  )
}
