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

test('an order in work is cancelled down to its last paper', async () => {
  const shelf = await act.product('PRODUCT', 'Полка')
  const made = await act.product('MANUFACTURED', 'Стол')
  const steel = await act.product('MATERIAL', 'Труба')
  const service = await act.product('SERVICE', 'Сборка')
  await act.bom(made.id, [{ componentId: steel.id, quantityPerUnit: 2 }])
  await act.stock(shelf.id, 4)
  const { orderId, dealId, customerId, won } = await act.sell([
    [shelf.id, 6],
    [made.id, 2],
    [service.id, 1],
  ])
  await company.settle()
  const plan = await act.planOf(orderId)
  expect(act.effectsOn(plan, 'picking_order')).toEqual([{ action: 'CANCEL', quantity: 4, amount: null }])
  expect(act.effectsOn(plan, 'reservation')).toEqual([{ action: 'RELEASE', quantity: 4, amount: null }])
  expect(act.effectsOn(plan, 'production_order')).toEqual([{ action: 'CANCEL', quantity: 2, amount: null }])
  expect(act.effectsOn(plan, 'purchase_requisition')).toEqual([{ action: 'CANCEL', quantity: 2, amount: null }])
  expect(act.effectsOn(plan, 'delivery_order')).toHaveLength(1)
  expect(act.effectsOn(plan, 'task')).toHaveLength(1)
  expect(act.effectsOn(plan, 'invoice')).toEqual([{ action: 'CREDIT', quantity: 9, amount: won.order.totalAmount }])
  expect(act.effectsOn(plan, 'order')).toEqual([{ action: 'CANCEL', quantity: null, amount: won.order.totalAmount }])
  expect(plan.choices).toEqual([])

  const cancelled = ok(await act.cancel(orderId, { planHash: plan.planHash })).data
  expect(cancelled).toMatchObject({ status: 'CANCELLED', totalAmount: 0, invoicedAmount: 0, paymentStatus: 'PENDING' })
  expect(cancelled.items.map((item: { status: string }) => item.status)).toEqual([
    'CANCELLED',
    'CANCELLED',
    'CANCELLED',
  ])
  await act.sound()
  expect(await act.stockOf(shelf.id)).toEqual({ quantity: 4, reserved: 0 })
  expect(await act.invoicesOf(orderId)).toMatchObject([
    { type: 'STANDARD', status: 'ISSUED', credited: won.order.totalAmount, due: 0 },
    { type: 'CREDIT_NOTE', status: 'ISSUED', number: expect.stringMatching(/^CN-/), total: won.order.totalAmount },
  ])
  expect(await act.moneyOf(customerId)).toEqual({ balance: 0, ledger: 0 })
  expect(ok(await company.owner.get(`/deals/${dealId}`)).data).toMatchObject({
    orderStatus: 'CANCELLED',
    orderedAmount: 0,
    invoicedAmount: 0,
  })
  expect(await act.namesOf(orderId)).toEqual(
    expect.arrayContaining([
      'picking.cancelled',
      'stock.released',
      'production.order.cancelled',
      'purchase.requisition.cancelled',
      'delivery.cancelled',
      'credit.note.issued',
      'order.cancelled',
    ]),
  )
})

test('a draft and a pending order change nothing but themselves', async () => {
  const goods = await act.product('PRODUCT', 'Тумба')
  await act.stock(goods.id, 5)
  const buyer = await act.customer()
  const body = { customerId: buyer.id, items: [{ productId: goods.id, quantity: 2 }] }
  const draft = ok(await company.owner.post('/orders', { ...body, asDraft: true })).data
  expect(draft.status).toBe('DRAFT')
  const plan = await act.planOf(draft.id)
  expect(plan.effects.map((effect: { document: { type: string } }) => effect.document.type)).toEqual([
    'order_item',
    'order',
  ])
  expect(ok(await act.cancel(draft.id, { planHash: plan.planHash })).data).toMatchObject({ status: 'CANCELLED' })
  await act.sound()
  expect(await act.stockOf(goods.id)).toEqual({ quantity: 5, reserved: 0 })
  expect(await act.invoicesOf(draft.id)).toEqual([])
})

test('a held order gives its proforma back, the kept stock and the money of its customer', async () => {
  const goods = await act.product('PRODUCT', 'Сейф', { price: 50000 })
  await act.stock(goods.id, 3)
  const { orderId, customerId, won } = await act.sell([[goods.id, 2]], { paymentTerms: 'PREPAYMENT' })
  expect(won.order.status).toBe('ON_HOLD')
  ok(await company.owner.post(`/orders/${orderId}/payments`, { amount: 30000, method: 'KASPI' }))
  await company.settle()
  const plan = await act.planOf(orderId)
  expect(act.effectsOn(plan, 'invoice')).toEqual([{ action: 'VOID', quantity: null, amount: won.order.totalAmount }])
  expect(act.effectsOn(plan, 'payment')).toEqual([{ action: 'ADVANCE', quantity: null, amount: 30000 }])
  expect(plan.choices).toEqual([{ key: 'paidMoney', options: ['ADVANCE', 'REFUND'], default: 'ADVANCE' }])
  ok(await act.cancel(orderId, { planHash: plan.planHash }))
  await act.sound()
  expect(await act.orderOf(orderId)).toMatchObject({ status: 'CANCELLED', paidAmount: 0, openHolds: [] })
  expect(await act.invoicesOf(orderId)).toMatchObject([{ type: 'PROFORMA', status: 'CANCELLED' }])
  expect(await act.moneyOf(customerId)).toEqual({ balance: -30000, ledger: -30000 })
  expect(await act.stockOf(goods.id)).toEqual({ quantity: 3, reserved: 0 })
  const [payment] = await company.sql(
    'select order_id, advance_from_order_id as "from" from payments where customer_id = $1',
    [customerId],
  )
  expect(payment).toEqual({ order_id: null, from: orderId })
  expect(await act.namesOf(orderId)).toContain('invoice.voided')
})

test('picked goods go back to the shelf, where others may have them', async () => {
  const goods = await act.product('PRODUCT', 'Верстак')
  await act.stock(goods.id, 3)
  const first = await act.sell([[goods.id, 3]])
  await act.pick(first.orderId)
  const second = await act.sell([[goods.id, 2]])
  await company.settle()
  expect((await act.orderOf(first.orderId)).status).toBe('READY')
  expect(await act.itemOf(second.orderId, goods.id)).toMatchObject({ quantityReserved: 0, status: 'ON_PURCHASE' })

  const plan = await act.planOf(first.orderId)
  expect(act.effectsOn(plan, 'picking_order')).toEqual([{ action: 'CANCEL', quantity: 3, amount: null }])
  expect(plan.warnings.map((warning: { code: string }) => warning.code)).toEqual(['GOODS_ARE_PICKED'])
  ok(await act.cancel(first.orderId, { planHash: plan.planHash }))
  const tasks = await company.sql<{ title: string }>(
    `select title from tasks where order_id = $1 and source_key like 'to-the-shelf:%'`,
    [first.orderId],
  )
  expect(tasks).toMatchObject([{ title: expect.stringMatching(/^Вернуть на полку: PK-/) }])
  await act.sound()
  // What became free serves the order that waits, at once.
  expect(await act.itemOf(second.orderId, goods.id)).toMatchObject({ quantityReserved: 2, status: 'ALLOCATED' })
  expect(await act.stockOf(goods.id)).toEqual({ quantity: 3, reserved: 2 })
  expect(await act.itemOf(first.orderId, goods.id)).toMatchObject({
    quantityPicked: 0,
    quantityReserved: 0,
    quantityCancelled: 3,
  })
})

test('production that has not begun is cancelled with its materials, what has begun goes to stock or stops', async () => {
  const steel = await act.product('MATERIAL', 'Лист')
  const made = await act.product('MANUFACTURED', 'Шкаф')
  await act.bom(made.id, [{ componentId: steel.id, quantityPerUnit: 1 }])
  await act.stock(steel.id, 20)
  const production = '/operations/production/production-orders'
  const order = async () => {
    const sold = await act.sell([[made.id, 2]])
    return { ...sold, productionId: sold.won.productionOrderIds[0] as string }
  }
  const planned = await order()
  await reserveMaterial(planned.productionId)
  expect(await act.stockOf(steel.id)).toEqual({ quantity: 20, reserved: 2 })
  const plan = await act.planOf(planned.orderId)
  expect(act.effectsOn(plan, 'reservation')).toEqual([{ action: 'RELEASE', quantity: 2, amount: null }])
  ok(await act.cancel(planned.orderId))
  await act.sound()
  expect(await act.stockOf(steel.id)).toEqual({ quantity: 20, reserved: 0 })
  expect(ok(await company.owner.get(`${production}/${planned.productionId}`)).data.status).toBe('CANCELLED')

  const begun = await order()
  ok(await company.owner.post(`${production}/${begun.productionId}/start`))
  const offered = await act.planOf(begun.orderId)
  expect(offered.choices).toEqual([{ key: 'startedProduction', options: ['DETACH', 'STOP'], default: 'DETACH' }])
  expect(act.effectsOn(offered, 'production_order')).toEqual([{ action: 'DETACH', quantity: 2, amount: null }])
  ok(await act.cancel(begun.orderId, { planHash: offered.planHash }))
  await act.sound()
  expect(ok(await company.owner.get(`${production}/${begun.productionId}`)).data).toMatchObject({
    status: 'IN_PROGRESS',
    salesOrderId: null,
    productionType: 'MAKE_TO_STOCK',
  })
  ok(await company.owner.post(`${production}/${begun.productionId}/complete`, {}))
  await act.sound()
  expect(await act.stockOf(made.id)).toEqual({ quantity: 2, reserved: 0 })

  // The two made for stock serve the next order; two more of four are begun and stopped.
  const sold = await act.sell([[made.id, 4]])
  ok(await company.owner.post(`${production}/${sold.won.productionOrderIds[0]}/start`))
  const stop = { choices: { startedProduction: 'STOP' } }
  expect(act.effectsOn(await act.planOf(sold.orderId, stop), 'production_order')).toMatchObject([{ action: 'STOP' }])
  ok(await act.cancel(sold.orderId, { ...stop, planHash: (await act.planOf(sold.orderId)).planHash }))
  await act.sound()
  expect(ok(await company.owner.get(`${production}/${sold.won.productionOrderIds[0]}`)).data.status).toBe('CANCELLED')
  expect(await act.stockOf(made.id)).toEqual({ quantity: 2, reserved: 0 })
  // Nothing was supplied anew for what nobody wants.
  const [again] = await company.sql<{ count: number }>(
    'select count(*)::int as count from production_orders where order_item_id in (select id from order_items where order_id = $1)',
    [sold.orderId],
  )
  expect(again).toEqual({ count: 1 })
})

test('a purchase that a supplier knows of stays, and the buyer is asked to deal with it', async () => {
  const goods = await act.product('PRODUCT', 'Тиски')
  const { orderId } = await act.sell([[goods.id, 5]])
  await company.sql(
    `update purchase_requisition_lines set status = 'ORDERED', ordered_quantity = quantity where order_item_id in (select id from order_items where order_id = $1)`,
    [orderId],
  )
  const plan = await act.planOf(orderId)
  expect(act.effectsOn(plan, 'purchase_requisition')).toEqual([{ action: 'KEEP', quantity: 5, amount: null }])
  expect(plan.warnings).toEqual([{ code: 'PURCHASE_IS_SENT', message: expect.stringContaining('поставщика') }])
  ok(await act.cancel(orderId))
  await act.sound()
  const tasks = await company.sql(`select type, title from tasks where order_id = $1 and type = 'PROCUREMENT'`, [
    orderId,
  ])
  expect(tasks).toMatchObject([{ title: expect.stringContaining('Тиски') }])
})

test('lines are cancelled in parts: less is made, less is bought, less is owed, to the last tiyn', async () => {
  const steel = await act.product('MATERIAL', 'Уголок')
  const made = await act.product('MANUFACTURED', 'Стеллаж', { price: 3333.33, vatIncluded: true })
  const bought = await act.product('PRODUCT', 'Болт', { price: 7.77 })
  await act.bom(made.id, [{ componentId: steel.id, quantityPerUnit: 3 }])
  const { orderId, customerId, won } = await act.sell(
    [
      [made.id, 7, { discount: 3.5, discountType: 'PERCENTAGE' }],
      [bought.id, 13],
    ],
    {},
    { discount: 100, discountType: 'FIXED' },
  )
  const item = async (productId: string) => (await act.itemOf(orderId, productId)).id as string
  const totals: number[] = []
  for (const [first, second] of [
    [2, 5],
    [1, 1],
    [3, 6],
  ] as const) {
    const items = [
      { itemId: await item(made.id), quantity: first },
      { itemId: await item(bought.id), quantity: second },
    ]
    const plan = await act.planOf(orderId, { items })
    expect(act.effectsOn(plan, 'production_order')).toEqual([{ action: 'CANCEL', quantity: first, amount: null }])
    expect(act.effectsOn(plan, 'purchase_requisition')).toEqual([{ action: 'CANCEL', quantity: second, amount: null }])
    expect(act.effectsOn(plan, 'delivery_order')).toEqual([])
    const order = ok(await act.cancel(orderId, { items, planHash: plan.planHash })).data
    totals.push(order.totalAmount)
    await act.sound()
    expect(await act.moneyOf(customerId)).toEqual({ balance: order.totalAmount, ledger: order.totalAmount })
    expect(order).toMatchObject({ status: 'PROCESSING', invoicedAmount: order.totalAmount })
  }
  const [production] = await company.sql(
    `select p.quantity::float8 as quantity, p.status, m.required_quantity::float8 as steel from production_orders p
     join production_order_materials m on m.production_order_id = p.id where p.sales_order_id = $1`,
    [orderId],
  )
  expect(production).toEqual({ quantity: 1, status: 'PLANNED', steel: 3 })
  const [requested] = await company.sql(
    `select l.quantity::float8 as quantity, l.status, r.estimated_cost::float8 / 100 as cost from purchase_requisition_lines l
     join purchase_requisitions r on r.id = l.requisition_id where l.order_item_id = $1`,
    [await item(bought.id)],
  )
  expect(requested).toEqual({ quantity: 1, status: 'PENDING_APPROVAL', cost: 6000 })
  expect(await act.itemOf(orderId, made.id)).toMatchObject({
    quantityCancelled: 6,
    quantityInvoiced: 1,
    status: 'IN_PRODUCTION',
  })

  ok(await act.cancel(orderId))
  await act.sound()
  expect(await act.moneyOf(customerId)).toEqual({ balance: 0, ledger: 0 })
  const [original, ...notes] = await act.invoicesOf(orderId)
  expect(original).toMatchObject({ total: won.order.totalAmount, credited: won.order.totalAmount, due: 0 })
  expect(notes.map((note) => note.type)).toEqual(Array(4).fill('CREDIT_NOTE'))
  expect(totals.every((total, index) => total < (totals[index - 1] ?? won.order.totalAmount))).toBe(true)
})

test('what waited for the whole may go when what it waited for is cancelled', async () => {
  const here = await act.product('PRODUCT', 'Стул')
  const missing = await act.product('PRODUCT', 'Люстра')
  await act.stock(here.id, 4)
  const buyer = await act.customer()
  const order = ok(
    await company.owner.post('/orders', {
      customerId: buyer.id,
      allowPartialShipment: false,
      items: [
        { productId: here.id, quantity: 4 },
        { productId: missing.id, quantity: 1 },
      ],
    }),
  ).data
  const lists = () => company.owner.get(`/operations/warehouse/picking-orders?orderId=${order.id}`)
  expect((await lists()).data).toEqual([])
  ok(await act.cancel(order.id, { items: [{ itemId: (await act.itemOf(order.id, missing.id)).id, quantity: 1 }] }))
  await act.sound()
  expect((await lists()).data).toMatchObject([{ status: 'DRAFT', lineCount: 1 }])
  await act.pick(order.id)
  await act.sound()
  expect((await act.orderOf(order.id)).status).toBe('READY')
})

test('a held order is looked at again when it asks for less', async () => {
  const goods = await act.product('PRODUCT', 'Шкаф-купе', { price: 100000, vatIncluded: true })
  await act.stock(goods.id, 10)
  const sold = await act.sell([[goods.id, 3]], { creditLimit: 250000, creditPolicy: 'HOLD' })
  expect(sold.won).toMatchObject({ holds: ['CREDIT_LIMIT'] })
  const items = [{ itemId: (await act.itemOf(sold.orderId, goods.id)).id, quantity: 1 }]
  ok(await act.cancel(sold.orderId, { items }))
  await act.sound()
  expect(await act.orderOf(sold.orderId)).toMatchObject({ status: 'PROCESSING', totalAmount: 200000, openHolds: [] })
  expect(await act.stockOf(goods.id)).toEqual({ quantity: 10, reserved: 2 })
})

test('a proforma is written anew for what is left', async () => {
  const goods = await act.product('PRODUCT', 'Диван', { price: 100000, vatIncluded: true })
  await act.stock(goods.id, 5)
  const sold = await act.sell([[goods.id, 3]], { paymentTerms: 'PREPAYMENT' })
  const items = [{ itemId: (await act.itemOf(sold.orderId, goods.id)).id, quantity: 2 }]
  ok(await act.cancel(sold.orderId, { items }))
  await act.sound()
  expect(await act.invoicesOf(sold.orderId)).toMatchObject([
    { type: 'PROFORMA', status: 'CANCELLED', total: 300000 },
    { type: 'PROFORMA', status: 'ISSUED', total: 100000 },
  ])
  ok(await company.owner.post(`/orders/${sold.orderId}/payments`, { amount: 100000, method: 'CARD' }))
  await act.sound()
  expect(await act.orderOf(sold.orderId)).toMatchObject({
    status: 'PROCESSING',
    paymentStatus: 'PAID',
    invoicedAmount: 100000,
  })
})

/** Materials are reserved by planning one day; here the rows are put as it would. */
async function reserveMaterial(productionId: string): Promise<void> {
  await company.sql(
    `with material as (select m.* from production_order_materials m where m.production_order_id = $1),
     balance as (update inventory_items i set reserved_quantity = i.reserved_quantity + material.required_quantity from material where i.product_id = material.component_id returning i.id, i.warehouse_id, i.product_id),
     reservation as (insert into stock_reservations (organization_id, workspace_id, id, product_id, warehouse_id, inventory_item_id, quantity, kind, owner_type, owner_id)
       select material.organization_id, material.workspace_id, gen_random_uuid(), balance.product_id, balance.warehouse_id, balance.id, material.required_quantity, 'HARD', 'PRODUCTION_MATERIAL', material.id
       from material cross join balance returning id, owner_id)
     update production_order_materials m set reservation_id = reservation.id, reserved_quantity = m.required_quantity, status = 'RESERVED' from reservation where m.id = reservation.owner_id`,
    [productionId],
  )
}

test('before its confirmation a line simply becomes smaller, and the order can still be edited', async () => {
  const goods = await act.product('PRODUCT', 'Рейка', { price: 33.33, vatIncluded: true })
  const other = await act.product('PRODUCT', 'Планка', { price: 10 })
  const buyer = await act.customer()
  const order = ok(
    await company.owner.post('/orders', {
      customerId: buyer.id,
      requiresApproval: true,
      discount: 30,
      discountType: 'FIXED',
      items: [
        { productId: goods.id, quantity: 10, discount: 5, discountType: 'FIXED' },
        { productId: other.id, quantity: 4 },
      ],
    }),
  ).data
  expect(order.status).toBe('ON_HOLD')
  const [first, second] = order.items as Array<{ id: string }>
  ok(
    await act.cancel(order.id, {
      items: [
        { itemId: first!.id, quantity: 4 },
        { itemId: second!.id, quantity: 4 },
      ],
    }),
  )
  await act.sound()
  expect(await act.itemOf(order.id, goods.id)).toMatchObject({ quantity: 6, quantityCancelled: 0, status: 'PENDING' })
  expect(await act.itemOf(order.id, other.id)).toMatchObject({ quantity: 4, quantityCancelled: 4, status: 'CANCELLED' })
  const edit = (itemId: string, quantity: number) =>
    company.owner.put(`/orders/${order.id}/items/${itemId}`, { quantity })
  expect((await edit(second!.id, 1)).error.code).toBe('ORDER_LOCKED')
  ok(await edit(first!.id, 7))
  await act.sound()
  expect(await act.itemOf(order.id, goods.id)).toMatchObject({ quantity: 7 })
  ok(await company.owner.post(`/orders/${order.id}/approve`, {}))
  await act.sound()
  const confirmed = await act.orderOf(order.id)
  expect(confirmed).toMatchObject({ status: 'PROCESSING', invoicedAmount: confirmed.totalAmount })
  ok(await act.cancel(order.id))
  await act.sound()
  const [requests] = await company.sql(
    `select count(*)::int as open from approval_requests where entity_id = $1 and status in ('PENDING', 'ESCALATED')`,
    [order.id],
  )
  expect(requests).toEqual({ open: 0 })
})
