import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

describe('a card brings what its page shows', () => {
  let company: Company
  let cast: ReturnType<typeof castOf>

  beforeAll(async () => {
    company = await openCompany()
    cast = castOf(company)
  })
  afterAll(() => company.close())

  test('a customer with the documents, to each person those that are theirs', async () => {
    const table = await cast.product('PRODUCT', 'Стол')
    const buyer = await cast.customer()
    const deal = await cast.deal(buyer.id, [[table.id, 2]])
    ok(await company.owner.post(`/deals/${deal.id}/win`, {}))
    ok(await company.owner.post(`/customers/${buyer.id}/notes`, { content: 'Звонить после обеда' }))
    const card = ok(await company.owner.get(`/customers/${buyer.id}?include=deals,orders,invoices,notes`)).data
    expect(card.deals).toMatchObject([{ id: deal.id, stage: 'WON', value: deal.value }])
    expect(card.orders).toMatchObject([{ status: expect.any(String), totalAmount: deal.value }])
    expect(card.invoices).toMatchObject([{ totalAmount: deal.value, balanceDue: deal.value }])
    expect(card.notes[0].authorName).toMatch(/\S/)

    const rep = await company.as('SALES_REP')
    const own = ok(await rep.post('/customers', { name: 'ИП Омаров', type: 'INDIVIDUAL', phone: '+77071112233' })).data
    const theirs = ok(await rep.post('/deals', { title: 'Своя сделка', customerId: own.id, value: 1000 })).data
    await cast.deal(own.id, [[table.id, 1]], { title: 'Чужая сделка' })
    const seen = ok(await rep.get(`/customers/${own.id}?include=deals`)).data
    expect(seen.deals).toMatchObject([{ id: theirs.id }])
  })

  test('documents that somebody may not see are refused, not left out', async () => {
    const buyer = await cast.customer()
    const accountant = await company.as('ACCOUNTANT')
    ok(await accountant.get(`/customers/${buyer.id}?include=invoices`))
    expect((await accountant.get(`/customers/${buyer.id}?include=deals`)).status).toBe(403)
  })

  test('a product with its parts, without costs for those who may not see them', async () => {
    const shelf = await cast.product('PRODUCT', 'Стеллаж', { cost: 4000 })
    await cast.stock(shelf.id, 7)
    const path = `/products/${shelf.id}?include=stock,priceHistory,bundleItems,movements`
    const card = ok(await company.owner.get(path)).data
    expect(card.stock).toMatchObject([{ quantity: 7, availableQuantity: 7, unitCost: 5000 }])
    expect(card.movements).toMatchObject([{ type: 'ADJUSTMENT_IN', quantity: 7, balanceAfter: 7, unitCost: 5000 }])
    expect(card.priceHistory.map(({ field }: { field: string }) => field)).toContain('COST')

    const rep = await company.as('SALES_REP')
    const seen = ok(await rep.get(`/products/${shelf.id}?include=stock,priceHistory`)).data
    expect(seen.stock).toMatchObject([{ quantity: 7, unitCost: null }])
    expect(new Set(seen.priceHistory.map(({ field }: { field: string }) => field))).toEqual(new Set(['PRICE']))
  })
})
