import { afterAll, beforeAll, expect, test } from 'vitest'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())

test('a deal of four lines is won and the right documents exist, exactly once, each with its cause', async () => {
  const inStock = await cast.product('PRODUCT', 'Стеллаж')
  const made = await cast.product('MANUFACTURED', 'Стол сварной')
  const steel = await cast.product('MATERIAL', 'Труба профильная')
  const bought = await cast.product('PRODUCT', 'Кресло')
  const service = await cast.product('SERVICE', 'Монтаж')
  await cast.bom(made.id, [{ componentId: steel.id, quantityPerUnit: 3 }])
  await cast.stock(inStock.id, 100)
  await cast.stock(made.id, 4)
  const buyer = await cast.customer()
  const deal = await cast.deal(buyer.id, [
    [inStock.id, 10],
    [made.id, 10],
    [bought.id, 5],
    [service.id, 1],
  ])

  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  expect(won.pending).toBe(false)
  expect(won.order).toMatchObject({ status: 'PROCESSING', fulfillmentStatus: 'IN_PROGRESS', totalAmount: deal.value })
  expect(won.invoice).toMatchObject({ status: 'ISSUED', type: 'STANDARD', totalAmount: deal.value })
  expect(won.invoice.invoiceNumber).toMatch(/^INV-\d{4}-000001$/)
  expect(won.productionOrderIds).toHaveLength(1)
  expect(won.requisitionIds).toHaveLength(1)
  expect(won.pickingOrderIds).toHaveLength(1)
  expect(won.deliveryOrderId).not.toBeNull()
  expect(won.taskIds).toHaveLength(1)
  expect(won.holds).toEqual([])

  const order = ok(await company.owner.get(`/orders/${won.order.id}?include=items,history`)).data
  const short = (id: string) => order.items.find((item: { productId: string }) => item.productId === id)
  expect(short(inStock.id).allocations).toMatchObject([{ kind: 'STOCK', status: 'RESERVED', quantity: 10 }])
  expect(short(made.id).allocations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'STOCK', status: 'RESERVED', quantity: 4 }),
      expect.objectContaining({
        kind: 'PRODUCTION',
        status: 'OPEN',
        quantity: 6,
        productionOrderId: won.productionOrderIds[0],
      }),
    ]),
  )
  expect(short(bought.id).allocations).toMatchObject([{ kind: 'PURCHASE', status: 'OPEN', quantity: 5 }])
  expect(short(service.id).allocations).toMatchObject([{ kind: 'NONE', quantity: 1 }])
  expect(order.history.map((row: { toStatus: string }) => row.toStatus)).toEqual(['PENDING', 'CONFIRMED', 'PROCESSING'])

  const [production] = await company.sql(
    'select quantity::float8, source_key, bom_missing from production_orders where id = $1',
    won.productionOrderIds,
  )
  expect(production).toMatchObject({ quantity: 6, bom_missing: false })
  const [material] = await company.sql(
    'select required_quantity::float8 as required from production_order_materials where production_order_id = $1',
    won.productionOrderIds,
  )
  expect(material).toEqual({ required: 18 })
  const [person] = await company.sql('select status, balance from customers where id = $1', [buyer.id])
  expect(person).toEqual({ status: 'ACTIVE', balance: BigInt(Math.round(deal.value * 100)) })

  const again = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  expect(again).toEqual(won)
})

test('three people win one deal at once: one order, one invoice, the same answer', async () => {
  const goods = await cast.product('PRODUCT', 'Шкаф')
  await cast.stock(goods.id, 5)
  const deal = await cast.deal((await cast.customer()).id, [[goods.id, 8]])
  const answers = await Promise.all([1, 2, 3].map(() => company.owner.post(`/deals/${deal.id}/win`, {})))
  const won = answers.map((answer) => ok(answer).data)
  expect(won[1]).toEqual(won[0])
  expect(won[2]).toEqual(won[0])
  const [count] = await company.sql(
    `select (select count(*)::int from orders where deal_id = $1) as orders, (select count(*)::int from invoices where deal_id = $1) as invoices,
       (select count(*)::int from outbox_events where aggregate_id = $1 and name = 'deal.won') as won`,
    [deal.id],
  )
  expect(count).toEqual({ orders: 1, invoices: 1, won: 1 })
})

test('32 clients win deals of one customer and six hot products without a deadlock', async () => {
  const hot = await Promise.all(
    Array.from({ length: 6 }, (_, i) => cast.product(i % 2 ? 'MANUFACTURED' : 'PRODUCT', `Горячий ${i}`)),
  )
  for (const one of hot) await cast.stock(one.id, 60)
  const buyer = await cast.customer()
  const deals = []
  for (let i = 0; i < 32; i++) {
    const lines = [0, 1, 2, 3].map((n) => [hot[(i * 5 + n * (i % 2 ? 1 : 5)) % 6]!.id, 1 + ((i + n) % 4)] as const)
    deals.push(await cast.deal(buyer.id, lines))
  }
  const [before] = await company.sql<{ deadlocks: bigint }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  const answers = await Promise.all(deals.map((deal) => company.owner.post(`/deals/${deal.id}/win`, {})))
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200))
  const [after] = await company.sql<{ deadlocks: bigint }>(
    'select pg_stat_clear_snapshot(), deadlocks from pg_stat_database where datname = current_database()',
  )
  expect(after!.deadlocks).toBe(before!.deadlocks)

  const stock = await company.sql(
    `select i.reserved_quantity <= i.quantity as held, i.reserved_quantity = (select coalesce(sum(r.quantity - r.consumed_quantity), 0) from stock_reservations r
       where r.workspace_id = i.workspace_id and r.inventory_item_id = i.id and r.status = 'ACTIVE') as explained
     from inventory_items i where i.workspace_id = $1`,
    [company.workspaceId],
  )
  expect(stock.every((row) => row.held && row.explained)).toBe(true)
  const [invoices] = await company.sql(
    `select count(*)::int as issued, count(distinct invoice_number)::int as numbers, max(right(invoice_number, 6))::int as last from invoices where workspace_id = $1 and type = 'STANDARD'`,
    [company.workspaceId],
  )
  expect(invoices!.numbers).toBe(invoices!.issued)
  expect(invoices!.last).toBe(invoices!.issued)
})

test('a deal without lines becomes one service of its whole value', async () => {
  const deal = ok(
    await company.owner.post('/deals', {
      title: 'Проект под ключ',
      customerId: (await cast.customer()).id,
      value: 1120000,
    }),
  ).data
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  expect(won.order.totalAmount).toBe(1120000)
  expect(won.order.orderNumber).toMatch(/^SV-/)
  expect(won.deliveryOrderId).toBeNull()
})
