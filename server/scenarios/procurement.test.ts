import { afterAll, beforeAll, expect, test } from 'vitest'
import { someBin } from './support/bin.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
let warehouseId: string
const suppliers = '/operations/procurement/suppliers'
const requisitions = '/operations/procurement/requisitions'
const receipts = '/operations/warehouse/goods-receipts'

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  warehouseId = ok(await company.owner.get('/operations/warehouse/warehouses')).data[0].id
})
afterAll(() => company?.close())

const supplier = async (more: Record<string, unknown> = {}) =>
  ok(await company.owner.post(suppliers, { name: 'ТОО «Металл»', ...more })).data

test('a supplier is written, changed under its version, and struck out while nothing leans on it', async () => {
  const bin = someBin()
  const made = await supplier({
    bin,
    email: 'Sales@Metall.KZ',
    phone: '8 701 123 45 67',
    paymentTerms: 'NET_15',
    tags: ['металл'],
    contacts: [{ name: 'Ержан' }],
  })
  expect(made).toMatchObject({
    bin,
    email: 'sales@metall.kz',
    phone: '+77011234567',
    status: 'ACTIVE',
    balance: 0,
    version: 1,
    contacts: [{ name: 'Ержан' }],
  })
  expect(made.supplierNumber).toMatch(/^SUP-\d{4}-000001$/)
  expect((await company.owner.post(suppliers, { name: 'Двойник', bin })).error).toMatchObject({ code: 'DUPLICATE' })
  expect((await company.owner.post(suppliers, { name: 'Ошибка', bin: '123456789012' })).status).toBe(400)
  const changed = ok(
    await company.owner.patch(`${suppliers}/${made.id}`, { rating: 4.5, phone: null, version: 1 }),
  ).data
  expect(changed).toMatchObject({ rating: 4.5, phone: null, name: 'ТОО «Металл»', version: 2 })
  expect((await company.owner.put(`${suppliers}/${made.id}`, { rating: 5, version: 1 })).error.code).toBe(
    'VERSION_CONFLICT',
  )
  expect((await company.owner.put(`${suppliers}/${made.id}`, { rating: 5 }, { 'if-match': '"1"' })).status).toBe(412)
  expect(ok(await company.owner.get(`${suppliers}?search=металл`)).data).toHaveLength(1)
  expect((await company.other.get(`${suppliers}/${made.id}`)).status).toBe(404)
  ok(await company.owner.delete(`${suppliers}/${made.id}`))
  expect((await company.owner.get(`${suppliers}/${made.id}`)).status).toBe(404)
})

test('goods come against a requisition, in two parts', async () => {
  const { id: supplierId } = await supplier({ name: 'ИП Ахметов' })
  const pipe = await cast.product('MATERIAL', 'Труба')
  const asked = ok(
    await company.owner.post(requisitions, {
      requiredBy: '2030-01-01',
      supplierId,
      lines: [{ productId: pipe.id, quantity: 10 }],
    }),
  ).data
  expect(asked).toMatchObject({
    source: 'MANUAL',
    status: 'PENDING_APPROVAL',
    estimatedCost: 5000,
    supplierId,
    lines: [{ quantity: 10, estimatedPrice: 500 }],
  })
  expect((await company.owner.delete(`${suppliers}/${supplierId}`)).error.code).toBe('IN_USE')
  const line = { productId: pipe.id, requisitionLineId: asked.lines[0].id }

  const draft = ok(
    await company.owner.post(receipts, { warehouseId, supplierId, lines: [{ ...line, quantity: 4 }] }),
  ).data
  expect(draft).toMatchObject({
    status: 'DRAFT',
    receiptNumber: null,
    lines: [{ quantityExpected: 10, quantityReceived: 4, unitCost: 500 }],
  })
  expect(ok(await company.owner.get(`/products/${pipe.id}/inventory`)).data.totals).toMatchObject({
    onHand: 0,
    incoming: 10,
  })
  const confirmed = ok(await company.owner.post(`${receipts}/${draft.id}/confirm`)).data
  expect(confirmed).toMatchObject({ status: 'CONFIRMED', lines: [{ quantityAccepted: 4 }] })
  expect(confirmed.receiptNumber).toMatch(/^GR-\d{4}-000001$/)
  expect(ok(await company.owner.post(`${receipts}/${draft.id}/confirm`)).data.receiptNumber).toBe(
    confirmed.receiptNumber,
  )
  expect(ok(await company.owner.get(`/products/${pipe.id}/inventory`)).data.totals).toMatchObject({
    onHand: 4,
    incoming: 6,
  })
  expect(ok(await company.owner.get(`${requisitions}/${asked.id}`)).data).toMatchObject({
    status: 'PENDING_APPROVAL',
    lines: [{ receivedQuantity: 4 }],
  })

  const rest = ok(
    await company.owner.post(receipts, {
      warehouseId,
      supplierId,
      lines: [{ ...line, quantity: 6, unitCost: 600 }],
      confirm: true,
    }),
  ).data
  expect(rest).toMatchObject({ status: 'CONFIRMED', lines: [{ quantityExpected: 6, unitCost: 600 }] })
  expect(rest.receiptNumber).toMatch(/-000002$/)
  expect(ok(await company.owner.get(`${requisitions}/${asked.id}`)).data).toMatchObject({
    status: 'RECEIVED',
    lines: [{ status: 'RECEIVED', receivedQuantity: 10 }],
  })
  const [{ unitCost }] = ok(await company.owner.get(`/operations/warehouse/inventory?productId=${pipe.id}`)).data
  expect(unitCost).toBe(560)
  const closed = await company.owner.post(receipts, { warehouseId, supplierId, lines: [{ ...line, quantity: 1 }] })
  expect(closed.error).toMatchObject({ code: 'BUSINESS_RULE' })
})

test('a receipt that is refused leaves no number behind', async () => {
  const { id: supplierId } = await supplier({ name: 'ТОО «Лес»' })
  const wood = await cast.product('MATERIAL', 'Брус')
  const lines = [{ productId: wood.id, quantity: 1, unitCost: 10 }]
  const strange = await company.owner.post(receipts, {
    warehouseId,
    supplierId: company.workspaceId,
    lines,
    confirm: true,
  })
  expect([strange.status, strange.error.code]).toEqual([404, 'NOT_FOUND'])
  const foreign = await company.other.post(receipts, { warehouseId, supplierId, lines, confirm: true })
  expect(foreign.status).toBe(404)
  const made = await Promise.all(
    Array.from({ length: 4 }, () => company.owner.post(receipts, { warehouseId, supplierId, lines, confirm: true })),
  )
  const numbers = made.map((answer) => Number(ok(answer).data.receiptNumber.slice(-6))).toSorted((a, b) => a - b)
  expect(numbers).toEqual([3, 4, 5, 6])
  expect(ok(await company.owner.get(`/products/${wood.id}/inventory`)).data.totals.onHand).toBe(4)
})

test('what a won deal lacked is asked for once, and its arrival serves the order', async () => {
  const { id: supplierId } = await supplier({ name: 'ТОО «Кресла»' })
  const chair = await cast.product('PRODUCT', 'Кресло', { primarySupplierId: supplierId })
  const lamp = await cast.product('PRODUCT', 'Лампа', { primarySupplierId: supplierId })
  const buyer = await cast.customer()
  const deal = await cast.deal(buyer.id, [
    [chair.id, 5],
    [lamp.id, 2],
  ])
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  const found = ok(await company.owner.get(`${requisitions}?orderId=${won.order.id}&include=lines`)).data
  expect(found).toMatchObject([{ source: 'ORDER_SHORTAGE', supplierId, orderNumber: won.order.orderNumber }])
  expect(found[0].lines).toHaveLength(2)
  const lines = found[0].lines.map((line: { id: string; productId: string; quantity: number }) => ({
    productId: line.productId,
    quantity: line.quantity,
    requisitionLineId: line.id,
  }))
  ok(await company.owner.post(receipts, { warehouseId, supplierId, lines, confirm: true }))
  await company.settle()
  const reserved = ok(
    await company.owner.get(`/operations/warehouse/inventory/reservations?orderId=${won.order.id}`),
  ).data
  expect(reserved.map((one: { quantity: number }) => one.quantity).toSorted()).toEqual([2, 5])
  expect(ok(await company.owner.get(`${requisitions}/${found[0].id}`)).data.status).toBe('RECEIVED')
})
