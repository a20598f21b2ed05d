import { afterAll, describe, expect, test } from 'vitest'
import { openSalesDesk } from './support/sales-desk.js'

const { company, sales, altyn, chair, cable, customerCalled, deal, withLines, eventsOf } = await openSalesDesk()
afterAll(() => company.close())

describe('opening a deal', () => {
  test('lines are priced, with VAT and margin', async () => {
    const data = await deal({
      value: undefined,
      discount: 10,
      discountType: 'PERCENTAGE',
      products: [
        { productId: chair, quantity: 10 },
        { productId: cable, quantity: '2.5', discount: 20 },
      ],
    })
    expect(data).toMatchObject({
      dealNumber: expect.stringMatching(/^DL-\d{4}-000\d{3}$/),
      stage: 'LEAD',
      probability: 10,
      lineCount: 2,
      linesWithoutCost: 0,
      customerName: expect.any(String),
      version: 1,
    })
    // Chairs 1120 − 10 % = 1008 with VAT; cable 250 − 20 % − 10 % = 180 and VAT on top.
    expect(data).toMatchObject({
      value: 1209.6,
      netValue: 1080,
      taxAmount: 129.6,
      costAmount: 700,
      marginAmount: 380,
      marginPercent: 35.1852,
      expectedRevenue: 120.96,
    })
    expect(data.products).toMatchObject([
      {
        productCode: 'CHAIR',
        unitPrice: 112,
        grossAmount: 1120,
        documentDiscountShare: 112,
        netAmount: 900,
        taxAmount: 108,
        totalPrice: 1008,
        cost: 60,
        priceSource: 'PRODUCT',
      },
      { quantity: 2.5, lineDiscountAmount: 50, documentDiscountShare: 20, netAmount: 180, totalPrice: 201.6 },
    ])
    expect(await eventsOf(data.id)).toEqual(['deal.created'])
  })

  test('without lines the value is what was said', async () => {
    expect(await deal({ value: 1120, stage: 'PROPOSAL' })).toMatchObject({
      value: 1120,
      netValue: 1000,
      probability: 50,
      marginAmount: null,
    })
  })

  test.each([
    ['nothing to sell', { value: undefined }, 400, 'VALIDATION_FAILED'],
    ['nobody to sell to', { customerId: '00000000-0000-7000-8000-00000000dead' }, 422, 'NO_CUSTOMER'],
    ['won at birth', { stage: 'WON' }, 400, 'VALIDATION_FAILED'],
    ['recurring without interval', { isRecurring: true, recurringValue: 5 }, 400, 'VALIDATION_FAILED'],
    [
      'an unknown product',
      { products: [{ productId: '00000000-0000-7000-8000-00000000dead', quantity: 1 }] },
      422,
      'PRODUCT_NOT_SELLABLE',
    ],
  ])('%s is refused', async (_name, more, status, code) => {
    expect(await sales.post('/deals', { title: 'Отказ', customerId: altyn, value: 1, ...more })).toMatchObject({
      status,
      error: { code },
    })
  })

  test('a blocked customer, half a chair, and a price only others may give', async () => {
    const blocked = await customerCalled('Стоп')
    await company.sql(`update app.customers set is_active = false where id = $1`, [blocked])
    expect((await sales.post('/deals', { title: 'Отказ', customerId: blocked, value: 1 })).error.code).toBe(
      'CUSTOMER_BLOCKED',
    )
    const half = [{ productId: chair, quantity: 0.5 }]
    expect((await sales.post('/deals', { title: 'Отказ', customerId: altyn, products: half })).error.code).toBe(
      'QUANTITY_RULE',
    )
    const rep = await company.as('SALES_REP')
    const cheap = (unitPrice: number) =>
      rep.post('/deals', {
        title: 'Скидка',
        customerId: altyn,
        products: [{ productId: chair, quantity: 1, unitPrice }],
      })
    expect((await cheap(99)).error.code).toBe('PRICE_BELOW_MINIMUM')
    expect((await cheap(105)).error.code).toBe('FORBIDDEN')
    expect(await cheap(120)).toMatchObject({
      status: 201,
      data: { value: 120, costAmount: null, products: [{ priceSource: 'MANUAL', cost: null, marginAmount: null }] },
    })
  })
})

describe('lines', () => {
  test('are added, changed and removed, and the deal is worth their sum', async () => {
    const { id } = await withLines()
    const added = await sales.post(`/deals/${id}/products`, { lines: [{ productId: cable, quantity: 1 }] })
    expect(added).toMatchObject({ status: 201, data: { value: 1232, lineCount: 2, version: 2 } })
    const [chairs, cableLine] = added.data.products
    expect(await sales.put(`/deals/${id}/products/${chairs.id}`, { quantity: 1 })).toMatchObject({
      data: { value: 224, products: [{ version: 2 }, { version: 1 }] },
    })
    expect(await sales.delete(`/deals/${id}/products/${cableLine.id}`)).toMatchObject({
      status: 200,
      data: { value: 112, lineCount: 1 },
    })
    expect((await sales.get(`/deals/${id}/products`)).data).toMatchObject([
      { productCode: 'CHAIR', quantity: 1, tax: 12 },
    ])
    expect(await eventsOf(id)).toEqual([
      'deal.created',
      'deal.products.changed',
      'deal.products.changed',
      'deal.products.changed',
    ])
    expect((await sales.put(`/deals/${id}/products/${cableLine.id}`, { quantity: 1 })).status).toBe(404)
  })

  test('a document discount prices them anew', async () => {
    const { id } = await withLines()
    expect(await sales.patch(`/deals/${id}`, { discount: 120, discountType: 'FIXED', value: 5 })).toMatchObject({
      status: 200,
      data: { value: 1000, discountAmount: 120 },
    })
    expect((await sales.patch(`/deals/${id}`, { discount: 2000 })).error.code).toBe('VALIDATION_FAILED')
  })
})

describe('editing', () => {
  test('changes only what is named, and only the version that was seen', async () => {
    const made = await deal({ tags: ['новый'], description: 'Первый звонок' })
    const path = `/deals/${made.id}`
    expect(await sales.patch(path, { title: 'Мебель, 2 этап', probability: 0, version: 1 })).toMatchObject({
      status: 200,
      data: {
        title: 'Мебель, 2 этап',
        tags: ['новый'],
        description: 'Первый звонок',
        probability: 0,
        probabilityManual: true,
        version: 2,
      },
    })
    expect(await sales.put(path, { title: 'Поздно', version: 1 })).toMatchObject({
      status: 409,
      error: { code: 'VERSION_CONFLICT' },
    })
    expect(await sales.patch(path, { title: 'Поздно' }, { 'if-match': '"1"' })).toMatchObject({ status: 412 })
    expect(await sales.patch(path, { stage: 'WON' })).toMatchObject({ status: 400 })
    expect(await sales.patch(path, { value: 560 })).toMatchObject({ data: { value: 560, netValue: 500 } })
  })

  test('the list filters, a stranger sees nothing, a representative only their own', async () => {
    const rep = await company.as('SALES_REP')
    const { id } = await deal({ title: 'Редкая находка', value: 777.77, tags: ['vip'] }, rep)
    const found = await sales.get(
      '/deals?search=находка&tags=vip&minValue=777.77&maxValue=777.77&stage=LEAD&sortBy=value&sortOrder=DESC',
    )
    expect(found).toMatchObject({ meta: { total: 1 }, data: [{ id }] })
    const other = await company.as('SALES_REP')
    expect((await other.get('/deals')).data).toEqual([])
    expect((await other.get(`/deals/${id}`)).status).toBe(404)
    expect((await other.patch(`/deals/${id}`, { title: 'Чужая' })).status).toBe(404)
    expect((await company.other.get(`/deals/${id}`)).status).toBe(404)
  })

  test('assign, checklist, clone, delete and restore', async () => {
    const made = await withLines({ tags: ['a'] })
    const me = (await company.owner.get(`/deals/${(await deal({}, company.owner)).id}`)).data.assignedTo
    expect((await sales.post(`/deals/${made.id}/assign`, { assignedTo: me })).data.assignedTo).toBe(me)
    expect((await sales.put(`/deals/${made.id}/checklist`, { budget_confirmed: true })).data.checklist).toMatchObject({
      budget_confirmed: { done: true },
    })
    const clone = await sales.post(`/deals/${made.id}/clone`, { title: 'Ещё раз' })
    expect(clone).toMatchObject({
      status: 201,
      data: {
        title: 'Ещё раз',
        value: 1120,
        stage: 'LEAD',
        tags: ['a'],
        checklist: {},
        products: [{ priceSource: 'PRODUCT' }],
      },
    })
    expect((await company.owner.delete(`/deals/${made.id}`)).status).toBe(200)
    expect((await sales.get(`/deals/${made.id}`)).status).toBe(404)
    expect((await company.owner.post(`/deals/${made.id}/restore`)).status).toBe(200)
  })

  test('many at once: one bad leaves the others', async () => {
    const good = { title: 'Пакет', customerId: altyn, value: 1 }
    const created = await sales.post('/deals/bulk', {
      deals: [good, { ...good, products: [{ productId: altyn, quantity: 1 }] }],
    })
    expect(created).toMatchObject({ status: 200, data: { counts: { total: 2, created: 1, failed: 1 } } })
    const ids = [created.data.items[0].id]
    expect((await sales.patch('/deals/bulk/stage', { ids, stage: 'QUALIFIED' })).data.counts).toMatchObject({
      updated: 1,
    })
    expect((await sales.patch('/deals/bulk/stage', { ids, stage: 'LOST' })).data.items[0].error.code).toBe(
      'LOST_REASON_REQUIRED',
    )
    expect((await company.owner.post('/deals/bulk-delete', { ids })).data.counts).toMatchObject({ deleted: 1 })
  })
})
