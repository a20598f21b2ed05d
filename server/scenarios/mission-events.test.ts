import { eventPayloads } from '@prometric/contracts/events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../src/kernel/kazakhstan/working-days.js'
import { castOf, ok } from './support/cast.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'
import { digest } from './support/digest.js'
import { hearingOf } from './support/hearing.js'
import { lettersTo } from './support/letters.js'

let company: Company
let cast: ReturnType<typeof castOf>
let heard: ReturnType<typeof hearingOf>
let seller: Client & { employeeId: string }
let keeper: Client

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  heard = hearingOf(company)
  seller = await sellerNamed()
  keeper = await company.as('WAREHOUSE')
})
afterAll(() => company?.close())

async function sellerNamed(): Promise<Client & { employeeId: string }> {
  const client = await company.as('SALES_REP')
  const [employee] = await company.sql<{ id: string }>('select id from employees where user_id = $1', [client.userId])
  return { ...client, employeeId: employee!.id }
}

const theirs = () => ({ assignedTo: seller.employeeId })
const noticesOf = (who: Client, code: string, about: string) =>
  company.sql<{ title: string; message: string }>(
    `select title, message from notifications where user_id = $1 and code = $2 and data::text like '%' || $3 || '%'`,
    [who.userId, code, about],
  )
const one = async <T = Record<string, unknown>>(text: string, ...values: unknown[]): Promise<T> => {
  const rows = await company.sql<T>(text, values)
  expect(rows).toHaveLength(1)
  return rows[0]!
}
const cardOf = async (path: string) => ok(await company.owner.get(path)).data
const win = async (dealId: string) => ok(await company.owner.post(`/deals/${dealId}/win`, {})).data
const goods = async (name: string, quantity: number, more: Record<string, unknown> = {}) => {
  const product = await cast.product('PRODUCT', name, more)
  await cast.stock(product.id, quantity)
  return product
}

/** An order by hand of goods in stock, sold by the seller. */
async function sold(more: { customer?: Record<string, unknown>; order?: Record<string, unknown> } = {}) {
  const product = await goods('Стеллаж', 5)
  const buyer = await cast.customer({ ...theirs(), ...more.customer })
  const order = ok(
    await company.owner.post('/orders', {
      customerId: buyer.id,
      salesRepId: seller.employeeId,
      items: [{ productId: product.id, quantity: 2 }],
      deliveryAddress: { street: 'Абая', city: 'Алматы' },
      ...more.order,
    }),
  ).data as { id: string; orderNumber: string; totalAmount: number }
  return { product, buyer, order }
}

test('customer.created: who comes without an assignee goes to the seller with the fewest open leads, who is told', async () => {
  await cast.customer(theirs())
  const idle = await sellerNamed()
  const { id } = await cast.customer({ name: 'Лид без хозяина', leadSource: 'WEBSITE' })
  const { payload } = await heard('customer.created', id)
  expect(payload).toEqual({
    customerId: id,
    type: 'COMPANY',
    status: 'LEAD',
    name: 'Лид без хозяина',
    leadSource: 'WEBSITE',
    assignedTo: null,
  })
  expect(await cardOf(`/customers/${id}`)).toMatchObject({ assignedTo: idle.employeeId, version: 2 })
  expect((await idle.get(`/customers/${id}`)).status).toBe(200)
  expect(await noticesOf(idle, 'CUSTOMER_ASSIGNED', id)).toEqual([
    { title: 'Вам передан клиент', message: 'Лид без хозяина' },
  ])
  const kept = await cast.customer(theirs())
  await heard('customer.created', kept.id)
  expect(await cardOf(`/customers/${kept.id}`)).toMatchObject({ assignedTo: seller.employeeId, version: 1 })
})

test('customer.status.changed: the history has it and the assignee is told', async () => {
  const { id } = await cast.customer({ ...theirs(), status: 'ACTIVE', reason: 'старый клиент' })
  ok(await company.owner.patch(`/customers/${id}/status`, { status: 'INACTIVE', reason: 'закрылся' }))
  expect((await heard('customer.status.changed', id)).payload).toEqual({
    customerId: id,
    previousStatus: 'ACTIVE',
    newStatus: 'INACTIVE',
    source: 'MANUAL',
    reason: 'закрылся',
  })
  expect(
    await one(
      `select from_status, reason from customer_status_history where customer_id = $1 and to_status = 'INACTIVE'`,
      id,
    ),
  ).toEqual({ from_status: 'ACTIVE', reason: 'закрылся' })
  expect(await noticesOf(seller, 'CUSTOMER_STATUS_CHANGED', id)).toHaveLength(1)
})

test('customer.lead.converted: the lead is a customer, and whoever looked after it is congratulated, once', async () => {
  const { id } = await cast.customer(theirs())
  ok(await company.owner.post(`/customers/${id}/convert`, {}))
  expect((await heard('customer.lead.converted', id)).payload).toEqual({
    customerId: id,
    previousStatus: 'LEAD',
    newStatus: 'ACTIVE',
    conversionSource: 'MANUAL',
    refId: null,
    convertedBy: company.owner.userId,
  })
  expect(await cardOf(`/customers/${id}`)).toMatchObject({ status: 'ACTIVE', convertedAt: expect.any(String) })
  expect(await noticesOf(seller, 'LEAD_CONVERTED', id)).toHaveLength(1)
  expect(await noticesOf(seller, 'CUSTOMER_STATUS_CHANGED', id)).toEqual([])
})

test('deal.created: the customer has one open deal more', async () => {
  const buyer = await cast.customer(theirs())
  const deal = await cast.deal(buyer.id, [[(await goods('Стул', 1)).id, 3]], theirs())
  expect((await heard('deal.created', deal.id)).payload).toEqual({
    dealId: deal.id,
    dealNumber: expect.stringMatching(/^DL-/),
    customerId: buyer.id,
    value: 30000,
    stage: 'LEAD',
    assignedTo: seller.employeeId,
  })
  expect(await cardOf(`/customers/${buyer.id}`)).toMatchObject({ dealCount: 1, openDealCount: 1 })
})

test('deal.stage.changed: a lead whose deal is qualified is a prospect', async () => {
  const buyer = await cast.customer(theirs())
  const deal = await cast.deal(buyer.id, [[(await goods('Стул', 1)).id, 1]])
  ok(await company.owner.patch(`/deals/${deal.id}/stage`, { stage: 'QUALIFIED' }))
  expect((await heard('deal.stage.changed', deal.id)).payload).toMatchObject({
    dealId: deal.id,
    customerId: buyer.id,
    previousStage: 'LEAD',
    newStage: 'QUALIFIED',
    value: 10000,
    daysInPreviousStage: 0,
  })
  expect(await cardOf(`/customers/${buyer.id}`)).toMatchObject({ status: 'PROSPECT' })
})

test('deal.won: one order, one invoice, an active customer, two tasks, and the seller is told', async () => {
  const product = await goods('Шкаф', 5)
  const buyer = await cast.customer(theirs())
  const deal = await cast.deal(buyer.id, [[product.id, 2]], theirs())
  const won = await win(deal.id)
  const { payload } = await heard('deal.won', deal.id)
  expect(payload).toMatchObject({
    dealId: deal.id,
    customerId: buyer.id,
    customerName: 'ТОО «Сарыарқа»',
    dealValue: 20000,
    currency: 'KZT',
    assignedTo: seller.employeeId,
    wonBy: company.owner.userId,
    reopenedCount: 0,
    lines: [{ productId: product.id, quantity: 2, totalPrice: 20000 }],
  })
  expect(await cardOf(`/orders/${won.order.id}`)).toMatchObject({
    dealId: deal.id,
    status: 'PROCESSING',
    totalAmount: 20000,
  })
  expect(await company.sql('select type, status from invoices where deal_id = $1', [deal.id])).toEqual([
    { type: 'STANDARD', status: 'ISSUED' },
  ])
  expect(await cardOf(`/customers/${buyer.id}`)).toMatchObject({ status: 'ACTIVE', conversionSource: 'DEAL_WON' })
  const tasks = await company.sql<{ type: string }>('select type from tasks where deal_id = $1 order by type', [
    deal.id,
  ])
  expect(tasks.map((task) => task.type)).toEqual(['INVOICE_SENDING', 'ORDER_APPROVAL'])
  expect(await noticesOf(seller, 'DEAL_WON', deal.id)).toHaveLength(1)
})

test('deal.lost: the customer has no open deal any more', async () => {
  const buyer = await cast.customer(theirs())
  const deal = await cast.deal(buyer.id, [[(await goods('Стул', 1)).id, 1]])
  ok(await company.owner.post(`/deals/${deal.id}/lose`, { lostReason: 'PRICE', competitorInfo: { name: 'Икс' } }))
  expect((await heard('deal.lost', deal.id)).payload).toMatchObject({
    dealId: deal.id,
    customerId: buyer.id,
    lostReason: 'PRICE',
    competitorInfo: { name: 'Икс' },
    value: 10000,
    lostBy: company.owner.userId,
  })
  expect(await cardOf(`/customers/${buyer.id}`)).toMatchObject({ dealCount: 1, openDealCount: 0 })
})

test('order.created: the order is accepted, confirmed and invoiced in the same breath, and its seller is told', async () => {
  const { buyer, order } = await sold()
  expect((await heard('order.created', order.id)).payload).toEqual({
    orderId: order.id,
    orderNumber: order.orderNumber,
    type: 'SALES',
    source: 'MANUAL',
    customerId: buyer.id,
    dealId: null,
    totalAmount: 20000,
    requiresApproval: false,
    lineCount: 1,
    createdBy: company.owner.userId,
  })
  expect(await cardOf(`/orders/${order.id}`)).toMatchObject({ status: 'PROCESSING', invoicedAmount: 20000 })
  expect(await noticesOf(seller, 'ORDER_CREATED', order.id)).toHaveLength(1)
})

test('order.status.changed: every step is in the history, the deal shows where its order stands, its seller is told', async () => {
  const deal = await cast.deal((await cast.customer(theirs())).id, [[(await goods('Полка', 2)).id, 2]], theirs())
  const { order } = await win(deal.id)
  await cast.pick(order.id)
  await company.settle()
  const steps = await company.sql<{ payload: unknown }>(
    `select payload from outbox_events where name = 'order.status.changed' and aggregate_id = $1 order by pos`,
    [order.id],
  )
  const heardBy = ({ payload }: { payload: unknown }) =>
    company.database.listeners.queuedFor({
      name: 'order.status.changed',
      aggregateType: 'order',
      aggregateId: order.id,
      aggregateVersion: 1,
      payload: payload as Record<string, unknown>,
    })
  const statuses = steps.map(({ payload }) => eventPayloads['order.status.changed'].parse(payload))
  expect(statuses.map((step) => [step.previousStatus, step.newStatus])).toEqual([
    ['PENDING', 'CONFIRMED'],
    ['CONFIRMED', 'PROCESSING'],
    ['PROCESSING', 'READY'],
  ])
  expect(
    await one(
      `select count(*)::int as heard, bool_and(d.state = 'DONE') as done from event_deliveries d join outbox_events e on e.id = d.event_id
       where e.name = 'order.status.changed' and e.aggregate_id = $1`,
      order.id,
    ),
  ).toEqual({ heard: steps.flatMap(heardBy).length, done: true })
  expect((await cardOf(`/orders/${order.id}?include=history`)).history.at(-1)).toMatchObject({ toStatus: 'READY' })
  expect(await cardOf(`/deals/${deal.id}`)).toMatchObject({ orderStatus: 'READY', orderedAmount: 20000 })
  expect(await noticesOf(seller, 'ORDER_STATUS_CHANGED', order.id)).toHaveLength(1)
})

test('order.shipped: the seller is told with whom it went, and the customer who agreed to letters has one', async () => {
  const email = 'snab@example.kz'
  const { order, product } = await sold({ customer: { email, consentMarketing: true, preferredLanguage: 'kk' } })
  await cast.pick(order.id)
  const shipped = ok(
    await company.owner.post(`/orders/${order.id}/ship`, { carrier: 'Казпочта', trackingNumber: 'KZ777' }),
  )
  const shipmentId = shipped.data.shipments[0].id
  expect((await heard('order.shipped', order.id)).payload).toEqual({
    orderId: order.id,
    shipmentId,
    isPartial: false,
    trackingNumber: 'KZ777',
    carrier: 'Казпочта',
    lines: [{ orderItemId: expect.any(String), productId: product.id, quantity: 2 }],
  })
  expect(await noticesOf(seller, 'ORDER_SHIPPED', shipmentId)).toEqual([
    { title: `Заказ ${order.orderNumber} отгружен`, message: 'ТОО «Сарыарқа» · Казпочта · KZ777' },
  ])
  expect(await one('select recipient, language, subject from customer_letters where order_id = $1', order.id)).toEqual({
    recipient: email,
    language: 'kk',
    subject: `${order.orderNumber} тапсырысы жөнелтілді`,
  })
  const letters = await lettersTo(company.dataDir, email)
  expect(letters).toHaveLength(1)
  for (const word of ['— Стеллаж: 2', 'Казпочта', 'KZ777', 'ТОО «Алматы Мебель»']) expect(letters[0]).toContain(word)

  const silent = await sold({ customer: { email: 'quiet@example.kz' } })
  await cast.pick(silent.order.id)
  ok(await company.owner.post(`/orders/${silent.order.id}/ship`, {}))
  await heard('order.shipped', silent.order.id)
  expect(await company.sql('select id from customer_letters where order_id = $1', [silent.order.id])).toEqual([])
})

test('order.delivered: the customer has bought, and the deal shows what it delivered', async () => {
  const product = await goods('Скамья', 4)
  const buyer = await cast.customer(theirs())
  const deal = await cast.deal(buyer.id, [[product.id, 4]], theirs())
  const { order } = await win(deal.id)
  await cast.pick(order.id)
  ok(await company.owner.post(`/orders/${order.id}/ship`, {}))
  ok(await company.owner.post(`/orders/${order.id}/deliver`, { recipient: 'Омаров' }))
  const { payload } = await heard('order.delivered', order.id)
  expect(payload).toMatchObject({
    orderId: order.id,
    customerId: buyer.id,
    isPartial: false,
    signature: { recipient: 'Омаров' },
    recognizedGross: 40000,
    lines: [{ productId: product.id, quantity: 4, gross: 40000 }],
  })
  expect(await cardOf(`/customers/${buyer.id}`)).toMatchObject({
    purchaseCount: 1,
    totalPurchases: 40000,
    lifetimeValue: payload.recognizedNet,
  })
  expect(await cardOf(`/deals/${deal.id}`)).toMatchObject({ orderStatus: 'DELIVERED', deliveredAmount: 40000 })
})

test('inventory.low: an order takes the last goods; the storekeeper is alarmed, and its open line is re-promised', async () => {
  const product = await goods('Тиски', 20, { reorderPoint: 5, reorderQuantity: 50, leadTimeDays: 14 })
  const today = await one<{ today: string }>(`select (now() at time zone 'Asia/Almaty')::date as today`)
  const tomorrow = addDays(today.today, 1)
  const { id } = ok(
    await company.owner.post('/orders', {
      customerId: (await cast.customer(theirs())).id,
      salesRepId: seller.employeeId,
      items: [{ productId: product.id, quantity: 25 }],
      requestedDeliveryDate: tomorrow,
    }),
  ).data
  expect(await cardOf(`/orders/${id}`)).toMatchObject({ promisedDate: tomorrow })
  expect((await heard('order.allocated', id)).payload.lines).toMatchObject([{ stock: 20, production: 0, purchase: 5 }])
  expect((await heard('inventory.low', product.id)).payload).toMatchObject({
    productId: product.id,
    available: 0,
    reorderPoint: 5,
  })
  expect(await noticesOf(keeper, 'inventory.low', product.id)).toHaveLength(1)
  const order = await cardOf(`/orders/${id}?include=items`)
  // The goods can come a lead time after they were asked for, whatever the customer wished; the day is counted in UTC.
  expect([addDays(tomorrow, 12), addDays(tomorrow, 13)]).toContain(order.promisedDate)
  expect(order.items[0]).toMatchObject({ promisedDate: order.promisedDate, quantityReserved: 20 })
  expect(
    await one(`select payload from outbox_events where name = 'order.updated' and aggregate_id = $1`, id),
  ).toMatchObject({ payload: { changes: { promisedDate: order.promisedDate } } })
  expect(await noticesOf(seller, 'ORDER_REPROMISED', id)).toHaveLength(1)
})

test('production.completed: the goods are in stock and reserved, the seller is told, and a dear batch is noticed', async () => {
  const board = await cast.product('MATERIAL', 'Доска')
  const desk = await cast.product('MANUFACTURED', 'Парта')
  await cast.bom(desk.id, [{ componentId: board.id, quantityPerUnit: 1 }])
  await cast.stock(board.id, 10)
  const deal = await cast.deal((await cast.customer(theirs())).id, [[desk.id, 3]], theirs())
  const won = await win(deal.id)
  const [id] = won.productionOrderIds
  ok(await company.owner.post(`/operations/production/production-orders/${id}/complete`, {}))
  const { payload } = await heard('production.completed', id)
  expect(payload).toMatchObject({
    productionOrderId: id,
    productId: desk.id,
    quantity: 3,
    salesOrderId: won.order.id,
    orderItemId: expect.any(String),
  })
  const [item] = (await cardOf(`/orders/${won.order.id}?include=items`)).items
  expect(item).toMatchObject({ quantityReserved: 3, status: 'ALLOCATED' })
  expect(await noticesOf(seller, 'PRODUCTION_COMPLETED', id)).toMatchObject([
    { message: expect.stringMatching(/^Парта: 3 /) },
  ])
  const made = await cardOf(`/operations/production/production-orders/${id}`)
  expect(payload.unitCost).toBeCloseTo(made.actualCost / 3, 4)
  // The boards were planned at 500 and came at 5000 each.
  expect(made.actualCost).toBeGreaterThan(made.estimatedCost * 1.1)
  expect(await noticesOf(company.owner, 'PRODUCTION_COST_OVERRUN', id)).toHaveLength(1)
  expect(await noticesOf(seller, 'PRODUCTION_COST_OVERRUN', id)).toEqual([])
})

test('payment.received: the invoice, the order and the deal are paid, and the customer owes nothing', async () => {
  const buyer = await cast.customer(theirs())
  const deal = await cast.deal(buyer.id, [[(await goods('Тумба', 1)).id, 1]], theirs())
  const { order, invoice } = await win(deal.id)
  const payment = ok(
    await company.owner.post(`/orders/${order.id}/payments`, { amount: order.totalAmount, method: 'KASPI' }),
  ).data
  expect((await heard('payment.received', payment.id)).payload).toEqual({
    paymentId: payment.id,
    customerId: buyer.id,
    orderId: order.id,
    amount: 10000,
    method: 'KASPI',
    allocations: [{ invoiceId: invoice.id, orderId: order.id, amount: 10000 }],
  })
  expect(await cardOf(`/finance/invoices/${invoice.id}`)).toMatchObject({ status: 'PAID', balanceDue: 0 })
  expect(await cardOf(`/orders/${order.id}`)).toMatchObject({ paymentStatus: 'PAID', paidAmount: 10000 })
  expect(await cardOf(`/deals/${deal.id}`)).toMatchObject({ paidAmount: 10000 })
  expect(await cardOf(`/customers/${buyer.id}`)).toMatchObject({ balance: 0 })
})

test('heard again, no event does anything twice', async () => {
  await company.settle()
  const before = await digest(company)
  const again = await company.sql(
    `update event_deliveries set state = 'READY', done_at = null where workspace_id = $1 and event_name = any($2::text[]) returning event_id`,
    // What an allocation is heard for is the stock of the moment, which has moved on.
    [company.workspaceId, Object.keys(eventPayloads).filter((name) => name !== 'order.allocated')],
  )
  expect(again.length).toBeGreaterThan(60)
  await company.settle()
  const after = await digest(company)
  const ways = ['outbox_events', 'event_deliveries', 'orchestrator_runs', 'orchestrator_steps']
  expect(Object.keys(before).filter((table) => !ways.includes(table) && after[table] !== before[table])).toEqual([])
  expect(await company.sql(`select consumer from event_deliveries where state <> 'DONE'`)).toEqual([])
})
