import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { reservationExpiry } from '../src/orchestrators/reservation-expiry.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())

const day = 86_400_000

/** Lets the house believe that so many days have passed, and does what falls due then. */
async function later(days: number): Promise<number> {
  const { database, schedule } = company.application
  database.clock = () => new Date(Date.now() + days * day)
  database.clockMoved = true
  const done = await schedule.tick([reservationExpiry])
  await company.settle()
  return done
}
function backToday(): void {
  company.database.clock = () => new Date()
  company.database.clockMoved = false
}

const stockOf = async (productId: string) =>
  ok(await company.owner.get(`/operations/warehouse/inventory/${productId}`)).data.totals as {
    onHand: number
    reserved: number
    available: number
  }
const reservationsOf = async (orderId: string) =>
  company.sql<{ kind: string; status: string; quantity: number }>(
    'select kind, status, quantity::float8, released_reason as reason from stock_reservations where order_id = $1 order by created_at, id',
    [orderId],
  )
const prepaidOrder = async (productId: string, quantity: number) => {
  const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT' })
  return ok(await company.owner.post('/orders', { customerId: buyer.id, items: [{ productId, quantity }] })).data
}
const orderOf = async (id: string) => ok(await company.owner.get(`/orders/${id}?include=items,holds`)).data
const pay = async (order: { id: string; totalAmount: number }, amount = order.totalAmount) => {
  ok(await company.owner.post(`/orders/${order.id}/payments`, { amount, method: 'KASPI' }))
  await company.settle()
}
async function expectSoundBooks(): Promise<void> {
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
}

test('stock is kept while an order waits for its prepayment, and becomes its own with the money, counted once', async () => {
  const goods = await cast.product('PRODUCT', 'Сейф')
  await cast.stock(goods.id, 5)
  const order = await prepaidOrder(goods.id, 3)
  expect(order).toMatchObject({ status: 'ON_HOLD', openHolds: ['AWAITING_PREPAYMENT'] })
  expect(order.items[0]).toMatchObject({ quantityReserved: 0, allocations: [] })
  expect(await reservationsOf(order.id)).toMatchObject([{ kind: 'SOFT', status: 'ACTIVE', quantity: 3 }])
  expect(await stockOf(goods.id)).toMatchObject({ onHand: 5, reserved: 3, available: 2 })
  await expectSoundBooks()

  // Nobody else can take it.
  const buyer = await cast.customer()
  const quick = ok(
    await company.owner.post('/orders', { customerId: buyer.id, items: [{ productId: goods.id, quantity: 5 }] }),
  ).data
  expect(quick.items[0]).toMatchObject({ quantityReserved: 2, status: 'PARTIALLY_ALLOCATED' })

  await pay(order)
  const paid = await orderOf(order.id)
  expect(paid).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  expect(paid.items[0]).toMatchObject({
    quantityReserved: 3,
    status: 'ALLOCATED',
    allocations: [{ kind: 'STOCK', status: 'RESERVED', quantity: 3 }],
  })
  expect(await reservationsOf(order.id)).toEqual([{ kind: 'HARD', status: 'ACTIVE', quantity: 3, reason: null }])
  expect(await stockOf(goods.id)).toMatchObject({ onHand: 5, reserved: 5, available: 0 })
  const [picking] = await company.sql(
    'select count(*)::int as lines from picking_order_lines where product_id = $1 and quantity = 3',
    [goods.id],
  )
  expect(picking).toEqual({ lines: 1 })
  await expectSoundBooks()
})

test('what is kept beyond what is in stock is made or bought once the money is there', async () => {
  const goods = await cast.product('PRODUCT', 'Витрина')
  await cast.stock(goods.id, 2)
  const order = await prepaidOrder(goods.id, 6)
  expect(await reservationsOf(order.id)).toMatchObject([{ kind: 'SOFT', quantity: 2 }])
  await pay(order)
  const [line] = (await orderOf(order.id)).items
  expect(line).toMatchObject({ quantityReserved: 2, status: 'PARTIALLY_ALLOCATED' })
  expect(line.allocations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'STOCK', quantity: 2 }),
      expect.objectContaining({ kind: 'PURCHASE', quantity: 4 }),
    ]),
  )
  await expectSoundBooks()
})

test('after three days it is given back, serves who waits, and the seller is told; the money may still come', async () => {
  const goods = await cast.product('PRODUCT', 'Стойка')
  await cast.stock(goods.id, 4)
  const order = await prepaidOrder(goods.id, 4)
  const waiting = ok(
    await company.owner.post('/orders', {
      customerId: (await cast.customer()).id,
      items: [{ productId: goods.id, quantity: 3 }],
    }),
  ).data
  expect(waiting.items[0]).toMatchObject({ quantityReserved: 0, status: 'ON_PURCHASE' })

  expect(await later(2.9)).toBe(0)
  expect(await reservationsOf(order.id)).toMatchObject([{ status: 'ACTIVE' }])
  expect(await later(3.1)).toBe(1)
  expect(await later(3.1)).toBe(0)
  backToday()
  expect(await reservationsOf(order.id)).toMatchObject([{ kind: 'SOFT', status: 'EXPIRED', reason: 'EXPIRED' }])
  expect(await orderOf(order.id)).toMatchObject({ status: 'ON_HOLD', openHolds: ['AWAITING_PREPAYMENT'] })
  expect((await orderOf(waiting.id)).items[0]).toMatchObject({ quantityReserved: 3 })
  expect(await stockOf(goods.id)).toMatchObject({ reserved: 3, available: 1 })
  const told = await company.sql(
    `select count(*)::int as notices from notifications where code = 'STOCK_NOT_KEPT' and data->>'orderId' = $1`,
    [order.id],
  )
  expect(told).toEqual([{ notices: 1 }])
  await expectSoundBooks()

  await pay(order)
  expect((await orderOf(order.id)).items[0]).toMatchObject({ quantityReserved: 1, status: 'PARTIALLY_ALLOCATED' })
  await expectSoundBooks()
})

test('a part of the prepayment changes what the hold says and keeps the stock kept, once', async () => {
  const goods = await cast.product('PRODUCT', 'Скамья')
  await cast.stock(goods.id, 2)
  const order = await prepaidOrder(goods.id, 2)
  await pay(order, 5000)
  const held = await orderOf(order.id)
  expect(held.holds).toMatchObject([{ reason: 'AWAITING_PREPAYMENT', details: { required: 20000, paid: 5000 } }])
  expect(await reservationsOf(order.id)).toHaveLength(1)
  await pay(order, 15000)
  expect(await orderOf(order.id)).toMatchObject({ status: 'PROCESSING' })
  expect(await reservationsOf(order.id)).toMatchObject([{ kind: 'HARD', quantity: 2 }])
})

test('the money and the end of the days at the same moment: the stock is counted once whoever comes first', async () => {
  const goods = await cast.product('PRODUCT', 'Тележка')
  await cast.stock(goods.id, 40)
  const orders = await Promise.all(Array.from({ length: 8 }, () => prepaidOrder(goods.id, 5)))
  const { database, schedule, relay } = company.application
  for (const order of orders)
    ok(await company.owner.post(`/orders/${order.id}/payments`, { amount: order.totalAmount, method: 'KASPI' }))
  database.clock = () => new Date(Date.now() + 4 * day)
  database.clockMoved = true
  await Promise.all([relay.drain(), schedule.tick(), schedule.tick()])
  await company.settle()
  await schedule.tick()
  await company.settle()
  backToday()
  for (const order of orders) expect((await orderOf(order.id)).items[0]).toMatchObject({ quantityReserved: 5 })
  expect(await stockOf(goods.id)).toMatchObject({ onHand: 40, reserved: 40, available: 0 })
  await expectSoundBooks()
})
