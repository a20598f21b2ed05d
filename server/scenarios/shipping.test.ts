import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany } from './support/company.js'
import { tradeOf } from './support/trade.js'

let company: Company
let trade: ReturnType<typeof tradeOf>
let customerId: string

beforeAll(async () => {
  company = await openCompany()
  trade = tradeOf(company)
  customerId = await trade.customer()
})
afterAll(() => company?.close())

const ship = (orderId: string, body = {}) => company.owner.post(`/orders/${orderId}/ship`, body)
const deliver = (orderId: string, body = {}) => company.owner.post(`/orders/${orderId}/deliver`, body)
const statuses = (card: { history: Array<{ toStatus: string }> }) => card.history.map((row) => row.toStatus)

test('an order is picked, shipped, received, paid, and ends by itself', async () => {
  const productId = await trade.product({}, { quantity: 10, unitCost: 600 })
  const { id } = await trade.order({ customerId, items: [{ productId, quantity: 4 }] })
  expect((await ship(id)).error.code).toBe('NOT_PICKED')
  expect(await trade.pickAll(id)).toBe(1)
  expect((await trade.card(id)).status).toBe('READY')

  const shipped = await ship(id, { carrier: 'Казпочта', trackingNumber: 'KZ1' })
  expect(shipped.error).toBeUndefined()
  expect(shipped.data).toMatchObject({ status: 'SHIPPED', fulfillmentStatus: 'PARTIALLY' })
  expect(shipped.data.shipments).toHaveLength(1)
  expect(shipped.data.shipments[0]).toMatchObject({
    status: 'DISPATCHED',
    carrierName: 'Казпочта',
    waybillNumber: expect.stringMatching(/^WB-\d{4}-000001$/),
  })
  const [stock] = await company.sql<{ quantity: string; reserved_quantity: string }>(
    'select quantity, reserved_quantity from inventory_items where product_id = $1',
    [productId],
  )
  expect([Number(stock!.quantity), Number(stock!.reserved_quantity)]).toEqual([6, 0])
  expect(await company.sql('select status from stock_reservations where order_id = $1', [id])).toEqual([
    { status: 'CONSUMED' },
  ])
  const [cost] = await company.sql<{ cost_amount: bigint; margin_amount: bigint }>(
    'select cost_amount, margin_amount from orders where id = $1',
    [id],
  )
  expect(cost).toEqual({ cost_amount: 240_000n, margin_amount: 160_000n })
  const deliveries = await company.owner.get(`/operations/logistics/delivery-orders?orderId=${id}&include=lines`)
  expect(deliveries.data).toMatchObject([
    { status: 'IN_TRANSIT', trackingNumber: 'KZ1', lines: [{ quantity: 4, deliveredQuantity: 0 }] },
  ])

  const received = await deliver(id, { recipient: 'Ерлан' })
  expect(received.data).toMatchObject({
    status: 'DELIVERED',
    fulfillmentStatus: 'FULFILLED',
    shipments: [{ status: 'DELIVERED' }],
  })
  const delivery = await company.owner.get(
    `/operations/logistics/delivery-orders/${deliveries.data[0].id}?include=lines`,
  )
  expect(delivery.data).toMatchObject({
    status: 'DELIVERED',
    proof: { recipient: 'Ерлан' },
    lines: [{ deliveredQuantity: 4 }],
  })
  const [told] = await company.sql<{ payload: Record<string, unknown> }>(
    `select payload from outbox_events where name = 'order.delivered' and aggregate_id = $1`,
    [id],
  )
  expect(told!.payload).toMatchObject({ isPartial: false, recognizedNet: 4000, recognizedGross: 4480 })

  expect(
    (await company.owner.post(`/orders/${id}/payments`, { amount: 4480, method: 'BANK_TRANSFER' })).data,
  ).toMatchObject({ method: 'TRANSFER', unallocatedAmount: 0 })
  await company.settle()
  const card = await trade.card(id)
  expect(card).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PAID' })
  expect(statuses(card).slice(-4)).toEqual(['READY', 'SHIPPED', 'DELIVERED', 'COMPLETED'])
})

test('what is in parts ships in parts, and every part has its papers', async () => {
  const table = await trade.product({ price: 333.33 }, { quantity: 3, unitCost: 100 })
  const service = await trade.product({ productType: 'SERVICE', price: 500 })
  const { id } = await trade.order({
    customerId,
    items: [
      { productId: table, quantity: 3 },
      { productId: service, quantity: 1 },
    ],
  })
  await trade.pickAll(id)
  const [item, work] = (await trade.card(id)).items
  const first = await ship(id, { lines: [{ itemId: item.id, quantity: 1 }] })
  expect(first.data).toMatchObject({ status: 'READY', fulfillmentStatus: 'PARTIALLY' })
  expect((await ship(id, { lines: [{ itemId: item.id, quantity: 3 }] })).error).toMatchObject({ code: 'NOT_PICKED' })
  const second = await ship(id)
  expect(second.data).toMatchObject({ status: 'SHIPPED' })
  expect((await company.owner.get(`/operations/logistics/delivery-orders?orderId=${id}`)).data).toHaveLength(2)
  expect((await deliver(id, { shipmentId: first.data.shipments[0].id })).data).toMatchObject({ status: 'SHIPPED' })
  expect((await deliver(id, { shipmentId: first.data.shipments[0].id })).status).toBe(404)
  expect((await deliver(id)).data).toMatchObject({ status: 'SHIPPED', fulfillmentStatus: 'PARTIALLY' })
  expect((await company.owner.post(`/orders/${id}/items/${item.id}/complete`, {})).error.code).toBe(
    'OPERATION_NOT_ALLOWED_FOR_TYPE',
  )
  expect((await company.owner.post(`/orders/${id}/items/${work.id}/complete`, {})).data).toMatchObject({
    status: 'DELIVERED',
    fulfillmentStatus: 'FULFILLED',
  })
  const told = await company.sql<{ payload: { recognizedNet: number; recognizedGross: number; isPartial: boolean } }>(
    `select payload from outbox_events where name = 'order.delivered' and aggregate_id = $1 order by pos`,
    [id],
  )
  expect(told.map(({ payload }) => payload.isPartial)).toEqual([true, true, false])
  const [order] = await company.sql<{ subtotal: bigint; total_amount: bigint }>(
    'select subtotal, total_amount from orders where id = $1',
    [id],
  )
  const sum = (key: 'recognizedNet' | 'recognizedGross') =>
    BigInt(Math.round(told.reduce((all, { payload }) => all + payload[key] * 100, 0)))
  expect([sum('recognizedNet'), sum('recognizedGross')]).toEqual([order!.subtotal, order!.total_amount])
  expect((await company.owner.post(`/orders/${id}/complete`)).data).toMatchObject({ status: 'COMPLETED' })
})

test('the customer who collects his goods has them at once; without an address nothing is sent', async () => {
  const productId = await trade.product({}, { quantity: 5, unitCost: 10 })
  const collected = await trade.order({ customerId, fulfillmentMethod: 'PICKUP', items: [{ productId, quantity: 2 }] })
  await trade.pickAll(collected.id)
  expect((await ship(collected.id)).data).toMatchObject({
    status: 'DELIVERED',
    shipments: [{ status: 'DELIVERED', method: 'PICKUP' }],
  })
  expect((await company.owner.get(`/operations/logistics/delivery-orders?orderId=${collected.id}`)).data).toEqual([])
  const homeless = await trade.order({ customerId, deliveryAddress: undefined, items: [{ productId, quantity: 1 }] })
  await trade.pickAll(homeless.id)
  expect((await ship(homeless.id)).error.code).toBe('ADDRESS_MISSING')
})

test('a failed delivery is tried three times; what is refused at the door is not delivered', async () => {
  const productId = await trade.product({}, { quantity: 5, unitCost: 10 })
  const { id } = await trade.order({ customerId, items: [{ productId, quantity: 5 }] })
  await trade.pickAll(id)
  await ship(id)
  const [{ id: deliveryId }] = (await company.owner.get(`/operations/logistics/delivery-orders?orderId=${id}`)).data
  const at = `/operations/logistics/delivery-orders/${deliveryId}`
  for (const attempt of [2, 3]) {
    expect((await company.owner.post(`${at}/fail`, { reason: 'NO_RECIPIENT', reschedule: true })).data).toMatchObject({
      status: 'PLANNED',
      attempt,
    })
    expect((await company.owner.post(`${at}/start`)).data).toMatchObject({ status: 'IN_TRANSIT' })
  }
  expect((await company.owner.post(`${at}/fail`, { reason: 'NO_RECIPIENT', reschedule: true })).error.code).toBe(
    'BUSINESS_RULE',
  )
  const [line] = (await company.owner.get(`${at}?include=lines`)).data.lines
  const partly = {
    lines: [{ id: line.id, deliveredQuantity: 3, rejectedQuantity: 2, rejectReason: 'Царапина' }],
    codCollected: 1000,
  }
  expect((await company.owner.post(`${at}/complete`, partly)).data).toMatchObject({
    status: 'PARTIALLY_DELIVERED',
    codCollected: 1000,
    lines: [{ deliveredQuantity: 3, rejectedQuantity: 2 }],
  })
  expect(await trade.card(id)).toMatchObject({
    status: 'SHIPPED',
    fulfillmentStatus: 'PARTIALLY',
    paidAmount: 1000,
    items: [{ quantityDelivered: 3 }],
  })
})

test('two storekeepers ship the same goods once', async () => {
  const productId = await trade.product({}, { quantity: 6, unitCost: 10 })
  const { id } = await trade.order({ customerId, items: [{ productId, quantity: 6 }] })
  await trade.pickAll(id)
  const answers = await Promise.all([ship(id), ship(id), ship(id)])
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  const [stock] = await company.sql<{ quantity: string }>(
    'select quantity from inventory_items where product_id = $1',
    [productId],
  )
  expect(Number(stock!.quantity)).toBe(0)
  const numbers = await company.sql<{ waybill_number: string }>(
    'select waybill_number from shipments where workspace_id = $1 order by waybill_number',
    [company.workspaceId],
  )
  expect(numbers.map((row) => Number(row.waybill_number.slice(-6)))).toEqual(numbers.map((_, index) => index + 1))
})
