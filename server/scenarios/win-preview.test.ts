import { afterAll, beforeAll, expect, test } from 'vitest'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'
import { digest } from './support/digest.js'

/** What the rep reads before pressing the button is the win itself, undone. */
let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())

async function fourLines() {
  const shelf = await cast.product('PRODUCT', 'Стеллаж')
  const table = await cast.product('MANUFACTURED', 'Стол')
  const chair = await cast.product('PRODUCT', 'Кресло')
  const fitting = await cast.product('SERVICE', 'Сборка')
  await cast.bom(table.id, [{ componentId: (await cast.product('MATERIAL', 'Труба')).id, quantityPerUnit: 3 }])
  await cast.stock(shelf.id, 10)
  await cast.stock(table.id, 4)
  const buyer = await cast.customer()
  const deal = await cast.deal(buyer.id, [
    [shelf.id, 6],
    [table.id, 10],
    [chair.id, 5],
    [fitting.id, 1],
  ])
  return { deal, buyer, shelf }
}

test('the preview says what the win then makes', async () => {
  const { deal, buyer } = await fourLines()
  const preview = ok(await company.owner.post(`/deals/${deal.id}/win/preview`, {})).data
  expect(
    preview.lines.map((line: Record<string, unknown>) => [line['fromStock'], line['toProduce'], line['toBuy']]),
  ).toEqual([
    [6, 0, 0],
    [4, 6, 0],
    [0, 0, 5],
    [0, 0, 0],
  ])
  expect(preview).toMatchObject({
    order: { status: 'PROCESSING' },
    pickingOrders: 1,
    hasDelivery: true,
    services: 1,
    holds: [],
    customer: { id: buyer.id, becomes: 'ACTIVE' },
  })
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  expect(won.order).toMatchObject({ status: preview.order.status, totalAmount: preview.order.totalAmount })
  expect(won.invoice).toMatchObject({
    type: preview.invoice.type,
    status: preview.invoice.status,
    totalAmount: preview.invoice.totalAmount,
  })
  expect(won.pickingOrderIds).toHaveLength(preview.pickingOrders)
  expect(won.productionOrderIds).toHaveLength(1)
})

test('a preview leaves nothing behind, not even a number', async () => {
  const { deal } = await fourLines()
  const counters = () => company.sql('select * from document_counters order by document_type, year')
  const numbers = await counters()
  const before = await digest(company)
  for (let i = 0; i < 3; i++) ok(await company.owner.post(`/deals/${deal.id}/win/preview`, {}))
  expect(await digest(company)).toEqual(before)
  expect(await counters()).toEqual(numbers)
  expect(numbers.length).toBeGreaterThan(0)
})

test('what would hold the order is in the preview', async () => {
  const shelf = await cast.product('PRODUCT', 'Шкаф')
  const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT' })
  const deal = await cast.deal(buyer.id, [[shelf.id, 1]])
  const preview = ok(await company.owner.post(`/deals/${deal.id}/win/preview`, {})).data
  expect(preview.order.status).toBe('ON_HOLD')
  expect(preview.holds.map((hold: { reason: string }) => hold.reason)).toEqual(['AWAITING_PREPAYMENT'])
  expect(preview.invoice.type).toBe('PROFORMA')
})

test('what cannot be won is refused as the win would be', async () => {
  const buyer = await cast.customer()
  const deal = await cast.deal(buyer.id, [[(await cast.product('PRODUCT', 'Полка')).id, 1]])
  ok(await company.owner.post(`/deals/${deal.id}/lose`, { lostReason: 'PRICE' }))
  const preview = await company.owner.post(`/deals/${deal.id}/win/preview`, {})
  const win = await company.owner.post(`/deals/${deal.id}/win`, {})
  expect(preview.status).toBeGreaterThanOrEqual(400)
  expect([preview.status, preview.error.code]).toEqual([win.status, win.error.code])
})

test('a delivery is planned for when there is something to deliver', async () => {
  const here = await cast.product('PRODUCT', 'Есть на складе')
  const bought = await cast.product('PRODUCT', 'Надо закупить')
  await cast.stock(here.id, 5)
  const buyer = await cast.customer()
  const previewOf = async (lines: ReadonlyArray<readonly [string, number]>) => {
    const deal = await cast.deal(buyer.id, lines)
    return ok(await company.owner.post(`/deals/${deal.id}/win/preview`, {})).data
  }
  const nothingYet = await previewOf([[bought.id, 2]])
  expect(nothingYet.scheduledDate >= nothingYet.lines[0].expectedDate).toBe(true)
  const someNow = await previewOf([
    [here.id, 1],
    [bought.id, 2],
  ])
  expect(someNow.scheduledDate < nothingYet.scheduledDate).toBe(true)
})
