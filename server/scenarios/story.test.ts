import { afterAll, beforeAll, expect, test } from 'vitest'
import { castOf, mainWarehouse, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())

const orderOf = async (id: string) => ok(await company.owner.get(`/orders/${id}?include=items,holds`)).data
const win = async (dealId: string) => ok(await company.owner.post(`/deals/${dealId}/win`, {})).data

test('from the win to the last payment: produced, bought, picked, shipped, delivered, served, paid, completed', async () => {
  const made = await cast.product('MANUFACTURED', 'Верстак')
  const steel = await cast.product('MATERIAL', 'Лист стальной')
  const bought = await cast.product('PRODUCT', 'Тиски')
  const service = await cast.product('SERVICE', 'Сборка')
  await cast.bom(made.id, [{ componentId: steel.id, quantityPerUnit: 2 }])
  await cast.stock(steel.id, 100)
  await cast.stock(made.id, 1)
  const buyer = await cast.customer()
  const deal = await cast.deal(buyer.id, [
    [made.id, 3],
    [bought.id, 2],
    [service.id, 1],
  ])
  const won = await win(deal.id)
  await cast.pick(won.order.id)

  ok(await company.owner.post(`/operations/production/production-orders/${won.productionOrderIds[0]}/complete`, {}))
  await company.settle()
  const [requisition] = await company.sql<{ id: string; requisition_id: string }>(
    'select id, requisition_id from purchase_requisition_lines where requisition_id = $1',
    won.requisitionIds,
  )
  const supplier = ok(await company.owner.post('/operations/procurement/suppliers', { name: 'ТОО «Инструмент»' })).data
  ok(
    await company.owner.post('/operations/warehouse/goods-receipts', {
      warehouseId: await mainWarehouse(company),
      supplierId: supplier.id,
      confirm: true,
      lines: [{ productId: bought.id, quantity: 2, unitCost: 5500, requisitionLineId: requisition!.id }],
    }),
  )
  await company.settle()
  await cast.pick(won.order.id)
  await company.settle()
  expect(await orderOf(won.order.id)).toMatchObject({ status: 'READY' })

  ok(await company.owner.post(`/orders/${won.order.id}/ship`, { carrierName: 'Своя машина' }))
  expect(await orderOf(won.order.id)).toMatchObject({ status: 'SHIPPED', fulfillmentStatus: 'PARTIALLY' })
  ok(await company.owner.post(`/orders/${won.order.id}/deliver`, { recipient: 'Омаров' }))
  const item = (await orderOf(won.order.id)).items.find((line: { productId: string }) => line.productId === service.id)
  ok(await company.owner.post(`/orders/${won.order.id}/items/${item.id}/complete`, {}))
  expect(await orderOf(won.order.id)).toMatchObject({ status: 'DELIVERED', fulfillmentStatus: 'FULFILLED' })

  ok(await company.owner.post(`/orders/${won.order.id}/payments`, { amount: won.order.totalAmount, method: 'KASPI' }))
  await company.settle()
  expect(await orderOf(won.order.id)).toMatchObject({
    status: 'COMPLETED',
    paymentStatus: 'PAID',
    paidAmount: won.order.totalAmount,
  })
  const [customer] = await company.sql(
    'select balance::int, purchase_count, total_purchases::int as total, open_orders_amount::int as open from customers where id = $1',
    [buyer.id],
  )
  expect(customer).toEqual({ balance: 0, purchase_count: 1, total: Math.round(won.order.totalAmount * 100), open: 0 })
  const dealNow = ok(await company.owner.get(`/deals/${deal.id}`)).data
  expect(dealNow).toMatchObject({
    orderStatus: 'COMPLETED',
    orderedAmount: deal.value,
    deliveredAmount: deal.value,
    invoicedAmount: deal.value,
    paidAmount: deal.value,
  })
  const left = await company.sql(
    'select i.quantity::float8 as quantity, i.reserved_quantity::float8 as reserved from inventory_items i where product_id = any($1::uuid[]) order by 1',
    [[made.id, bought.id, steel.id]],
  )
  expect(left).toEqual([
    { quantity: 0, reserved: 0 },
    { quantity: 0, reserved: 0 },
    { quantity: 96, reserved: 0 },
  ])
  const [parked] = await company.sql(`select count(*)::int as open from event_deliveries where state <> 'DONE'`)
  expect(parked).toEqual({ open: 0 })
})

test('of two orders that together pass the credit limit the second is held, and goes on when the first is paid', async () => {
  const goods = await cast.product('PRODUCT', 'Шкаф', { price: 100000, vatIncluded: true })
  await cast.stock(goods.id, 10)
  const buyer = await cast.customer({ creditLimit: 150000, creditPolicy: 'HOLD' })
  const deals = [await cast.deal(buyer.id, [[goods.id, 1]]), await cast.deal(buyer.id, [[goods.id, 1]])]
  const wins = await Promise.all(deals.map((deal) => win(deal.id)))
  const held = wins.find((one) => one.order.status === 'ON_HOLD')
  const free = wins.find((one) => one.order.status === 'PROCESSING')
  expect(held).toMatchObject({ holds: ['CREDIT_LIMIT'], invoice: null, pickingOrderIds: [], deliveryOrderId: null })
  expect(free.holds).toEqual([])

  ok(
    await company.owner.post(`/orders/${free.order.id}/payments`, {
      amount: free.order.totalAmount,
      method: 'TRANSFER',
    }),
  )
  await company.settle()
  expect(await orderOf(held.order.id)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
})

test('a prepaid order waits with its proforma, and the payment starts everything', async () => {
  const goods = await cast.product('PRODUCT', 'Сейф', { price: 50000 })
  await cast.stock(goods.id, 5)
  const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT' })
  const won = await win((await cast.deal(buyer.id, [[goods.id, 2]])).id)
  expect(won).toMatchObject({
    holds: ['AWAITING_PREPAYMENT'],
    order: { status: 'ON_HOLD' },
    invoice: { type: 'PROFORMA', status: 'ISSUED' },
    pickingOrderIds: [],
  })

  ok(await company.owner.post(`/orders/${won.order.id}/payments`, { amount: won.order.totalAmount, method: 'KASPI' }))
  await company.settle()
  const order = await orderOf(won.order.id)
  expect(order).toMatchObject({
    status: 'PROCESSING',
    paymentStatus: 'PAID',
    openHolds: [],
    invoicedAmount: won.order.totalAmount,
  })
  const invoices = await company.sql(
    'select type, status, balance_due::int as due from invoices where order_id = $1 order by type',
    [won.order.id],
  )
  expect(invoices).toEqual([
    { type: 'PROFORMA', status: 'CANCELLED', due: expect.any(Number) },
    { type: 'STANDARD', status: 'PAID', due: 0 },
  ])
  const [customer] = await company.sql('select balance::int from customers where id = $1', [buyer.id])
  expect(customer).toEqual({ balance: 0 })
})

test('a hold by hand stops an order, and its release lets it go on where it stood', async () => {
  const goods = await cast.product('PRODUCT', 'Лестница')
  await cast.stock(goods.id, 5)
  const won = await win((await cast.deal((await cast.customer()).id, [[goods.id, 1]])).id)
  ok(await company.owner.post(`/orders/${won.order.id}/hold`, { reason: 'CUSTOMER_REQUEST' }))
  expect(await orderOf(won.order.id)).toMatchObject({ status: 'ON_HOLD', openHolds: ['CUSTOMER_REQUEST'] })
  ok(await company.owner.post(`/orders/${won.order.id}/release`, { note: 'Клиент готов' }))
  expect(await orderOf(won.order.id)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
})

test('an order by hand runs the same gates and the same fulfilment', async () => {
  const goods = await cast.product('PRODUCT', 'Тумба')
  await cast.stock(goods.id, 5)
  const buyer = await cast.customer()
  const preview = ok(
    await company.owner.post('/orders/preview', {
      customerId: buyer.id,
      items: [{ productId: goods.id, quantity: 7 }],
    }),
  ).data
  expect(preview).toMatchObject({ totalAmount: 70000, lines: [{ available: 5, short: 2, source: 'BUY' }], gates: [] })
  const order = ok(
    await company.owner.post('/orders', {
      customerId: buyer.id,
      items: [{ productId: goods.id, quantity: 7 }],
      requiresApproval: true,
    }),
  ).data
  expect(order).toMatchObject({ status: 'ON_HOLD', openHolds: ['APPROVAL'] })
  ok(await company.owner.post(`/orders/${order.id}/approve`, {}))
  expect(await orderOf(order.id)).toMatchObject({ status: 'PROCESSING', totalAmount: 70000, invoicedAmount: 70000 })
})

test('digital goods that are prepaid are delivered by the payment, and the order ends', async () => {
  const licence = await cast.product('DIGITAL', 'Лицензия')
  const won = await win(
    (await cast.deal((await cast.customer({ paymentTerms: 'PREPAYMENT' })).id, [[licence.id, 1]])).id,
  )
  expect(won.order.status).toBe('ON_HOLD')
  ok(await company.owner.post(`/orders/${won.order.id}/payments`, { amount: won.order.totalAmount, method: 'CARD' }))
  await company.settle()
  expect(await orderOf(won.order.id)).toMatchObject({ status: 'COMPLETED', fulfillmentStatus: 'FULFILLED' })
})

test('a bundle is exploded: its parts are reserved and produced, its price stays on its own line', async () => {
  const shelf = await cast.product('PRODUCT', 'Полка')
  const table = await cast.product('MANUFACTURED', 'Стол')
  const bundle = await cast.product('BUNDLE', 'Комплект', {
    price: 90000,
    bundleItems: [
      { componentId: shelf.id, quantity: 4 },
      { componentId: table.id, quantity: 1 },
    ],
  })
  await cast.stock(shelf.id, 8)
  const won = await win((await cast.deal((await cast.customer()).id, [[bundle.id, 2]])).id)
  const order = await orderOf(won.order.id)
  expect(order.totalAmount).toBe(180000)
  const part = (id: string) => order.items.find((line: { productId: string }) => line.productId === id)
  expect(part(shelf.id)).toMatchObject({
    quantity: 8,
    quantityReserved: 8,
    totalPrice: 0,
    parentItemId: part(bundle.id).id,
  })
  expect(part(table.id)).toMatchObject({ quantity: 2, allocations: [{ kind: 'PRODUCTION', quantity: 2 }] })
  expect(won.productionOrderIds).toHaveLength(1)
})

test('goods that turn up in a count serve the order that waits for them', async () => {
  const goods = await cast.product('PRODUCT', 'Ключ')
  const won = await win((await cast.deal((await cast.customer()).id, [[goods.id, 3]])).id)
  expect(won).toMatchObject({ pickingOrderIds: [], requisitionIds: [expect.any(String)] })
  await cast.stock(goods.id, 2)
  await company.settle()
  const [line] = (await orderOf(won.order.id)).items
  expect(line).toMatchObject({ quantityReserved: 2, status: 'PARTIALLY_ALLOCATED' })
  expect(line.allocations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'PURCHASE', status: 'OPEN', quantity: 1 }),
      expect.objectContaining({ kind: 'STOCK', status: 'RESERVED', quantity: 2 }),
    ]),
  )
  await cast.stock(goods.id, 5)
  await company.settle()
  expect((await orderOf(won.order.id)).items[0]).toMatchObject({ quantityReserved: 3, status: 'ALLOCATED' })
})

test('a lead whose deal is qualified becomes a prospect, and the win makes an active customer of him', async () => {
  const buyer = await cast.customer()
  const statusOf = async () => ok(await company.owner.get(`/customers/${buyer.id}`)).data.status
  const deal = await cast.deal(buyer.id, [[(await cast.product('SERVICE', 'Замер')).id, 1]])
  expect(await statusOf()).toBe('LEAD')
  ok(await company.owner.patch(`/deals/${deal.id}/stage`, { stage: 'QUALIFIED' }))
  await company.settle()
  expect(await statusOf()).toBe('PROSPECT')
  await win(deal.id)
  expect(await statusOf()).toBe('ACTIVE')
})
