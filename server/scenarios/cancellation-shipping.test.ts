import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok } from './support/cast.js'
import { cancelling } from './support/cancelling.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let act: ReturnType<typeof cancelling>

beforeAll(async () => {
  company = await openCompany()
  act = cancelling(company)
})
afterAll(() => company.close())

const ship = async (orderId: string, body: Record<string, unknown> = {}) =>
  ok(await company.owner.post(`/orders/${orderId}/ship`, { carrierName: 'Своя машина', ...body })).data
const deliver = async (orderId: string) => ok(await company.owner.post(`/orders/${orderId}/deliver`, {})).data
const pay = async (orderId: string, amount: number) =>
  ok(await company.owner.post(`/orders/${orderId}/payments`, { amount, method: 'TRANSFER' }))

test('after a part has gone the rest is cancelled, and the order ends with what was delivered', async () => {
  const goods = await act.product('PRODUCT', 'Стул', { price: 1000, vatIncluded: true })
  await act.stock(goods.id, 6)
  const { orderId, customerId, dealId } = await act.sell([[goods.id, 10]])
  await act.pick(orderId)
  const item = await act.itemOf(orderId, goods.id)
  await ship(orderId, { lines: [{ itemId: item.id, quantity: 4 }] })
  await company.settle()
  expect(await act.orderOf(orderId)).toMatchObject({ fulfillmentStatus: 'PARTIALLY' })

  const gone = await act.cancel(orderId, { items: [{ itemId: item.id, quantity: 7 }] })
  expect([gone.status, gone.error.code, gone.error.details]).toEqual([
    422,
    'ALREADY_SHIPPED',
    { itemId: item.id, left: '6' },
  ])
  const plan = await act.planOf(orderId)
  expect(act.effectsOn(plan, 'picking_order')).toEqual([{ action: 'CANCEL', quantity: 2, amount: null }])
  expect(act.effectsOn(plan, 'order')).toEqual([{ action: 'KEEP', quantity: null, amount: 6000 }])
  expect(plan.warnings.map((warning: { code: string }) => warning.code)).toEqual([
    'GOODS_ARE_PICKED',
    'PART_IS_SHIPPED',
  ])
  const after = ok(await act.cancel(orderId, { planHash: plan.planHash })).data
  expect(after).toMatchObject({ status: 'SHIPPED', totalAmount: 4000, invoicedAmount: 4000 })
  await act.sound()
  expect(await act.itemOf(orderId, goods.id)).toMatchObject({
    quantityCancelled: 6,
    quantityPicked: 4,
    quantityShipped: 4,
    quantityReserved: 4,
    quantityInvoiced: 4,
    status: 'SHIPPED',
  })
  expect(await act.stockOf(goods.id)).toEqual({ quantity: 2, reserved: 0 })
  await deliver(orderId)
  await pay(orderId, 4000)
  await act.sound()
  expect(await act.orderOf(orderId)).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PAID' })
  expect(await act.moneyOf(customerId)).toEqual({ balance: 0, ledger: 0 })
  const [customer] = await company.sql(
    'select purchase_count as count, total_purchases::float8 / 100 as total, lifetime_value::float8 / 100 as lifetime from customers where id = $1',
    [customerId],
  )
  expect(customer).toEqual({ count: 1, total: 4000, lifetime: expect.closeTo(4000 / 1.12, 1) })
  expect(ok(await company.owner.get(`/deals/${dealId}`)).data).toMatchObject({
    orderedAmount: 4000,
    deliveredAmount: 4000,
    invoicedAmount: 4000,
    paidAmount: 4000,
  })
})

test('when everything that is left is with the customer already, cancelling the rest delivers the order', async () => {
  const here = await act.product('PRODUCT', 'Лавка', { price: 2000, vatIncluded: true })
  const late = await act.product('PRODUCT', 'Навес', { price: 9000, vatIncluded: true })
  await act.stock(here.id, 3)
  const { orderId } = await act.sell([
    [here.id, 3],
    [late.id, 1],
  ])
  await act.pick(orderId)
  await ship(orderId)
  await deliver(orderId)
  await pay(orderId, 15000)
  await company.settle()
  expect(await act.orderOf(orderId)).toMatchObject({ status: 'PROCESSING', paymentStatus: 'PAID' })
  const items = [{ itemId: (await act.itemOf(orderId, late.id)).id, quantity: 1 }]
  const plan = await act.planOf(orderId, { items })
  expect(act.effectsOn(plan, 'payment')).toEqual([{ action: 'ADVANCE', quantity: null, amount: 9000 }])
  ok(await act.cancel(orderId, { items, planHash: plan.planHash }))
  await act.sound()
  expect(await act.orderOf(orderId)).toMatchObject({
    status: 'COMPLETED',
    totalAmount: 6000,
    paidAmount: 6000,
    paymentStatus: 'PAID',
    fulfillmentStatus: 'FULFILLED',
  })
  expect((await act.orderOf(orderId)).history.map((step: { toStatus: string }) => step.toStatus)).toEqual(
    expect.arrayContaining(['DELIVERED', 'COMPLETED']),
  )
  const [delivered] = await company.sql<{ payload: Record<string, unknown> }>(
    `select payload from outbox_events where name = 'order.delivered' and aggregate_id = $1 order by pos desc limit 1`,
    [orderId],
  )
  expect(delivered!.payload).toMatchObject({ isPartial: false, lines: [], recognizedGross: 0 })
})

test('what was handed over is not cancelled: whole, or work that was done', async () => {
  const goods = await act.product('PRODUCT', 'Ваза')
  const service = await act.product('SERVICE', 'Подъём')
  await act.stock(goods.id, 1)
  const { orderId } = await act.sell([
    [goods.id, 1],
    [service.id, 4],
  ])
  await act.pick(orderId)
  await ship(orderId)
  const work = await act.itemOf(orderId, service.id)
  ok(await company.owner.post(`/orders/${orderId}/items/${work.id}/complete`, { quantity: 1 }))
  const goodsItem = await act.itemOf(orderId, goods.id)
  expect((await act.cancel(orderId, { items: [{ itemId: goodsItem.id, quantity: 1 }] })).error.code).toBe(
    'ALREADY_SHIPPED',
  )
  expect((await act.cancel(orderId, { items: [{ itemId: work.id, quantity: 4 }] })).error.code).toBe('ALREADY_SHIPPED')
  const rest = ok(await act.cancel(orderId)).data
  expect(rest).toMatchObject({ status: 'SHIPPED' })
  await act.sound()
  expect(await act.itemOf(orderId, service.id)).toMatchObject({
    quantityCancelled: 3,
    quantityDelivered: 1,
    status: 'DELIVERED',
  })
  await deliver(orderId)
  await act.sound()
  expect((await act.cancel(orderId)).error.code).toBe('ALREADY_SHIPPED')
})

test('goods that the customer collects: cancelled before he comes', async () => {
  const goods = await act.product('PRODUCT', 'Дрель')
  await act.stock(goods.id, 2)
  const buyer = await act.customer()
  const body = { customerId: buyer.id, fulfillmentMethod: 'PICKUP', items: [{ productId: goods.id, quantity: 2 }] }
  const order = ok(await company.owner.post('/orders', body)).data
  await act.pick(order.id)
  const plan = await act.planOf(order.id)
  expect(act.effectsOn(plan, 'delivery_order')).toEqual([])
  ok(await act.cancel(order.id))
  await act.sound()
  expect(await act.stockOf(goods.id)).toEqual({ quantity: 2, reserved: 0 })
})

test('a bundle is cancelled in whole sets; a set that was begun stays', async () => {
  const shelf = await act.product('PRODUCT', 'Полка', { price: 500 })
  const table = await act.product('MANUFACTURED', 'Стол', { price: 2000 })
  const bundle = await act.product('BUNDLE', 'Комплект', {
    price: 7000,
    vatIncluded: true,
    bundleItems: [
      { componentId: shelf.id, quantity: 4 },
      { componentId: table.id, quantity: 1 },
    ],
  })
  await act.stock(shelf.id, 6)
  await act.stock(table.id, 1)
  const { orderId } = await act.sell([[bundle.id, 3]])
  const set = await act.itemOf(orderId, bundle.id)
  ok(await act.cancel(orderId, { items: [{ itemId: set.id, quantity: 1 }] }))
  await act.sound()
  expect(await act.itemOf(orderId, shelf.id)).toMatchObject({ quantity: 12, quantityCancelled: 4 })
  expect(await act.itemOf(orderId, table.id)).toMatchObject({ quantity: 3, quantityCancelled: 1 })
  await act.pick(orderId)
  await ship(orderId, {
    lines: [
      { itemId: (await act.itemOf(orderId, shelf.id)).id, quantity: 4 },
      { itemId: (await act.itemOf(orderId, table.id)).id, quantity: 1 },
    ],
  })
  await deliver(orderId)
  const two = await act.cancel(orderId, { items: [{ itemId: set.id, quantity: 2 }] })
  expect([two.error.code, two.error.details.left]).toEqual(['ALREADY_SHIPPED', '1'])
  const rest = ok(await act.cancel(orderId)).data
  expect(rest).toMatchObject({ status: 'DELIVERED', totalAmount: 7000, invoicedAmount: 7000 })
  await act.sound()
  expect(await act.itemOf(orderId, bundle.id)).toMatchObject({
    quantityCancelled: 2,
    quantityDelivered: 1,
    status: 'DELIVERED',
  })
  const shares = await company.sql<{ net: number }>(
    'select sum(revenue_share)::float8 as net from order_items where order_id = $1 and parent_item_id is not null',
    [orderId],
  )
  expect(shares[0]!.net).toBe(Math.round(rest.subtotal * 100))
})
