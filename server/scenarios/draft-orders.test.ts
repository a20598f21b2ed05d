import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
let chair: { id: string }
let cable: { id: string }

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  chair = await cast.product('PRODUCT', 'Стул', { price: 1000, vatIncluded: false })
  cable = await cast.product('PRODUCT', 'Кабель', { price: 100, vatIncluded: false })
  await cast.stock(chair.id, 1000)
})
afterAll(async () => {
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
  await company.close()
})

const orderOf = async (id: string) => ok(await company.owner.get(`/orders/${id}?include=items,history,holds`)).data
async function draft(more: object = {}, items: object[] = [{ productId: chair.id, quantity: 10 }]) {
  const buyer = await cast.customer()
  return ok(await company.owner.post('/orders', { customerId: buyer.id, items, asDraft: true, ...more })).data
}
const item = (order: { items: Array<{ id: string; productId: string }> }, product: { id: string }) =>
  order.items.find((line) => line.productId === product.id)!
const nothingHappened = async (orderId: string) => {
  const [row] = await company.sql(
    `select (select count(*)::int from invoices where order_id = $1) as invoices, (select count(*)::int from stock_reservations where order_id = $1) as reservations,
       (select count(*)::int from order_holds where order_id = $1) as holds`,
    [orderId],
  )
  expect(row).toEqual({ invoices: 0, reservations: 0, holds: 0 })
}

test('a draft is worked on line by line, each time priced anew, and becomes an order when it is submitted', async () => {
  const made = await draft({ discount: 10, shippingCost: 500 })
  // 10 000 − 10 % = 9 000, VAT 1 080; shipping 500, VAT 60.
  expect(made).toMatchObject({ status: 'DRAFT', subtotal: 9000, taxAmount: 1140, totalAmount: 10640 })

  const more = await company.owner.post(`/orders/${made.id}/items`, { productId: cable.id, quantity: 5, discount: 20 })
  expect(more.status).toBe(201)
  // 10 000 + 400 − 10 % = 9 360.
  expect(more.data).toMatchObject({ subtotal: 9360, totalAmount: 11043.2, discountAmount: 1140 })
  expect(item(more.data, cable)).toMatchObject({ lineNo: 2, documentDiscountShare: 40, netAmount: 360 })

  const line = item(more.data, chair)
  const changed = ok(await company.owner.put(`/orders/${made.id}/items/${line.id}`, { quantity: 4, unitPrice: 1100 }))
  expect(changed.data).toMatchObject({ subtotal: 4320 })
  expect(item(changed.data, chair)).toMatchObject({ quantity: 4, unitPrice: 1100, netAmount: 3960 })

  const removed = ok(await company.owner.delete(`/orders/${made.id}/items/${item(more.data, cable).id}`)).data
  expect(removed.items).toHaveLength(1)
  expect(removed).toMatchObject({ subtotal: 3960, taxAmount: 535.2, totalAmount: 4995.2 })

  const headed = ok(
    await company.owner.put(`/orders/${made.id}`, {
      discount: 0,
      shippingCost: 0,
      poNumber: 'ЗК-7',
      requestedDeliveryDate: '2099-01-05',
      version: removed.version,
    }),
  ).data
  expect(headed).toMatchObject({ totalAmount: 4928, shippingCost: 0, requestedDeliveryDate: '2099-01-05' })
  await nothingHappened(made.id)

  const submitted = ok(await company.owner.post(`/orders/${made.id}/submit`)).data
  expect(submitted).toMatchObject({ status: 'PROCESSING', invoicedAmount: 4928 })
  expect((await orderOf(made.id)).history.map((row: { toStatus: string }) => row.toStatus)).toEqual([
    'DRAFT',
    'PENDING',
    'CONFIRMED',
    'PROCESSING',
  ])
})

test('an urgent order is at least URGENT, whenever its priority is said; CRITICAL stays', async () => {
  const priorities = async (id: string, changes: ReadonlyArray<Record<string, unknown>>) => {
    const seen: string[] = []
    for (const change of changes) seen.push(ok(await company.owner.put(`/orders/${id}`, change)).data.priority)
    return seen
  }
  const low = await draft({ isUrgent: true, priority: 'LOW' })
  expect(low).toMatchObject({ isUrgent: true, priority: 'URGENT' })
  expect(
    await priorities(low.id, [
      { priority: 'CRITICAL' },
      { isUrgent: true },
      { priority: 'NORMAL' },
      { isUrgent: false, priority: 'LOW' },
      { isUrgent: true },
    ]),
  ).toEqual(['CRITICAL', 'CRITICAL', 'URGENT', 'LOW', 'URGENT'])
  expect(await draft({ isUrgent: true, priority: 'CRITICAL' })).toMatchObject({ priority: 'CRITICAL' })
})

test('bundles in a draft are opened anew when their line changes, and go with it', async () => {
  const shelf = await cast.product('PRODUCT', 'Полка')
  const bundle = await cast.product('BUNDLE', 'Комплект', {
    price: 5000,
    bundleItems: [
      { componentId: shelf.id, quantity: 3 },
      { componentId: chair.id, quantity: 1 },
    ],
  })
  const made = await draft({}, [
    { productId: bundle.id, quantity: 2 },
    { productId: cable.id, quantity: 1 },
  ])
  expect(item(made, shelf)).toMatchObject({ quantity: 6, totalPrice: 0 })
  const grown = ok(await company.owner.put(`/orders/${made.id}/items/${item(made, bundle).id}`, { quantity: 3 })).data
  expect(grown.items).toHaveLength(4)
  expect(item(grown, shelf)).toMatchObject({ quantity: 9, parentItemId: item(made, bundle).id })
  const added = ok(
    await company.owner.post(`/orders/${made.id}/items`, { items: [{ productId: chair.id, quantity: 2 }] }),
  )
  expect(new Set(added.data.items.map((line: { lineNo: number }) => line.lineNo)).size).toBe(5)
  const left = ok(await company.owner.delete(`/orders/${made.id}/items/${item(made, bundle).id}`)).data
  expect(left.items.map((line: { productId: string }) => line.productId).toSorted()).toEqual(
    [cable.id, chair.id].toSorted(),
  )
})

test('what is wrong is refused: rules of quantity, strange lines, stale versions, an empty order, goods no longer sold', async () => {
  const { owner } = company
  const made = await draft()
  const line = item(made, chair)
  const code = async (answer: ReturnType<typeof owner.post>) => {
    const { status, error } = await answer
    return `${status} ${error?.code}`
  }
  expect(await code(owner.put(`/orders/${made.id}/items/${line.id}`, { quantity: 1.5 }))).toBe('422 QUANTITY_RULE')
  expect(await code(owner.put(`/orders/${made.id}/items/${chair.id}`, { quantity: 2 }))).toBe('404 NOT_FOUND')
  expect(await code(owner.put(`/orders/${made.id}/items/${line.id}`, { quantity: 2, version: 99 }))).toBe(
    '409 VERSION_CONFLICT',
  )
  expect(await code(owner.put(`/orders/${made.id}`, { notes: 'x' }, { 'if-match': '"99"' }))).toBe(
    '412 PRECONDITION_FAILED',
  )
  expect(await code(owner.put(`/orders/${made.id}`, { discount: 20000, discountType: 'FIXED' }))).toMatch(/^4/)
  expect(await code(owner.put(`/orders/${made.id}`, { requestedDeliveryDate: '2020-01-01' }))).toBe(
    '400 VALIDATION_FAILED',
  )
  expect(await code(owner.post(`/orders/${made.id}/confirm`))).toBe('422 INVALID_TRANSITION')
  expect(await code(company.other.put(`/orders/${made.id}`, { notes: 'x' }))).toBe('404 NOT_FOUND')

  ok(await owner.delete(`/orders/${made.id}/items/${line.id}`))
  expect(await orderOf(made.id)).toMatchObject({ items: [], totalAmount: 0 })
  expect(await code(owner.post(`/orders/${made.id}/submit`))).toBe('422 ORDER_EMPTY')

  const old = await cast.product('PRODUCT', 'Старьё')
  const stale = await draft({}, [{ productId: old.id, quantity: 1 }])
  await company.sql(`update products set status = 'INACTIVE' where id = $1`, [old.id])
  expect(await code(owner.post(`/orders/${stale.id}/submit`))).toBe('422 PRODUCT_NOT_SELLABLE')
})

test('only a draft can be deleted', async () => {
  const made = await draft()
  expect(ok(await company.owner.delete(`/orders/${made.id}`)).data).toEqual({ id: made.id, deleted: true })
  expect((await company.owner.get(`/orders/${made.id}`)).status).toBe(404)
  const other = await draft()
  ok(await company.owner.post(`/orders/${other.id}/submit`))
  const refused = await company.owner.delete(`/orders/${other.id}`)
  expect([refused.status, refused.error.code]).toEqual([422, 'ORDER_LOCKED'])
})

test('an order that waits for its prepayment may be changed: its gates, its proforma and the stock kept for it follow', async () => {
  const goods = await cast.product('PRODUCT', 'Сейф', { price: 1000, vatIncluded: true })
  await cast.stock(goods.id, 10)
  const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT' })
  const order = ok(
    await company.owner.post('/orders', {
      customerId: buyer.id,
      items: [
        { productId: goods.id, quantity: 3 },
        { productId: cable.id, quantity: 1 },
      ],
    }),
  ).data
  const kept = async () =>
    (
      await company.sql<{ kept: number }>(
        `select coalesce(sum(quantity), 0)::float8 as kept from stock_reservations where order_id = $1 and kind = 'SOFT' and status = 'ACTIVE'`,
        [order.id],
      )
    )[0]!.kept
  const until = async () =>
    (
      await company.sql(
        `select max(expires_at)::text as until from stock_reservations where order_id = $1 and status = 'ACTIVE'`,
        [order.id],
      )
    )[0]
  const proformas = () =>
    company.sql(
      `select status, total_amount::int as total from invoices where order_id = $1 and type = 'PROFORMA' order by created_at, invoice_number`,
      [order.id],
    )
  expect(await kept()).toBe(3)
  const firstUntil = await until()

  const grown = ok(await company.owner.put(`/orders/${order.id}/items/${item(order, goods).id}`, { quantity: 5 })).data
  expect(grown).toMatchObject({ status: 'ON_HOLD', openHolds: ['AWAITING_PREPAYMENT'], totalAmount: 5112 })
  expect(grown.holds).toHaveLength(1)
  expect(grown.holds[0].details).toMatchObject({ required: 5112, paid: 0 })
  expect(await kept()).toBe(5)
  expect(await until()).toEqual(firstUntil)
  const fewer = ok(await company.owner.delete(`/orders/${order.id}/items/${item(order, cable).id}`)).data
  expect(fewer.totalAmount).toBe(5000)
  expect(await proformas()).toEqual([
    { status: 'CANCELLED', total: 311200 },
    { status: 'CANCELLED', total: 511200 },
    { status: 'ISSUED', total: 500000 },
  ])

  // The last line stays, the order is no draft; on other terms it need not wait and takes what was kept.
  expect((await company.owner.delete(`/orders/${order.id}/items/${item(order, goods).id}`)).error.code).toBe(
    'ORDER_EMPTY',
  )
  const free = ok(await company.owner.put(`/orders/${order.id}`, { paymentTerms: 'NET_30' })).data
  expect(free).toMatchObject({ status: 'PROCESSING', openHolds: [], invoicedAmount: 5000 })
  expect(item(free, goods)).toMatchObject({ quantityReserved: 5 })
  expect(await kept()).toBe(0)
})

test('a held order that becomes small enough is let through, one that becomes too great is held', async () => {
  const buyer = await cast.customer({ creditLimit: 5000, creditPolicy: 'HOLD' })
  const place = (quantity: number) =>
    company.owner.post('/orders', { customerId: buyer.id, items: [{ productId: chair.id, quantity }] })
  const held = ok(await place(6)).data
  expect(held).toMatchObject({ status: 'ON_HOLD', openHolds: ['CREDIT_LIMIT'] })
  const through = ok(await company.owner.put(`/orders/${held.id}/items/${held.items[0].id}`, { quantity: 2 })).data
  expect(through).toMatchObject({ status: 'PROCESSING', openHolds: [], totalAmount: 2240 })
  const locked = await company.owner.post(`/orders/${held.id}/items`, { productId: cable.id, quantity: 1 })
  expect([locked.status, locked.error.code]).toEqual([422, 'ORDER_LOCKED'])
})

test('after confirmation the header keeps its terms and takes texts, dates and the address', async () => {
  const buyer = await cast.customer({ addresses: [] })
  const order = ok(
    await company.owner.post('/orders', { customerId: buyer.id, items: [{ productId: chair.id, quantity: 1 }] }),
  ).data
  expect(order.status).toBe('PROCESSING')
  const told = ok(
    await company.owner.patch(`/orders/${order.id}`, {
      notes: 'Позвонить за час',
      tags: ['срочно'],
      requestedDeliveryDate: '2099-02-01',
      deliveryAddress: { street: 'Абая', city: 'Алматы', contactName: 'Арман' },
    }),
  ).data
  expect(told).toMatchObject({ tags: ['срочно'], requestedDeliveryDate: '2099-02-01' })
  const [delivery] = await company.sql(
    `select delivery_address->>'street' as street, recipient_name as recipient from delivery_orders where source_order_id = $1`,
    [order.id],
  )
  expect(delivery).toEqual({ street: 'Абая', recipient: 'Арман' })
  for (const change of [
    { discount: 5 },
    { paymentTerms: 'PREPAYMENT' },
    { warehouseId: chair.id },
    { priority: 'LOW' },
  ]) {
    const refused = await company.owner.put(`/orders/${order.id}`, change)
    expect([refused.status, refused.error.code]).toEqual([422, 'ORDER_LOCKED'])
  }
})

test('a clone is a draft with the same lines, at the agreed prices or at those of today', async () => {
  const goods = await cast.product('PRODUCT', 'Лампа', { price: 200, vatIncluded: false })
  const order = await draft({ discount: 5, poNumber: 'ЗК-1' }, [
    { productId: goods.id, quantity: 3, unitPrice: 180, discount: 10 },
    { productId: cable.id, quantity: 2 },
  ])
  ok(await company.owner.post(`/orders/${order.id}/submit`))
  ok(await company.owner.put(`/products/${goods.id}`, { price: 250 }))
  const same = await company.owner.post(`/orders/${order.id}/clone`, {})
  expect(same.status).toBe(201)
  expect(same.data).toMatchObject({ status: 'DRAFT', totalAmount: order.totalAmount, dealId: null })
  expect(same.data.id).not.toBe(order.id)
  const fresh = ok(await company.owner.post(`/orders/${order.id}/clone`, { refreshPrices: true })).data
  expect(item(fresh, goods)).toMatchObject({ unitPrice: 250, quantity: 3 })
  await nothingHappened(fresh.id)
})

test('a status is reached by the command that leads to it, or not at all', async () => {
  const move = (id: string, status: string, reason?: string) =>
    company.owner.patch(`/orders/${id}/status`, { status, reason })
  const made = await draft()
  expect((await move(made.id, 'CONFIRMED')).error.code).toBe('INVALID_TRANSITION')
  expect(ok(await move(made.id, 'PENDING')).data.status).toBe('PROCESSING')
  expect(ok(await move(made.id, 'ON_HOLD', 'ждём')).data).toMatchObject({ status: 'ON_HOLD', openHolds: ['MANUAL'] })
  expect((await move(made.id, 'READY')).error.code).toBe('INVALID_TRANSITION')
  expect(ok(await move(made.id, 'PROCESSING')).data).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  expect((await move(made.id, 'COMPLETED')).error.code).toBe('INVALID_TRANSITION')
  expect((await move(made.id, 'SHIPPED')).error.code).toBe('NOT_PICKED')
  const [picking] = await company.sql<{ id: string }>('select id from picking_orders where order_id = $1', [made.id])
  ok(await company.owner.post(`/operations/warehouse/picking-orders/${picking!.id}/complete`, {}))
  expect(ok(await move(made.id, 'SHIPPED')).data.status).toBe('SHIPPED')
  expect(ok(await move(made.id, 'DELIVERED')).data.status).toBe('DELIVERED')
  expect(ok(await move(made.id, 'COMPLETED')).data.status).toBe('COMPLETED')
  await company.settle()

  const seller = await company.as('SALES_REP')
  const theirs = await draft({ salesRepId: undefined })
  expect((await seller.patch(`/orders/${theirs.id}/status`, { status: 'PENDING' })).status).toBe(404)
})

test('many orders are placed and moved at once, each by itself or all or none', async () => {
  const buyer = await cast.customer()
  const good = { customerId: buyer.id, items: [{ productId: chair.id, quantity: 1 }], asDraft: true }
  const bad = { ...good, items: [{ productId: buyer.id, quantity: 1 }] }
  const made = ok(await company.owner.post('/orders/bulk', { orders: [good, bad, good] })).data
  expect(made.counts).toEqual({ total: 3, created: 2, failed: 1 })
  expect(made.items[1]).toMatchObject({ status: 'FAILED', error: { code: 'NOT_FOUND' } })
  expect((await company.owner.post('/orders/bulk', { orders: [good, bad], atomic: true })).status).toBe(404)

  const ids = [made.items[0].id, chair.id, made.items[2].id]
  const moved = ok(await company.owner.patch('/orders/bulk/status', { ids, status: 'PENDING' })).data
  expect(moved.counts).toEqual({ total: 3, updated: 2, failed: 1 })
  expect((await orderOf(made.items[0].id)).status).toBe('PROCESSING')
})

test('lines, statuses and changes of an order are read by themselves, costs only by those who may see them', async () => {
  const made = await draft()
  ok(await company.owner.put(`/orders/${made.id}/items/${made.items[0].id}`, { quantity: 2 }))
  ok(await company.owner.put(`/orders/${made.id}`, { notes: 'Новое' }))
  ok(await company.owner.post(`/orders/${made.id}/submit`))
  expect(ok(await company.owner.get(`/orders/${made.id}/items`)).data).toMatchObject([{ quantity: 2 }])
  const statuses = ok(await company.owner.get(`/orders/${made.id}/status-history`)).data
  expect(statuses[0]).toMatchObject({ fromStatus: null, toStatus: 'DRAFT' })
  const changes = ok(await company.owner.get(`/orders/${made.id}/history`)).data as Array<{
    entityType: string
    action: string
    userName: string
    changes: Record<string, unknown>
  }>
  expect(changes.some((row) => row.entityType === 'orders' && 'notes' in row.changes)).toBe(true)
  const line = changes.find(
    (row) => row.entityType === 'order_items' && row.action === 'UPDATE' && 'quantity' in row.changes,
  )!
  expect(line.changes['quantity']).toEqual([10, 2])
  expect(line.userName).toBe('Айгерим Сатпаева')
  expect(changes.some((row) => 'cost_amount' in row.changes)).toBe(true)
  const blind = await company.as('WAREHOUSE')
  const seen = ok(await blind.get(`/orders/${made.id}/history`)).data as typeof changes
  expect(seen.some((row) => 'cost' in row.changes || 'cost_amount' in row.changes)).toBe(false)
})
