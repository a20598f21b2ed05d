import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import type { Answer } from './support/client.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'
import { digest } from './support/digest.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())
beforeEach(() => setting('orders.stockPolicy', 'STRICT').then(() => setting('orders.autoConfirm', true)))

const setting = (key: string, value: unknown) =>
  company.sql('update app_settings set value = $3::jsonb where workspace_id = $1 and key = $2', [
    company.workspaceId,
    key,
    JSON.stringify(value),
  ])
const order = (customerId: string, items: object[], more: object = {}) =>
  company.owner.post('/orders', { customerId, items, ...more })
const orderOf = async (id: string) => ok(await company.owner.get(`/orders/${id}?include=items,history`)).data
async function refuses(act: () => Promise<Answer>): Promise<Answer> {
  await company.settle()
  const before = await digest(company)
  const answer = await act()
  expect({ status: answer.status, code: answer.error?.code }).toEqual({ status: 422, code: 'STOCK_UNAVAILABLE' })
  expect(await digest(company)).toEqual(before)
  return answer
}

test('under STRICT an order is taken for what is in stock, and refused line by line for more', async () => {
  const shelf = await cast.product('PRODUCT', 'Полка')
  const table = await cast.product('MANUFACTURED', 'Стол')
  const mounting = await cast.product('SERVICE', 'Монтаж')
  await cast.stock(shelf.id, 5)
  await cast.stock(table.id, 1)
  const buyer = await cast.customer()
  const taken = ok(
    await order(buyer.id, [
      { productId: shelf.id, quantity: 2 },
      { productId: mounting.id, quantity: 1 },
    ]),
  ).data
  expect(taken).toMatchObject({ status: 'PROCESSING' })

  const wish = [
    { productId: shelf.id, quantity: 2 },
    { productId: shelf.id, quantity: 2 },
    { productId: table.id, quantity: 3 },
    { productId: mounting.id, quantity: 1 },
  ]
  const { error } = await refuses(() => order(buyer.id, wish))
  expect(error.details.lines).toMatchObject([
    { productId: shelf.id, product: 'Полка', required: 2, available: 1 },
    { productId: table.id, required: 3, available: 1 },
  ])
  const preview = ok(await company.owner.post('/orders/preview', { customerId: buyer.id, items: wish })).data
  expect(preview.gates).toMatchObject([{ gate: 'STOCK' }])
})

test('a win of more than is in stock is refused and leaves everything as it was', async () => {
  const goods = await cast.product('PRODUCT', 'Кресло')
  await cast.stock(goods.id, 3)
  const deal = await cast.deal((await cast.customer()).id, [[goods.id, 4]])
  await refuses(() => company.owner.post(`/deals/${deal.id}/win`, {}))
  expect(ok(await company.owner.get(`/deals/${deal.id}`)).data.stage).toBe('LEAD')

  await cast.stock(goods.id, 1)
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  expect(won).toMatchObject({ order: { status: 'PROCESSING' }, requisitionIds: [] })
})

test('a draft may wish for anything; to submit it there must be stock', async () => {
  const goods = await cast.product('PRODUCT', 'Шкаф')
  const draft = ok(
    await order((await cast.customer()).id, [{ productId: goods.id, quantity: 2 }], { asDraft: true }),
  ).data
  expect(draft.status).toBe('DRAFT')
  await refuses(() => company.owner.post(`/orders/${draft.id}/submit`))
  await cast.stock(goods.id, 2)
  ok(await company.owner.post(`/orders/${draft.id}/submit`))
  expect((await orderOf(draft.id)).status).toBe('PROCESSING')
})

test('two orders for the last goods at once: one is taken, one is refused', async () => {
  const goods = await cast.product('PRODUCT', 'Последний')
  await cast.stock(goods.id, 3)
  const buyers = await Promise.all([cast.customer(), cast.customer(), cast.customer()])
  const answers = await Promise.all(buyers.map((buyer) => order(buyer.id, [{ productId: goods.id, quantity: 2 }])))
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 422, 422])
})

test('an order that is approved when its goods are gone is held for stock, and goes on when they come', async () => {
  const goods = await cast.product('PRODUCT', 'Диван')
  await cast.stock(goods.id, 2)
  const buyer = await cast.customer()
  const held = ok(await order(buyer.id, [{ productId: goods.id, quantity: 2 }], { requiresApproval: true })).data
  expect(held.openHolds).toEqual(['APPROVAL'])
  ok(await order(buyer.id, [{ productId: goods.id, quantity: 1 }]))
  ok(await company.owner.post(`/orders/${held.id}/approve`, {}))
  expect(await orderOf(held.id)).toMatchObject({ status: 'ON_HOLD', openHolds: ['STOCK'] })
  await refuses(() => company.owner.post(`/orders/${held.id}/confirm`))

  await cast.stock(goods.id, 1)
  await company.settle()
  const free = await orderOf(held.id)
  expect(free).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  expect(free.items[0]).toMatchObject({ quantityReserved: 2 })
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
})

test('a prepaid order keeps its stock, so that the money finds it; after the days the hold says what is missing', async () => {
  const goods = await cast.product('PRODUCT', 'Комод')
  await cast.stock(goods.id, 2)
  const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT' })
  const held = ok(await order(buyer.id, [{ productId: goods.id, quantity: 2 }])).data
  expect(held).toMatchObject({ status: 'ON_HOLD', openHolds: ['AWAITING_PREPAYMENT'] })
  const other = await cast.customer()
  await refuses(() => order(other.id, [{ productId: goods.id, quantity: 1 }]))

  await company.sql(`update stock_reservations set expires_at = now() - interval '1 second' where order_id = $1`, [
    held.id,
  ])
  await company.application.schedule.tick()
  ok(await order(other.id, [{ productId: goods.id, quantity: 1 }]))
  ok(await company.owner.post(`/orders/${held.id}/payments`, { amount: held.totalAmount, method: 'CARD' }))
  await company.settle()
  expect(await orderOf(held.id)).toMatchObject({ status: 'ON_HOLD', paymentStatus: 'PAID', openHolds: ['STOCK'] })
  await cast.stock(goods.id, 5)
  await company.settle()
  expect(await orderOf(held.id)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
})

test('without automatic confirmation an order waits until somebody confirms it; then its gates run', async () => {
  await setting('orders.stockPolicy', 'ALLOCATE')
  await setting('orders.autoConfirm', false)
  const goods = await cast.product('PRODUCT', 'Стул')
  await cast.stock(goods.id, 2)
  const buyer = await cast.customer()
  const waiting = ok(await order(buyer.id, [{ productId: goods.id, quantity: 3 }])).data
  expect(waiting).toMatchObject({ status: 'PENDING', openHolds: [], confirmedAt: null, invoicedAmount: 0 })
  ok(await company.owner.post(`/orders/${waiting.id}/payments`, { amount: 1000, method: 'CASH' }))
  await company.settle()
  expect((await orderOf(waiting.id)).status).toBe('PENDING')

  // A hold by hand and its release lead back to waiting.
  ok(await company.owner.post(`/orders/${waiting.id}/hold`, { reason: 'MANUAL' }))
  ok(await company.owner.post(`/orders/${waiting.id}/release`, { note: 'Готово' }))
  expect((await orderOf(waiting.id)).status).toBe('PENDING')

  const confirmed = ok(await company.owner.post(`/orders/${waiting.id}/confirm`)).data
  expect(confirmed).toMatchObject({ status: 'PROCESSING', invoicedAmount: 30000, paidAmount: 1000 })
  expect(confirmed.items[0]).toMatchObject({ quantityReserved: 2 })
  await company.settle()
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
})

test('the order of a won deal waits likewise, and what holds it after its confirmation goes on by itself', async () => {
  await setting('orders.stockPolicy', 'ALLOCATE')
  await setting('orders.autoConfirm', false)
  const goods = await cast.product('PRODUCT', 'Тумба')
  await cast.stock(goods.id, 5)
  const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT' })
  const deal = await cast.deal(buyer.id, [[goods.id, 2]])
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  expect(won).toMatchObject({ pending: false, order: { status: 'PENDING' }, invoice: null, holds: [] })
  expect(ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data.order.id).toBe(won.order.id)

  const asked = ok(await company.owner.post(`/orders/${won.order.id}/confirm`)).data
  expect(asked).toMatchObject({ status: 'ON_HOLD', openHolds: ['AWAITING_PREPAYMENT'] })
  ok(await company.owner.post(`/orders/${won.order.id}/payments`, { amount: asked.totalAmount, method: 'KASPI' }))
  await company.settle()
  expect(await orderOf(won.order.id)).toMatchObject({ status: 'PROCESSING', paymentStatus: 'PAID' })
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
})

test('without automatic confirmation STRICT still refuses what is short when it is ordered, and again when it is confirmed', async () => {
  await setting('orders.autoConfirm', false)
  const goods = await cast.product('PRODUCT', 'Буфет')
  await cast.stock(goods.id, 2)
  const buyer = await cast.customer()
  await refuses(() => order(buyer.id, [{ productId: goods.id, quantity: 3 }]))
  const [first, second] = [
    ok(await order(buyer.id, [{ productId: goods.id, quantity: 2 }])).data,
    ok(await order(buyer.id, [{ productId: goods.id, quantity: 1 }])).data,
  ]
  ok(await company.owner.post(`/orders/${first.id}/confirm`))
  await refuses(() => company.owner.post(`/orders/${second.id}/confirm`))
  expect((await orderOf(second.id)).status).toBe('PENDING')
})
