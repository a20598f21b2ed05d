import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureDemo } from '../src/demo/ensure-demo.js'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { type BareApplication, openBareApplication } from './support/bare-application.js'

const scale = { months: 3, deals: 60, customers: 40 }
let house: BareApplication

beforeAll(async () => {
  house = await builtDemo()
}, 120_000)
afterAll(() => house?.close())

async function builtDemo(): Promise<BareApplication> {
  const built = await openBareApplication()
  await ensureDemo(built.application, { ...scale, analyze: async () => void (await built.sql('analyze')) })
  return built
}

test('two workspaces of the furniture maker and a stranger’s one, with people, all six types and every stage', async () => {
  const workspaces = await house.sql(
    `select o.name as company, w.name, u.email, (select count(*)::int from workspace_members m where m.workspace_id = w.id) as members
     from workspaces w join organizations o on o.id = w.organization_id join users u on u.id = o.owner_id order by 1, 2`,
  )
  expect(workspaces).toEqual([
    { company: 'ТОО «Дән Сауда»', name: 'Костанай', email: 'other@prometric.kz', members: 1 },
    { company: 'ТОО «Темір Жиһаз»', name: 'Астана', email: 'demo@prometric.kz', members: 1 },
    { company: 'ТОО «Темір Жиһаз»', name: 'Караганда', email: 'demo@prometric.kz', members: 10 },
  ])
  const [made] = await house.sql(
    `select (select count(*)::int from deals) as deals, (select count(distinct stage)::int from deals) as stages, (select count(distinct product_type)::int from products) as types,
       (select count(*) > 0 from orders where status = 'COMPLETED') as completed, (select count(*) > 0 from order_holds where released_at is null) as held,
       (select count(*) > 0 from production_orders where status in ('PLANNED', 'IN_PROGRESS')) as making, (select count(*) > 0 from purchase_requisitions) as buying,
       (select count(*) > 0 from deal_activities where scheduled_at > now()) as planned`,
  )
  expect(made).toEqual({
    deals: scale.deals,
    stages: 7,
    types: 6,
    completed: true,
    held: true,
    making: true,
    buying: true,
    planned: true,
  })
})

test('nothing in it happened in the future, and everybody has heard of everything', async () => {
  const [times] = await house.sql(
    `select (select max(occurred_at) <= now() from outbox_events) as past, (select min(occurred_at) < now() - interval '80 days' from outbox_events) as long,
       (select count(*)::int from event_deliveries where state <> 'DONE') as unheard`,
  )
  expect(times).toEqual({ past: true, long: true, unheard: 0 })
})

test('its books are in order', async () => {
  expect(await brokenInvariants(house.sql)).toEqual([])
})

test('asked again, it does nothing; a half-built one is noticed', async () => {
  await ensureDemo(house.application)
  expect(await house.sql('select count(*)::int as deals from deals')).toEqual([{ deals: scale.deals }])
  await house.sql(`update users set email = 'somebody@prometric.kz' where email = 'viewer@prometric.kz'`)
  await expect(ensureDemo(house.application)).rejects.toThrow('demo:reset')
})

test('the same day gives the same business', async () => {
  const again = await builtDemo()
  const business = `
    select 'deal' as what, deal_number as number, title as name, stage as status, value as amount, won_at as at from deals
    union all select 'order', o.order_number, c.name, o.status, o.paid_amount, o.delivered_at from orders o join customers c on c.id = o.customer_id
    union all select 'invoice', coalesce(i.type || ' ' || i.invoice_number, ''), c.name, i.status, i.total_amount, i.paid_at from invoices i join customers c on c.id = i.customer_id
    union all select 'stock', p.code, p.name, i.reserved_quantity::text, (i.quantity * 1000)::bigint, i.last_movement_at from inventory_items i join products p on p.id = i.product_id
    order by 1, 2, 3, 4, 5, 6`
  try {
    expect(await again.sql(business)).toEqual(await house.sql(business))
  } finally {
    await again.close()
  }
}, 120_000)

describe('the checker names what is broken', () => {
  const one = (table: string, where = 'true') =>
    `ctid = (select ctid from ${table} where ${where} order by ctid limit 1)`
  test.each<[invariant: string, sabotage: string]>([
    [
      'order.header-is-the-sum-of-its-lines',
      `update orders set gross_amount = gross_amount + 1 where ${one('orders')}`,
    ],
    [
      'deal.value-is-the-sum-of-its-lines',
      `update deals set value = value + 1 where ${one('deals', `stage = 'LEAD'`)}`,
    ],
    ['invoice.header-is-the-sum-of-its-lines', `delete from invoice_items where ${one('invoice_items')}`],
    ['deal.one-order-when-won', `update orders set source_key = null where ${one('orders', 'deal_id is not null')}`],
    [
      'order.invoiced-in-full-once',
      `update orders set invoiced_amount = invoiced_amount - 1 where ${one('orders', 'invoiced_amount > 0')}`,
    ],
    ['customer.balance-is-the-ledger', `update customers set balance = balance + 1 where ${one('customers')}`],
    [
      'customer.ledger-is-one-chain',
      `update customer_ledger_entries set balance_after = balance_after + 1 where ${one('customer_ledger_entries')}`,
    ],
    [
      'invoice.paid-is-its-allocations',
      `update invoices set paid_amount = paid_amount - 1 where ${one('invoices', 'paid_amount > 0')}`,
    ],
    [
      'payment.allocated-is-its-allocations',
      `update payment_allocations set amount = amount + 1 where ${one('payment_allocations')}`,
    ],
    ['order.paid-is-its-payments', `update orders set paid_amount = paid_amount + 1 where ${one('orders')}`],
    [
      'stock.quantity-is-its-movements',
      `update inventory_items set quantity = quantity + 1 where ${one('inventory_items')}`,
    ],
    [
      'stock.reserved-is-its-reservations',
      `update inventory_items set reserved_quantity = reserved_quantity - 1 where ${one('inventory_items', 'reserved_quantity > 0')}`,
    ],
    [
      'stock.nothing-is-kept-for-a-finished-order',
      `update orders set status = 'COMPLETED' where id = (select order_id from stock_reservations where status = 'ACTIVE' limit 1)`,
    ],
    [
      'stock.kept-only-until-the-prepayment',
      `update stock_reservations set kind = 'SOFT' where ${one('stock_reservations', `status = 'ACTIVE'`)}`,
    ],
    [
      'stock.reservation-is-its-allocation',
      `update order_item_allocations set status = 'CANCELLED' where reservation_id = (select id from stock_reservations where status = 'ACTIVE' and kind = 'HARD' limit 1)`,
    ],
    [
      'order-line.keeps-no-more-than-it-wants',
      `update stock_reservations set quantity = quantity + 1000 where ${one('stock_reservations', `status = 'ACTIVE'`)}`,
    ],
    [
      'order-line.reserved-is-its-allocations',
      `update order_items set quantity_reserved = quantity_reserved - 1 where ${one('order_items', 'quantity_reserved > 0')}`,
    ],
    [
      'order-line.supplied-in-full',
      `delete from order_item_allocations where ${one('order_item_allocations', `status = 'SHIPPED'`)}`,
    ],
    [
      'order-line.picked-is-its-picking-lines',
      `update picking_order_lines set picked_quantity = 0 where ${one('picking_order_lines', 'picked_quantity > 0')}`,
    ],
    [
      'order-line.shipped-is-its-shipment-lines',
      `update shipment_lines set quantity = quantity + 1 where ${one('shipment_lines')}`,
    ],
    ['shipment-line.left-the-stock', `update shipment_lines set movement_id = null where ${one('shipment_lines')}`],
    [
      'production.materials-left-the-stock',
      `update production_orders set material_cost = material_cost + 1 where ${one('production_orders', `status = 'COMPLETED'`)}`,
    ],
    [
      'production.output-entered-the-stock',
      `update production_orders set completed_quantity = 0 where ${one('production_orders', `status = 'COMPLETED'`)}`,
    ],
    [
      'requisition-line.received-is-its-receipts',
      `update purchase_requisition_lines set received_quantity = 1 where ${one('purchase_requisition_lines')}`,
    ],
    [
      'deal.one-open-stage',
      `update deal_stage_history set left_at = now() where ${one('deal_stage_history', 'left_at is null')}`,
    ],
    [
      'order.history-ends-at-its-status',
      `delete from order_status_history where ${one('order_status_history', `to_status = 'PROCESSING'`)}`,
    ],
    [
      'customer.history-ends-at-its-status',
      `delete from customer_status_history where ${one('customer_status_history')}`,
    ],
    ['number.gapless', `update payments set payment_number = 'PAY-2031-000002' where ${one('payments')}`],
    [
      'document.said-payment.received',
      `update outbox_events set name = 'payment.whispered' where ${one('outbox_events', `name = 'payment.received'`)}`,
    ],
    [
      'customer.metrics-are-a-recount',
      `update customers set open_deal_count = open_deal_count + 1 where ${one('customers')}`,
    ],
    [
      'deal.order-totals-are-a-recount',
      `update deals set ordered_amount = ordered_amount + 1 where ${one('deals', `stage = 'WON'`)}`,
    ],
    ['deal.board-totals-are-a-recount', `update deal_totals set value = value + 1 where ${one('deal_totals')}`],
    ['delivery.not-dead', `update event_deliveries set state = 'DEAD' where ${one('event_deliveries')}`],
  ])('%s', async (invariant, sabotage) => {
    const broken = await house.rolledBack(async (query) => {
      await query(sabotage)
      return brokenInvariants(query)
    })
    expect(broken.map((row) => row.invariant)).toContain(invariant)
  })

  test('and refuses to look with eyes that the tenant wall covers', async () => {
    await expect(brokenInvariants(<T>(text: string) => house.application.database.global<T>(text))).rejects.toThrow(
      'BYPASSRLS',
    )
  })
})
