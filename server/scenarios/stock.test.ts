import { afterAll, beforeAll, expect, test } from 'vitest'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
let warehouseId: string

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  warehouseId = ok(await company.owner.get('/operations/warehouse/warehouses')).data[0].id
})
afterAll(() => company?.close())

const adjust = (body: Record<string, unknown>) =>
  company.owner.post('/operations/warehouse/inventory/adjust', { warehouseId, reason: 'CORRECTION', ...body })

test('a balance is put right by hand, and never below nothing', async () => {
  const chair = await cast.product('PRODUCT', 'Стул')
  const came = ok(
    await adjust({ productId: chair.id, adjustment: 10, unitCost: '100.5', reason: 'OPENING_BALANCE' }),
  ).data
  expect(came).toMatchObject({
    type: 'ADJUSTMENT_IN',
    quantity: 10,
    balanceAfter: 10,
    unitCost: 100.5,
    totalCost: 1005,
    reason: 'OPENING_BALANCE',
  })
  const went = ok(
    await company.owner.post(`/products/${chair.id}/inventory/adjust`, {
      warehouseId,
      adjustment: -4,
      reason: 'DAMAGE',
      notes: 'Упал',
    }),
  ).data
  expect(went).toMatchObject({
    type: 'ADJUSTMENT_OUT',
    quantity: -4,
    balanceAfter: 6,
    unitCost: 100.5,
    totalCost: -402,
    notes: 'Упал',
  })

  const refused = await adjust({ productId: chair.id, adjustment: '-6.000001' })
  expect([refused.status, refused.error.code, refused.error.details.available]).toEqual([422, 'STOCK_UNAVAILABLE', '6'])
  expect((await adjust({ productId: chair.id, adjustment: 0 })).status).toBe(400)
  expect((await adjust({ productId: company.workspaceId, adjustment: 1 })).status).toBe(404)
  const service = await cast.product('SERVICE', 'Монтаж')
  expect((await adjust({ productId: service.id, adjustment: 1 })).error.code).toBe('BUSINESS_RULE')

  const stock = ok(await company.owner.get(`/operations/warehouse/inventory/${chair.id}`)).data
  expect(stock.totals).toEqual({ onHand: 6, reserved: 0, available: 6, incoming: 0, inProduction: 0 })
  expect(stock.rows).toMatchObject([{ warehouseId, quantity: 6, available: 6, unitCost: 100.5 }])
  const moves = ok(
    await company.owner.get(`/operations/warehouse/inventory/movements?productId=${chair.id}&sort=occurredAt`),
  )
  expect(moves.data.map((move: { quantity: number }) => move.quantity)).toEqual([10, -4])
  const balances = ok(await company.owner.get(`/operations/warehouse/inventory?productId=${chair.id}`)).data
  expect(balances).toMatchObject([{ productName: 'Стул', stockLevel: 'IN_STOCK', value: 603 }])
})

test('costs are for those who may see them, corrections for those who may make them', async () => {
  const shelf = await cast.product('PRODUCT', 'Полка')
  const keeper = await company.as('WAREHOUSE')
  const body = { warehouseId, productId: shelf.id, adjustment: 3, reason: 'FOUND', unitCost: 70 }
  expect(ok(await keeper.post('/operations/warehouse/inventory/adjust', body)).data).toMatchObject({
    quantity: 3,
    unitCost: null,
    totalCost: null,
  })
  expect(ok(await keeper.get(`/operations/warehouse/inventory?productId=${shelf.id}`)).data).toMatchObject([
    { quantity: 3, unitCost: null, value: null },
  ])
  expect(ok(await keeper.get(`/products/${shelf.id}/inventory`)).data.rows[0].unitCost).toBeNull()
  const seller = await company.as('SALES_REP')
  expect((await seller.post('/operations/warehouse/inventory/adjust', body)).status).toBe(403)
  expect((await company.other.get(`/operations/warehouse/inventory/${shelf.id}`)).status).toBe(404)
})

test('a repeated request moves once', async () => {
  const lamp = await cast.product('PRODUCT', 'Лампа')
  const send = () =>
    company.owner.post(
      '/operations/warehouse/inventory/adjust',
      { warehouseId, productId: lamp.id, adjustment: 5, reason: 'OPENING_BALANCE', unitCost: 1 },
      { 'idempotency-key': `once-${lamp.id}` },
    )
  const [first, second] = [ok(await send()), ok(await send())]
  expect(second.data.id).toBe(first.data.id)
  expect(ok(await company.owner.get(`/products/${lamp.id}/inventory`)).data.totals.onHand).toBe(5)
})

test('what can be served now, and where the rest would come from', async () => {
  const bought = await cast.product('PRODUCT', 'Кресло')
  const made = await cast.product('MANUFACTURED', 'Стол')
  await cast.stock(bought.id, 2)
  const lines = [
    { productId: bought.id, quantity: 2 },
    { productId: bought.id, quantity: 3 },
    { productId: made.id, quantity: 1 },
  ]
  const checked = ok(await company.owner.post('/operations/warehouse/inventory/check', { lines })).data.lines
  expect(checked).toMatchObject([
    { short: 0, source: 'STOCK', byWarehouse: [{ warehouseId, available: 2 }] },
    { short: 1, source: 'BUY' },
    { short: 1, source: 'PRODUCE', byWarehouse: [] },
  ])
})

test('a further warehouse, and the one default', async () => {
  const made = ok(
    await company.owner.post('/operations/warehouse/warehouses', { name: 'Брак', code: 'Q1', type: 'QUARANTINE' }),
  ).data
  expect(made).toMatchObject({ isSellable: false, isDefault: false, isActive: true })
  const twin = await company.owner.post('/operations/warehouse/warehouses', { name: 'Брак 2', code: 'Q1' })
  expect([twin.status, twin.error.code]).toEqual([409, 'DUPLICATE'])
  ok(
    await company.owner.post('/operations/warehouse/warehouses', {
      name: 'Филиал',
      code: 'B1',
      type: 'BRANCH',
      isDefault: true,
    }),
  )
  const all = ok(await company.owner.get('/operations/warehouse/warehouses')).data
  expect(all.filter((one: { isDefault: boolean }) => one.isDefault).map((one: { code: string }) => one.code)).toEqual([
    'B1',
  ])
})
