import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../server/src/invariants/broken-invariants.js'
import { newId } from '../server/src/kernel/ids.js'
import { log } from '../server/src/platform/log.js'
import { castOf, ok } from '../server/scenarios/support/cast.js'
import type { Answer } from '../server/scenarios/support/client.js'
import { type Company, openCompany } from '../server/scenarios/support/company.js'
import { random } from '../server/scenarios/support/random.js'
import { inLanes } from '../server/scenarios/support/wins.js'
import { type House, openHouse, patiently } from './support/house.js'
import { isBroken, lookAtStock, watchStock } from './support/stock-watch.js'

/**
 * Never oversold, never undersold: many buyers at once, before two processes, want far more than there is of goods that are bought and of
 * goods that are made. One in ten changes their mind meanwhile; what becomes free goes to whoever asks or waits.
 */
const count = Number(process.env['COUNT'] ?? 10_000)
const buyers = 64
/** Small runs want more than there is, too. */
const inStock = Math.min(500, Math.ceil(count / 10))
const rand = random()
const jwtSecret = randomBytes(32).toString('hex')

let company: Company
let house: House
let cast: ReturnType<typeof castOf>
let productIds: string[]
let naiveId: string

beforeAll(async () => {
  log.level = 'silent'
  company = await openCompany({ jwtSecret, checkAnswers: false })
  house = await openHouse(company, { jwtSecret, workers: 1 })
  cast = castOf(company)
  productIds = [(await cast.product('PRODUCT', 'Стулья')).id, (await cast.product('MANUFACTURED', 'Столы')).id]
  naiveId = (await cast.product('PRODUCT', 'Ножки')).id
  for (const productId of [...productIds, naiveId]) await cast.stock(productId, inStock)
})
afterAll(async () => {
  await house?.close()
  await company?.close()
})

test(`${buyers} buyers, ${count} orders for ${inStock} pieces of each of two goods`, async () => {
  const customerIds: string[] = []
  for (let i = 0; i < buyers; i++) customerIds.push((await cast.customer()).id)
  const wishes = Array.from({ length: count }, () => ({
    customerId: rand.pick(customerIds),
    productId: rand.pick(productIds),
    quantity: 1 + rand.below(3),
    byDeal: rand.chance(0.1),
    regrets: rand.chance(0.1),
    early: rand.chance(0.5),
  }))
  const before = await deadlocks()
  const from = performance.now()
  const watch = watchStock(company, productIds)
  const failed: string[] = []
  const made: string[] = []
  let cancelled = 0
  let busy = 0
  await inLanes(wishes, buyers, async (wish, index) => {
    const client = await house.at(index)
    const send = async (path: string, body: unknown) => {
      const key = newId()
      const answer = await patiently(
        () => client.post(path, body, { 'Idempotency-Key': key }),
        () => busy++,
      )
      return ok(answer).data
    }
    try {
      made.push(await buy(send, wish))
      if (!wish.regrets) return
      // The first orders are those that got something: their regrets set stock free.
      const [orderId] = made.splice(rand.below(Math.min(made.length, wish.early ? inStock : made.length)), 1)
      await send(`/orders/${orderId}/cancel`, { reason: 'Клиент передумал' })
      cancelled++
    } catch (error) {
      failed.push(String(error))
    }
  })
  const selling = performance.now() - from
  await company.settle()
  await untilAllIsHandled()
  await watch.stop()
  // The server's own count of deadlocks comes a moment late.
  await sleep(1500)
  const released = await company.sql(`select 1 from stock_reservations where status = 'RELEASED'`)
  console.log(
    `oversell SEED=${rand.seed}: ${count} orders by ${buyers} buyers, ${cancelled} cancelled (${released.length} reservations set free), ${failed.length} failed, ` +
      `${busy} asked to come again, ${watch.looks} looks, ${watch.broken.length} broken, ${(await deadlocks()) - before} deadlocks, ` +
      `${Math.round(selling / 1000)} s of buying, ${Math.round((performance.now() - from) / 1000)} s in all`,
  )

  expect(failed).toEqual([])
  expect(watch.broken).toEqual([])
  expect(watch.looks).toBeGreaterThan(100)
  expect((await deadlocks()) - before).toBe(0)
  expect(released.length).toBeGreaterThan(0)
  for (const look of await lookAtStock(company, productIds))
    expect(look).toEqual({ productId: look.productId, quantity: inStock, reserved: inStock, held: inStock })
  expect(await company.sql(linesOutOfOrder)).toEqual([])
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
})

test('one piece too many, put there by hand, is seen', async () => {
  const watch = watchStock(company, productIds)
  await company.sql(reserveByHand, [company.workspaceId, productIds[0], 1])
  await expect.poll(() => watch.broken.length).toBeGreaterThan(0)
  await watch.stop()
  expect(watch.broken[0]).toEqual({ productId: productIds[0], quantity: inStock, reserved: inStock, held: inStock + 1 })
  await company.sql(`delete from stock_reservations where owner_type = 'TRANSFER'`)
  expect((await lookAtStock(company, productIds)).filter(isBroken)).toEqual([])
})

test('whoever looks first and writes afterwards sells more than there is', async () => {
  const watch = watchStock(company, [naiveId])
  await inLanes(
    Array.from({ length: 1_000 }, () => 1 + rand.below(3)),
    buyers,
    async (quantity) => {
      const [stock] = await lookAtStock(company, [naiveId])
      if (stock!.quantity - stock!.reserved < quantity) return
      await company.sql(reserveByHand, [company.workspaceId, naiveId, quantity])
      await company.sql(
        'update inventory_items set reserved_quantity = $3 where workspace_id = $1 and product_id = $2',
        [company.workspaceId, naiveId, stock!.reserved + quantity],
      )
    },
  )
  await watch.stop()
  const [sold] = await lookAtStock(company, [naiveId])
  console.log(`the naive twin sold ${sold!.held} of ${inStock}; ${watch.broken.length} of ${watch.looks} looks saw it`)
  expect(sold!.held).toBeGreaterThan(inStock)
  expect(watch.broken.length).toBeGreaterThan(0)
})

type Send = (path: string, body: unknown) => Promise<Answer['data']>

/** An order of one line, placed at once or come of a won deal; answers its id. */
async function buy(
  send: Send,
  wish: { customerId: string; productId: string; quantity: number; byDeal: boolean },
): Promise<string> {
  const { customerId, productId, quantity, byDeal } = wish
  const lines = [{ productId, quantity }]
  if (!byDeal) return (await send('/orders', { customerId, items: lines })).id
  const deal = await send('/deals', { title: 'Мебель для склада', customerId, products: lines })
  return (await send(`/deals/${deal.id}/win`, {})).order.id
}

const deadlocks = async (): Promise<number> =>
  Number(
    (await company.sql('select deadlocks from pg_stat_database where datname = current_database()'))[0]!['deadlocks'],
  )

/** The worker holds some deliveries for itself: they are done when it has done them. */
async function untilAllIsHandled(): Promise<void> {
  await expect
    .poll(() => company.sql(`select 1 from event_deliveries where state not in ('DONE') limit 1`), {
      timeout: 600_000,
      interval: 500,
    })
    .toEqual([])
}

const reserveByHand = `
  insert into stock_reservations (organization_id, workspace_id, id, product_id, warehouse_id, inventory_item_id, quantity, owner_type, owner_id)
  select organization_id, workspace_id, gen_random_uuid(), product_id, warehouse_id, id, $3, 'TRANSFER', gen_random_uuid()
  from inventory_items where workspace_id = $1 and product_id = $2`

/**
 * Lines that have not what they must: what is wanted comes from stock or from one supply, which has one document that covers it; a line has
 * never more than one such document, and one that was cancelled has nothing left.
 */
const linesOutOfOrder = `
  select * from (
    select i.id, o.status, (i.quantity - i.quantity_cancelled)::float8 as wanted, a.stock::float8, a.waits::float8, a.supplies::int, d.documents::int, d.alive::float8
    from order_items i join orders o on o.workspace_id = i.workspace_id and o.id = i.order_id
    cross join lateral (
      select coalesce(sum(quantity) filter (where kind = 'STOCK' and status = 'RESERVED'), 0) as stock,
        coalesce(sum(quantity) filter (where kind in ('PRODUCTION', 'PURCHASE') and status = 'OPEN'), 0) as waits,
        count(*) filter (where kind in ('PRODUCTION', 'PURCHASE')) as supplies
      from order_item_allocations where workspace_id = i.workspace_id and order_item_id = i.id) a
    cross join lateral (
      select count(*) as documents, coalesce(sum(quantity) filter (where status <> 'CANCELLED'), 0) as alive from (
        select quantity, status from production_orders where workspace_id = i.workspace_id and order_item_id = i.id
        union all select quantity, status from purchase_requisition_lines where workspace_id = i.workspace_id and order_item_id = i.id) document) d
    where i.product_type in ('PRODUCT', 'MANUFACTURED')
  ) line
  where stock + waits <> wanted or documents <> supplies or documents > 1 or alive < waits or (wanted = 0 and alive > 0) or alive > wanted`
