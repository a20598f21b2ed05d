import { afterAll, beforeAll, expect, test } from 'vitest'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
const orders = '/operations/production/production-orders'
const onHand = async (productId: string) =>
  ok(await company.owner.get(`/products/${productId}/inventory`)).data.totals.onHand

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company?.close())

test('materials go out, the goods come in at what they cost', async () => {
  const steel = await cast.product('MATERIAL', 'Труба')
  const paint = await cast.product('MATERIAL', 'Краска')
  const table = await cast.product('MANUFACTURED', 'Стол')
  await cast.bom(table.id, [
    { componentId: steel.id, quantityPerUnit: 3 },
    { componentId: paint.id, quantityPerUnit: 1 },
  ])
  await cast.stock(steel.id, 30)
  const made = ok(await company.owner.post(orders, { productId: table.id, quantity: 4 })).data
  expect(made).toMatchObject({
    status: 'PLANNED',
    bomMissing: false,
    source: 'MANUAL',
    productionType: 'MAKE_TO_STOCK',
  })
  expect(made.materials).toMatchObject([
    { componentName: 'Краска', requiredQuantity: 4, available: 0 },
    { componentName: 'Труба', requiredQuantity: 12, available: 30 },
  ])

  const short = await company.owner.post(`${orders}/${made.id}/complete`, {})
  expect([short.status, short.error.code]).toEqual([422, 'MATERIALS_SHORT'])
  expect(short.error.details.missing).toMatchObject([{ productId: paint.id, required: 4, available: 0, short: 4 }])
  expect(await onHand(steel.id)).toBe(30)

  await cast.stock(paint.id, 5)
  const part = await company.owner.post(`${orders}/${made.id}/complete`, { goodQuantity: 3 })
  expect(part.error.code).toBe('QUANTITY_RULE')
  const done = ok(await company.owner.post(`${orders}/${made.id}/complete`, {})).data
  expect(done).toMatchObject({ status: 'COMPLETED', completedQuantity: 4, progress: 100, materialCost: 80_000 })
  expect(done.materials).toMatchObject([
    { issuedQuantity: 4, status: 'ISSUED' },
    { issuedQuantity: 12, status: 'ISSUED', unitCost: 5000 },
  ])
  expect(done.actualCost).toBe(done.materialCost + done.laborCost + done.overheadCost)
  expect([await onHand(steel.id), await onHand(paint.id), await onHand(table.id)]).toEqual([18, 1, 4])
  const [entry] = ok(await company.owner.get(`/operations/warehouse/inventory/movements?productId=${table.id}`)).data
  expect(entry).toMatchObject({ type: 'PRODUCTION_IN', quantity: 4, referenceId: made.id })
  expect(entry.unitCost).toBeCloseTo(done.actualCost / 4, 4)
  expect((await company.owner.post(`${orders}/${made.id}/complete`, {})).error.code).toBe('INVALID_TRANSITION')
  const told = await company.sql<{ name: string }>(
    'select name from outbox_events where aggregate_id = $1 order by pos',
    [made.id],
  )
  expect(told.map((event) => event.name)).toEqual([
    'production.order.created',
    'production.completed',
    'production.order.completed',
  ])
})

test('five people complete one order at once: it is made once', async () => {
  const steel = await cast.product('MATERIAL', 'Лист')
  const box = await cast.product('MANUFACTURED', 'Ящик')
  await cast.bom(box.id, [{ componentId: steel.id, quantityPerUnit: 1 }])
  await cast.stock(steel.id, 10)
  const { id } = ok(await company.owner.post(orders, { productId: box.id, quantity: 2 })).data
  const answers = await Promise.all(Array.from({ length: 5 }, () => company.owner.post(`${orders}/${id}/complete`, {})))
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 422, 422, 422, 422])
  expect([await onHand(steel.id), await onHand(box.id)]).toEqual([8, 2])
})

test('a bill that was missing is frozen by planning; without one the goods cost what the product says', async () => {
  const part = await cast.product('MATERIAL', 'Доска')
  const bench = await cast.product('MANUFACTURED', 'Скамья')
  const made = ok(await company.owner.post(orders, { productId: bench.id, quantity: 2 })).data
  expect(made).toMatchObject({ bomMissing: true, materials: [] })
  const early = await company.owner.post(`${orders}/${made.id}/plan`)
  expect(early.error.code).toBe('NO_ACTIVE_BOM')
  const plain = ok(await company.owner.post(orders, { productId: bench.id, quantity: 1 })).data
  const done = ok(await company.owner.post(`${orders}/${plain.id}/complete`, {})).data
  expect(done).toMatchObject({ status: 'COMPLETED', materialCost: 0, actualCost: done.estimatedCost })

  await cast.bom(bench.id, [{ componentId: part.id, quantityPerUnit: 2 }])
  expect(ok(await company.owner.post(`${orders}/${made.id}/plan`)).data).toMatchObject({
    bomMissing: false,
    materials: [{ requiredQuantity: 4 }],
  })
  expect(ok(await company.owner.post(`${orders}/${made.id}/plan`)).data.materials).toHaveLength(1)
})

test('released, started, cancelled, each by the table', async () => {
  const door = await cast.product('MANUFACTURED', 'Дверь')
  const create = async () =>
    ok(await company.owner.post(orders, { productId: door.id, quantity: 1, priority: 'URGENT', dueDate: '2030-01-15' }))
      .data.id as string
  const id = await create()
  expect(ok(await company.owner.post(`${orders}/${id}/release`)).data.status).toBe('SCHEDULED')
  expect(ok(await company.owner.post(`${orders}/${id}/start`)).data).toMatchObject({
    status: 'IN_PROGRESS',
    priority: 'URGENT',
  })
  expect((await company.owner.post(`${orders}/${id}/release`)).error.code).toBe('INVALID_TRANSITION')
  expect(ok(await company.owner.post(`${orders}/${id}/cancel`, { reason: 'Передумали' })).data).toMatchObject({
    status: 'CANCELLED',
    failReason: 'Передумали',
  })
  const foreman = await company.as('PRODUCTION')
  expect(ok(await foreman.get(`${orders}?productId=${door.id}&status=CANCELLED`)).data).toMatchObject([
    { id, estimatedCost: null },
  ])
  expect((await company.other.get(`${orders}/${id}`)).status).toBe(404)
  expect((await (await company.as('SALES_REP')).post(orders, { productId: door.id, quantity: 1 })).status).toBe(403)
})

test('nothing is made towards an order that is cancelled or delivered; what is made towards one is cancelled with it', async () => {
  const desk = await cast.product('MANUFACTURED', 'Тумба')
  const goods = await cast.product('PRODUCT', 'Лампа')
  await cast.stock(goods.id, 10)
  const deal = await cast.deal((await cast.customer()).id, [[goods.id, 1]])
  const { order } = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  const made = ok(await company.owner.post(orders, { productId: desk.id, quantity: 1, salesOrderId: order.id })).data
  ok(await company.owner.post(`/orders/${order.id}/cancel`, { reason: 'Передумали' }))
  expect(ok(await company.owner.get(`${orders}/${made.id}`)).data.status).toBe('CANCELLED')
  const late = await company.owner.post(orders, { productId: desk.id, quantity: 1, salesOrderId: order.id })
  expect([late.status, late.error]).toMatchObject([
    422,
    { code: 'BUSINESS_RULE', details: { rule: 'SALES_ORDER_OPEN', status: 'CANCELLED' } },
  ])
})

test('what a won deal lacked is made, reserved for it, picked, and the order is ready', async () => {
  const board = await cast.product('MATERIAL', 'ЛДСП')
  const desk = await cast.product('MANUFACTURED', 'Парта')
  await cast.bom(desk.id, [{ componentId: board.id, quantityPerUnit: 1 }])
  await cast.stock(board.id, 10)
  const buyer = await cast.customer()
  const deal = await cast.deal(buyer.id, [[desk.id, 3]])
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  const [id] = won.productionOrderIds
  expect(ok(await company.owner.get(`${orders}/${id}`)).data).toMatchObject({
    salesOrderId: won.order.id,
    quantity: 3,
    source: 'SALES_ORDER',
  })
  ok(await company.owner.post(`${orders}/${id}/complete`, {}))
  await company.settle()
  const picking = '/operations/warehouse/picking-orders'
  const [list] = ok(await company.owner.get(`${picking}?orderId=${won.order.id}&include=lines`)).data
  expect(list).toMatchObject({ status: 'DRAFT', lineCount: 1, lines: [{ quantity: 3, pickedQuantity: 0 }] })
  const half = await company.owner.post(`${picking}/${list.id}/complete`, {
    lines: [{ id: list.lines[0].id, pickedQuantity: 2 }],
  })
  expect([half.status, half.error.code]).toEqual([422, 'QUANTITY_RULE'])
  expect(ok(await company.owner.post(`${picking}/${list.id}/start`)).data.status).toBe('IN_PROGRESS')
  expect(ok(await company.owner.post(`${picking}/${list.id}/complete`, {})).data).toMatchObject({
    status: 'COMPLETED',
    lines: [{ pickedQuantity: 3 }],
  })
  expect((await company.owner.post(`${picking}/${list.id}/complete`, {})).error.code).toBe('INVALID_TRANSITION')
  await company.settle()
  const order = ok(await company.owner.get(`/orders/${won.order.id}?include=items`)).data
  expect(order.status).toBe('READY')
  const [item] = await company.sql('select quantity_picked::float8 as picked from order_items where order_id = $1', [
    won.order.id,
  ])
  expect(item).toEqual({ picked: 3 })
})
