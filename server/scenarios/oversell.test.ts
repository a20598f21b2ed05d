import { afterAll, beforeAll, expect, test } from 'vitest'
import { log } from '../src/platform/log.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'
import { random } from './support/random.js'
import { inLanes, winAtOnce } from './support/wins.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  // Who waits too long for a connection is told to come again, and does: that is not news here.
  log.level = 'silent'
  company = await openCompany({ poolSize: 8 })
  cast = castOf(company)
})
afterAll(() => company.close())

test(
  '64 buyers want more than there is at the same moment: all is reserved, nothing twice, every shortage has its one supply',
  { timeout: 60_000 },
  async () => {
    const chance = random()
    const [bought, made] = [
      await cast.product('PRODUCT', 'Последние стулья'),
      await cast.product('MANUFACTURED', 'Последние столы'),
    ]
    await cast.stock(bought.id, 70)
    await cast.stock(made.id, 40)
    const wishes = Array.from({ length: 64 }, () => ({
      bought: 1 + chance.below(3),
      made: 1 + chance.below(3),
      upside: chance.chance(0.5),
    }))
    const deals: string[] = []
    await inLanes(wishes, 2, async (wish) => {
      const lines = [
        [bought.id, wish.bought],
        [made.id, wish.made],
      ] as const
      deals.push((await cast.deal((await cast.customer()).id, wish.upside ? lines.toReversed() : lines)).id)
    })
    const from = performance.now()
    await Promise.all(deals.map((dealId) => winAtOnce(company.owner, dealId)))
    console.log(`SEED=${chance.seed}: 64 wins at once in ${((performance.now() - from) / 1000).toFixed(2)} s`)

    for (const [product, stock, demand] of [
      [bought, 70, wishes.reduce((sum, wish) => sum + wish.bought, 0)],
      [made, 40, wishes.reduce((sum, wish) => sum + wish.made, 0)],
    ] as const) {
      expect(demand).toBeGreaterThan(stock)
      const [row] = await company.sql<Record<string, number>>(told, [product.id])
      expect(row, `SEED=${chance.seed}`).toEqual({
        quantity: stock,
        reserved: Math.min(stock, demand),
        held: Math.min(stock, demand),
        allocated: Math.min(stock, demand),
        picking: Math.min(stock, demand),
        waiting: demand - stock,
        supplied: demand - stock,
        unsupplied: 0,
        twice: 0,
        uneven: 0,
      })
      const supplies = product === made ? 'production_orders' : 'purchase_requisition_lines'
      const [count] = await company.sql<{ documents: number; lines: number }>(
        `select count(*)::int as documents, count(distinct order_item_id)::int as lines from ${supplies} where product_id = $1`,
        [product.id],
      )
      expect(count!.documents).toBe(count!.lines)
    }

    // The table itself refuses to promise what it has not.
    await expect(
      company.sql('update inventory_items set reserved_quantity = quantity + 1 where product_id = $1', [bought.id]),
    ).rejects.toThrow(/check/)
  },
)

test(
  'of orders placed at once on one credit only as many pass as it carries, whether they are invoiced at once or later',
  { timeout: 60_000 },
  async () => {
    const goods = await cast.product('PRODUCT', 'Столешница', { price: 1000, vatIncluded: true })
    await cast.stock(goods.id, 1_000)
    for (const mode of ['SHIPMENT', 'ORDER']) {
      await company.sql(
        `update app_settings set value = to_jsonb($2::text) where workspace_id = $1 and key = 'finance.invoiceMode'`,
        [company.workspaceId, mode],
      )
      for (let round = 0; round < 4; round++) {
        const buyer = await cast.customer({ creditPolicy: 'HOLD', creditLimit: 2_500 })
        const orders = [1, 2, 3].map(() =>
          company.owner.post('/orders', { customerId: buyer.id, items: [{ productId: goods.id, quantity: 1 }] }),
        )
        const deals = [await cast.deal(buyer.id, [[goods.id, 1]]), await cast.deal(buyer.id, [[goods.id, 1]])]
        const wins = deals.map(
          async ({ id }) => ok(await company.owner.post(`/deals/${id}/win`, {})).data.order.status as string,
        )
        const statuses = await Promise.all([
          ...orders.map(async (order) => ok(await order).data.status as string),
          ...wins,
        ])
        expect(statuses.toSorted(), mode).toEqual(['ON_HOLD', 'ON_HOLD', 'ON_HOLD', 'PROCESSING', 'PROCESSING'])
      }
    }
  },
)

const told = `
  with line as (
    select i.id, i.quantity,
      (select coalesce(sum(a.quantity), 0) from order_item_allocations a where a.order_item_id = i.id and a.kind = 'STOCK' and a.status = 'RESERVED') as stock,
      (select coalesce(sum(a.quantity), 0) from order_item_allocations a where a.order_item_id = i.id and a.kind in ('PRODUCTION', 'PURCHASE') and a.status = 'OPEN') as waits,
      (select count(*) from order_item_allocations a where a.order_item_id = i.id and a.kind in ('PRODUCTION', 'PURCHASE')) as supplies,
      (select coalesce(sum(quantity), 0) from production_orders where order_item_id = i.id)
        + (select coalesce(sum(quantity), 0) from purchase_requisition_lines where order_item_id = i.id) as supplied
    from order_items i where i.product_id = $1
  )
  select (select sum(quantity)::float8 from inventory_items where product_id = $1) as quantity,
    (select sum(reserved_quantity)::float8 from inventory_items where product_id = $1) as reserved,
    (select sum(quantity - consumed_quantity)::float8 from stock_reservations where product_id = $1 and status = 'ACTIVE') as held,
    (select sum(stock)::float8 from line) as allocated,
    (select sum(quantity)::float8 from picking_order_lines where product_id = $1) as picking,
    (select sum(waits)::float8 from line) as waiting,
    (select sum(supplied)::float8 from line) as supplied,
    (select count(*)::int from line where waits <> supplied) as unsupplied,
    (select count(*)::int from line where supplies > 1) as twice,
    (select count(*)::int from line where stock + waits <> quantity) as uneven`
