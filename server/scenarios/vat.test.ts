import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { vectors } from '../src/kernel/kazakhstan/vectors.js'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
let customerId: string
let now = new Date('2026-11-20T06:00:00Z')
const goods: Record<string, string> = {}

beforeAll(async () => {
  company = await openCompany({ clock: () => now })
  cast = castOf(company)
  customerId = (await cast.customer()).id
  const rates = ok(await company.owner.get('/settings/vat?date=2026-06-01')).data.rates
  for (const category of ['MEDICAL', 'PERIODICALS', 'ZERO', 'EXEMPT']) {
    const vatRateId = rates.find(
      (rate: { category: string; inForce: boolean }) => rate.category === category && rate.inForce,
    ).id
    goods[category] = (await cast.product('SERVICE', category, { vatRateId })).id
  }
  goods.STANDARD = (await cast.product('SERVICE', 'Обычная', { price: 1000, vatIncluded: false })).id
})
afterAll(() => company.close())
beforeEach(async () => {
  now = new Date('2026-11-20T06:00:00Z')
  await mode('FIXED')
})

const mode = async (rateMode: string, fixedRate = 12) =>
  ok(await company.owner.put('/settings/vat', { rateMode, fixedRate })).data
const preview = async (items: unknown[], more: Record<string, unknown> = {}) =>
  ok(await company.owner.post('/orders/preview', { customerId, items, ...more })).data
const ordered = async (items: unknown[], more: Record<string, unknown> = {}) =>
  ok(await company.owner.post('/orders', { customerId, items, ...more })).data
const line = (productId: string, more: Record<string, unknown> = {}) => ({ productId, quantity: 1, ...more })

describe('the rate of a line by DATED is that of the law on the document’s date', () => {
  test.each(vectors.vat_rate_by_date.map((row) => ({ ...row })))('%o', async (row) => {
    await mode('DATED')
    // A return keeps the rate of the day of sale.
    if ('instant' in row) now = new Date(row.instant)
    const orderDate = 'instant' in row ? undefined : 'return_of_sale' in row ? row.return_of_sale : row.date
    const order = await ordered([line(goods[row.category]!)], orderDate ? { orderDate } : {})
    expect(order.items[0]).toMatchObject({
      vatRate: Number(row.rate ?? 0),
      vatExempt: row.rate === null,
      vatCategory: row.category,
      vatDate: order.orderDate,
    })
    expect(order.warnings).toEqual([])
  })

  test('FIXED leaves the categories of the law to the law and charges everybody else alike', async () => {
    for (const [category, rate] of [
      ['MEDICAL', 5],
      ['PERIODICALS', 10],
      ['ZERO', 0],
      ['STANDARD', 12],
    ] as const)
      expect((await ordered([line(goods[category]!)])).items[0]).toMatchObject({ vatRate: rate, vatCategory: category })
    await mode('FIXED', 20)
    expect((await ordered([line(goods.STANDARD!)])).items[0].vatRate).toBe(20)
  })
})

describe('amounts', () => {
  const standing = () => goods.STANDARD!
  test.each(vectors.vat_included)('%s with %s %% inside: vat %s, net %s', async (gross, rate, vat, net) => {
    await mode('FIXED', Number(rate))
    const seen = await preview([line(standing(), { unitPrice: gross, priceIncludesVat: true })])
    expect([seen.taxAmount, seen.subtotal, seen.totalAmount]).toEqual([Number(vat), Number(net), Number(gross)])
  })
  test.each(vectors.vat_excluded)('%s and %s %% on top: vat %s, gross %s', async (net, rate, vat, gross) => {
    await mode('FIXED', Number(rate))
    const seen = await preview([line(standing(), { unitPrice: net, priceIncludesVat: false })])
    expect([seen.taxAmount, seen.subtotal, seen.totalAmount]).toEqual([Number(vat), Number(net), Number(gross)])
  })
  test.each(vectors.vat_document)('$mode $rate % of three lines is $vat', async ({ mode: how, rate, lines, vat }) => {
    await mode('FIXED', Number(rate))
    const items = lines.map((unitPrice) => line(standing(), { unitPrice, priceIncludesVat: how === 'included' }))
    expect((await ordered(items)).taxAmount).toBe(Number(vat))
  })
})

describe('a product without a tax rate of its own', () => {
  test('follows the mode and shows the rate of today', async () => {
    const { id } = await cast.product('SERVICE', 'Следует', { price: 116, vatIncluded: true })
    const typed = await cast.product('SERVICE', 'Как все', { vatRate: 12 })
    const card = async (productId: string) => ok(await company.owner.get(`/products/${productId}`)).data
    expect(await card(id)).toMatchObject({ vatRateId: null, vatRate: 12, priceWithoutVat: 103.57 })
    await mode('DATED')
    expect(await card(id)).toMatchObject({ vatRateId: null, vatRate: 16, priceWithoutVat: 100, priceWithVat: 116 })
    expect((await card(typed.id)).vatRate).toBe(16)
    now = new Date('2025-12-31T06:00:00Z')
    expect((await card(id)).vatRate).toBe(12)
    const [found] = ok(await company.owner.get(`/products/search?q=${typed.code}`)).data
    expect(found.vatRate).toBe(12)
  })

  test('a number that the law knows names the law; any other is kept while the rate is fixed', async () => {
    const medical = await cast.product('SERVICE', 'Лекарство', { vatRate: 5 })
    expect(medical).toMatchObject({ vatRateTyped: false, vatRate: 5 })
    now = new Date('2027-01-01T06:00:00Z')
    expect(ok(await company.owner.get(`/products/${medical.id}`)).data.vatRate).toBe(10)
    const odd = await cast.product('SERVICE', 'Странная', { vatRate: 7.5 })
    expect(odd).toMatchObject({ vatRateTyped: true, vatRate: 7.5, vatRateId: null })
    expect((await ordered([line(odd.id)])).items[0]).toMatchObject({ vatRate: 7.5 })
    await mode('DATED')
    expect((await ordered([line(odd.id)])).items[0]).toMatchObject({ vatRate: 16, vatCategory: 'STANDARD' })
    await mode('FIXED')
    const like = ok(await company.owner.put(`/products/${odd.id}`, { vatRate: 12 })).data
    expect(like).toMatchObject({ vatRateTyped: false, vatRate: 12 })
    const rates = ok(await company.owner.get('/settings/vat')).data.rates
    const standard = rates.find((rate: { rate: number }) => rate.rate === 16).id
    const body = { name: 'Не та', code: 'VAT-X', productType: 'SERVICE', price: 1, vatRateId: standard }
    expect((await company.owner.post('/products', { ...body, vatRate: 3 })).error.details.expected).toBe(16)
    expect(ok(await company.owner.post('/products', body)).data).toMatchObject({ vatRateId: standard, vatRate: 16 })
  })
})

test('by DATED a person may only say a rate that is in force', async () => {
  await mode('DATED')
  const refused = await company.owner.post('/orders', { customerId, items: [line(goods.STANDARD!, { vatRate: 12 })] })
  expect(refused).toMatchObject({
    status: 422,
    error: {
      code: 'VAT_RATE_NOT_IN_FORCE',
      details: { rate: '12', date: '2026-11-20', allowed: ['16', '5', '10', '0'] },
    },
  })
  expect(refused.error.fieldErrors[0].field).toBe('items.0.vatRate')
  const exported = await ordered([line(goods.STANDARD!, { vatRate: 0 })])
  expect(exported.items[0]).toMatchObject({ vatRate: 0, vatCategory: 'ZERO', vatExempt: false, taxAmount: 0 })
  const deal = await company.owner.post('/deals', {
    title: 'Экспорт',
    customerId,
    products: [line(goods.STANDARD!, { tax: 12 })],
  })
  expect(deal).toMatchObject({ status: 422, error: { code: 'VAT_RATE_NOT_IN_FORCE' } })
})

test('who is not registered for VAT neither shows nor charges any', async () => {
  expect(ok(await company.owner.put('/settings/vat', { isPayer: false })).data).toMatchObject({
    isPayer: false,
    defaultRate: 0,
    warnings: [],
  })
  try {
    const order = await ordered([line(goods.STANDARD!), line(goods.MEDICAL!)], { shippingCost: 10 })
    expect(order).toMatchObject({ taxAmount: 0, warnings: [] })
    for (const item of order.items) expect(item).toMatchObject({ vatCategory: 'NO_VAT', vatExempt: true, vatRate: 0 })
    expect(
      await company.owner.post('/orders', { customerId, items: [line(goods.STANDARD!, { vatRate: 12 })] }),
    ).toMatchObject({
      status: 422,
      error: { code: 'VAT_RATE_NOT_IN_FORCE' },
    })
    const kept = await cast.product('SERVICE', 'На потом', { vatRate: 12 })
    expect(kept).toMatchObject({ vatExempt: true, vatRateTyped: false })
    ok(await company.owner.put('/settings/vat', { isPayer: true }))
    expect(ok(await company.owner.get(`/products/${kept.id}`)).data).toMatchObject({ vatExempt: false, vatRate: 12 })
  } finally {
    ok(await company.owner.put('/settings/vat', { isPayer: true }))
  }
})

test('shipping bears the default rate of the day, and the header says which', async () => {
  const way = { shippingCost: 1000 }
  expect(await ordered([line(goods.STANDARD!)], way)).toMatchObject({ taxAmount: 240, totalAmount: 2240 })
  await mode('DATED')
  expect(await ordered([line(goods.STANDARD!)], way)).toMatchObject({ taxAmount: 320, totalAmount: 2320 })
})

describe('while the fixed rate is not the law’s', () => {
  const differs = {
    code: 'VAT_RATE_DIFFERS',
    details: { rate: 12, statutoryRate: 16, date: '2026-11-20', taxAmount: 120, statutoryTaxAmount: 160 },
  }

  test('a preview, an order, a deal and its win carry a warning with the figures, in the reader’s language', async () => {
    const items = [line(goods.STANDARD!), line(goods.MEDICAL!)]
    expect((await preview(items)).warnings).toMatchObject([differs])
    const order = await ordered(items)
    expect(order.warnings).toMatchObject([differs])
    const read = await company.owner.get(`/orders/${order.id}`, { 'accept-language': 'kk' })
    expect(read.data.warnings[0].message).toContain('заң бойынша 20.11.2026 күні — 16 %')
    const deal = await cast.deal(customerId, [[goods.STANDARD!, 1]])
    expect(deal).toMatchObject({ warnings: [differs] })
    expect(
      ok(await company.owner.get(`/deals/${deal.id}`, { 'accept-language': 'en' })).data.warnings[0].message,
    ).toContain('160 ₸')
    expect(ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data.warnings).toMatchObject([differs])
    expect(ok(await company.owner.get(`/deals/${deal.id}`)).data.warnings).toMatchObject([differs])
  })

  test('a deal without lines too', async () => {
    const deal = ok(await company.owner.post('/deals', { title: 'На глаз', customerId, value: 1120 })).data
    expect(deal.warnings).toMatchObject([
      { code: 'VAT_RATE_DIFFERS', details: { rate: 12, taxAmount: 120, statutoryTaxAmount: 154.48 } },
    ])
  })

  test('the settings warn, and stop when the mode is changed by one who may', async () => {
    const rep = await company.as('SALES_REP')
    const seen = ok(await rep.get('/settings/vat', { 'accept-language': 'ru' })).data
    expect(seen).toMatchObject({
      rateMode: 'FIXED',
      fixedRate: 12,
      defaultRate: 12,
      statutoryRate: 16,
      date: '2026-11-20',
      warnings: [{ code: 'VAT_FIXED_RATE_DIFFERS', details: { fixedRate: 12, statutoryRate: 16, date: '2026-11-20' } }],
    })
    expect(seen.warnings[0].message).toContain('фиксирует 12 %')
    expect((await rep.put('/settings/vat', { rateMode: 'DATED' })).status).toBe(403)
    expect((await rep.get('/settings')).status).toBe(403)
    const all = ok(await company.owner.get('/settings')).data as Array<{ key: string; warnings: unknown[] }>
    expect(all.filter((row) => row.warnings.length > 0).map((row) => row.key)).toEqual([
      'vat.fixedRate',
      'vat.rateMode',
    ])

    const changed = ok(await company.owner.put('/settings/vat.rateMode', { value: 'DATED' })).data
    expect(changed).toMatchObject({ key: 'vat.rateMode', value: 'DATED', warnings: [] })
    expect(ok(await rep.get('/settings/vat')).data).toMatchObject({ rateMode: 'DATED', defaultRate: 16, warnings: [] })
    expect((await preview([line(goods.STANDARD!)])).warnings).toEqual([])
    expect(await company.owner.put('/settings/vat.rateMode', { value: 'SOMETIMES' })).toMatchObject({ status: 400 })
    expect(await company.owner.put('/settings/vat.unheardOf', { value: 1 })).toMatchObject({ status: 404 })
    expect(ok(await company.owner.put('/settings/orders.returnWindowDays', { value: 30 })).data.value).toBe(30)
    expect((await company.owner.put('/settings/orders.returnWindowDays', { value: 'долго' })).status).toBe(400)
    expect(ok(await company.other.get('/settings/vat')).data.rateMode).toBe('FIXED')
  })

  test('when both are the same nobody is warned', async () => {
    await mode('FIXED', 16)
    expect((await preview([line(goods.STANDARD!)])).warnings).toEqual([])
  })
})

describe('a deal agreed before the law changed and won after it', () => {
  const eve = new Date('2025-12-30T06:00:00Z')
  const after = new Date('2026-01-05T06:00:00Z')

  test('takes the rates of the day of its order: price with VAT stays, price without it bears the new tax', async () => {
    await mode('DATED')
    now = eve
    const deal = await cast.deal(customerId, [
      [goods.STANDARD!, 1, { unitPrice: 1120, priceIncludesVat: true }],
      [goods.STANDARD!, 1, { unitPrice: 1000, priceIncludesVat: false }],
    ])
    expect(deal).toMatchObject({ value: 2240, warnings: [] })
    now = after
    expect(ok(await company.owner.get(`/deals/${deal.id}`)).data.warnings).toMatchObject([
      {
        code: 'VAT_RATE_OUTDATED',
        details: { rate: 12, statutoryRate: 16, taxAmount: 240, statutoryTaxAmount: 314.48 },
      },
    ])
    const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
    expect(won).toMatchObject({
      deal: { value: 2280 },
      order: { totalAmount: 2280 },
      invoice: { totalAmount: 2280 },
      warnings: [],
    })
    const items = ok(await company.owner.get(`/orders/${won.order.id}?include=items`)).data.items
    expect(items.map((item: Record<string, unknown>) => [item.vatRate, item.vatDate, item.taxAmount])).toEqual([
      [16, '2026-01-05', 154.48],
      [16, '2026-01-05', 160],
    ])
  })

  test('a clone takes the rates of its own day', async () => {
    await mode('DATED')
    now = eve
    const deal = await cast.deal(customerId, [
      [goods.STANDARD!, 1],
      [goods.MEDICAL!, 1],
      [goods.STANDARD!, 1, { vatRate: 0 }],
    ])
    now = after
    const copy = ok(await company.owner.post(`/deals/${deal.id}/clone`, {})).data
    expect(copy.products.map((one: { vatRate: number }) => one.vatRate)).toEqual([16, 5, 0])
    expect(copy.warnings).toEqual([])
  })

  test('so does an estimate without lines', async () => {
    await mode('DATED')
    now = eve
    const deal = ok(await company.owner.post('/deals', { title: 'На глаз', customerId, value: 1160 })).data
    expect(deal).toMatchObject({ taxAmount: 124.29, warnings: [] })
    now = after
    const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
    expect(ok(await company.owner.get(`/deals/${deal.id}`)).data).toMatchObject({ value: 1160, taxAmount: 160 })
    expect(ok(await company.owner.get(`/orders/${won.order.id}`)).data).toMatchObject({
      totalAmount: 1160,
      taxAmount: 160,
    })
  })
})

test('an order that waited for its prepayment over the change of the law is decided by the new rates', async () => {
  await mode('DATED')
  now = new Date('2025-12-30T06:00:00Z')
  const { id: prepaying } = await cast.customer({ paymentTerms: 'PREPAYMENT' })
  const items = [
    line(goods.STANDARD!, { unitPrice: 1000, priceIncludesVat: false }),
    line(goods.STANDARD!, { unitPrice: 1120, priceIncludesVat: true }),
  ]
  const order = await ordered(items, { customerId: prepaying, shippingCost: 100 })
  expect(order).toMatchObject({ status: 'ON_HOLD', totalAmount: 2352, warnings: [] })
  now = new Date('2026-01-05T06:00:00Z')
  const card = async () => ok(await company.owner.get(`/orders/${order.id}?include=items,holds`)).data
  expect((await card()).warnings).toMatchObject([
    { code: 'VAT_RATE_OUTDATED', details: { rate: 12, statutoryRate: 16 } },
  ])
  ok(await company.owner.post(`/orders/${order.id}/payments`, { amount: 2352, method: 'TRANSFER' }))
  await company.settle()
  // With VAT on top the customer owes the difference first: 40 on the line and 4 on the way.
  expect(await card()).toMatchObject({
    status: 'ON_HOLD',
    totalAmount: 2396,
    openHolds: ['AWAITING_PREPAYMENT'],
    warnings: [],
  })
  ok(await company.owner.post(`/orders/${order.id}/payments`, { amount: 44, method: 'TRANSFER' }))
  await company.settle()
  const decided = await card()
  expect(decided.items.map((item: Record<string, unknown>) => [item.vatRate, item.vatDate, item.totalPrice])).toEqual([
    [16, '2026-01-05', 1160],
    [16, '2026-01-05', 1120],
  ])
  expect(decided).toMatchObject({ paymentStatus: 'PAID', openHolds: [] })
  const [invoice] = ok(await company.owner.get(`/finance/invoices?orderId=${order.id}&type=STANDARD`)).data
  expect(invoice).toMatchObject({ status: 'PAID', totalAmount: 2396 })
})

test('the books are whole after all of it', async () => {
  await company.settle()
  expect(await brokenInvariants(company.sql)).toEqual([])
})
