import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureDemo } from '../src/demo/ensure-demo.js'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { type BareApplication, openBareApplication } from './support/bare-application.js'

let house: BareApplication

beforeAll(async () => {
  house = await openBareApplication()
  await ensureDemo(house.application, { months: 3, deals: 60, customers: 40 })
}, 240_000)
afterAll(() => house?.close())

test('the demo company has a life: products of every type, deals in every stage, orders, invoices, payments', async () => {
  const [types] = await house.sql<{ kinds: number }>('select count(distinct product_type)::int as kinds from products')
  expect(types).toEqual({ kinds: 6 })
  const stages = await house.sql<{ stage: string }>('select distinct stage from deals order by 1')
  expect(stages.map((row) => row.stage)).toEqual([
    'CLOSING',
    'LEAD',
    'LOST',
    'NEGOTIATION',
    'PROPOSAL',
    'QUALIFIED',
    'WON',
  ])
  for (const table of ['orders', 'invoices', 'payments', 'shipments', 'production_orders', 'purchase_requisitions']) {
    const [row] = await house.sql<{ made: number }>(`select count(*)::int as made from ${table}`)
    expect(row!.made, table).toBeGreaterThan(0)
  }
  const [left] = await house.sql(`select count(*)::int as open from event_deliveries where state <> 'DONE'`)
  expect(left).toEqual({ open: 0 })
})

test('two workspaces in the demo organization, and an unrelated one beside it', async () => {
  const rows = await house.sql<{ email: string; workspaces: number }>(
    `select u.email, count(*)::int as workspaces from users u join workspace_members m on m.user_id = u.id
     where u.email in ('demo@prometric.kz', 'other@prometric.kz') group by 1 order by 1`,
  )
  expect(rows).toEqual([
    { email: 'demo@prometric.kz', workspaces: 2 },
    { email: 'other@prometric.kz', workspaces: 1 },
  ])
})

test('its books are in order', async () => {
  expect(await brokenInvariants(house.sql)).toEqual([])
})

test.each([
  [
    'customer.balance-is-the-ledger',
    `update customers set balance = balance + 1 where id = (select party_id from customer_ledger_entries limit 1)`,
  ],
  [
    'stock.reserved-is-its-reservations',
    `update inventory_items set reserved_quantity = reserved_quantity - 0.5
     where id = (select id from inventory_items where reserved_quantity >= 1 limit 1)`,
  ],
  [
    'stock.quantity-is-its-movements',
    `update inventory_items set quantity = quantity + 1 where id = (select id from inventory_items limit 1)`,
  ],
  [
    'invoice.paid-is-its-allocations',
    `update invoices set paid_amount = paid_amount + 1
     where id = (select id from invoices where type = 'STANDARD' and paid_amount < total_amount limit 1)`,
  ],
  [
    'deal.one-open-stage',
    `update deal_stage_history set left_at = now() where id = (select id from deal_stage_history where left_at is null limit 1)`,
  ],
])('harm to the books is named: %s', async (invariant, harm) => {
  const broken = await house.inRolledBack(async (query) => {
    await query(harm)
    return brokenInvariants(query)
  })
  expect(broken.map((one) => one.invariant)).toContain(invariant)
})

test('a second start finds the demo and makes nothing', async () => {
  const count = async () => (await house.sql('select count(*)::int as events from outbox_events'))[0]
  const before = await count()
  await ensureDemo(house.application, { months: 3, deals: 60, customers: 40 })
  expect(await count()).toEqual(before)
})
