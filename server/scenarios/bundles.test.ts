import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
let customerId: string
beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  customerId = (await cast.customer()).id
})
afterAll(() => company.close())

type Item = Record<string, never> & {
  id: string
  productId: string
  parentItemId: string | null
  quantity: number
  unitPrice: number
  netAmount: number
  taxAmount: number
  revenueShare: number | null
  taxShare: number | null
}
const part = (componentId: string, quantity: number, more: Record<string, unknown> = {}) => ({
  componentId,
  quantity,
  ...more,
})
const bundle = (bundleItems: unknown[], more: Record<string, unknown> = {}) =>
  cast.product('BUNDLE', 'Набор', { bundleItems, ...more })
const won = async (lines: Parameters<typeof cast.deal>[1], more: Record<string, unknown> = {}): Promise<Item[]> => {
  const deal = await cast.deal(customerId, lines, more)
  const { order } = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  return ok(await company.owner.get(`/orders/${order.id}?include=items`)).data.items
}
const partsOf = (items: readonly Item[], productId: string) => {
  const parent = items.find((item) => item.productId === productId)!
  return { parent, parts: items.filter((item) => item.parentItemId === parent.id) }
}
const sum = (values: ReadonlyArray<number | null>) =>
  Math.round(values.reduce<number>((all, one) => all + (one ?? 0) * 100, 0)) / 100

describe('the parts of a bundle on an order', () => {
  test('show no price but keep their share of net and VAT, to the tiyn', async () => {
    const [one, two, three] = await Promise.all(
      ['А', 'Б', 'В'].map((name) => cast.product('PRODUCT', name, { price: 1120 })),
    )
    const kit = await bundle([part(one!.id, 1), part(two!.id, 1), part(three!.id, 1)], {
      price: 100,
      vatIncluded: true,
    })
    const { parent, parts } = partsOf(await won([[kit.id, 1]]), kit.id)
    expect(parent).toMatchObject({ netAmount: 89.29, taxAmount: 10.71, revenueShare: null })
    expect(parts.map((item) => [item.unitPrice, item.netAmount, item.revenueShare, item.taxShare])).toEqual([
      [0, 0, 29.77, 3.57],
      [0, 0, 29.76, 3.57],
      [0, 0, 29.76, 3.57],
    ])
    expect([sum(parts.map((item) => item.revenueShare)), sum(parts.map((item) => item.taxShare))]).toEqual([
      89.29, 10.71,
    ])
  })

  test('share by list price without VAT after every discount, or as their owner said', async () => {
    const dear = await cast.product('PRODUCT', 'Дорогая', { price: 3000, vatIncluded: false })
    const cheap = await cast.product('PRODUCT', 'Дешёвая', { price: 1120, vatIncluded: true })
    const byList = await bundle([part(dear.id, 1), part(cheap.id, 1)], { price: 3600 })
    const byOwner = await bundle([part(dear.id, 1, { priceShare: 10 }), part(cheap.id, 1, { priceShare: 30 })], {
      price: 1000,
    })
    const items = await won(
      [
        [byList.id, 2, { priceIncludesVat: false, discount: 5 }],
        [byOwner.id, 1],
      ],
      { discount: 1 },
    )
    const first = partsOf(items, byList.id)
    expect(first.parts.map((item) => item.revenueShare)).toEqual([
      sum([first.parent.netAmount * 0.75]),
      sum([first.parent.netAmount * 0.25]),
    ])
    expect(sum(first.parts.map((item) => item.revenueShare))).toBe(first.parent.netAmount)
    const second = partsOf(items, byOwner.id)
    expect(sum(second.parts.map((item) => item.revenueShare))).toBe(second.parent.netAmount)
    expect(second.parts[1]!.revenueShare! / second.parts[0]!.revenueShare!).toBeCloseTo(3, 1)
  })

  test('are counted in whole units, rounded up', async () => {
    const bolt = await cast.product('PRODUCT', 'Болт')
    const rope = await cast.product('PRODUCT', 'Шнур', { unit: 'м' })
    const kit = await bundle([part(bolt.id, 1.5), part(rope.id, 0.3333)])
    const quantities = async (count: number) =>
      partsOf(await won([[kit.id, count]]), kit.id).parts.map((item) => item.quantity)
    expect(await quantities(1)).toEqual([2, 0.334])
    expect(await quantities(3)).toEqual([5, 1])
  })

  test('come out of bundles inside, each product once, and share what the inner bundle is given', async () => {
    const [leg, top] = [
      await cast.product('PRODUCT', 'Ножка', { price: 100 }),
      await cast.product('PRODUCT', 'Крышка', { price: 200 }),
    ]
    const legs = await bundle([part(leg.id, 4), part(top.id, 1, { isOptional: true })], { price: 600 })
    const table = await bundle([part(legs.id, 1), part(top.id, 1), part(leg.id, 2)], { price: 900 })
    const { parent, parts } = partsOf(await won([[table.id, 2]]), table.id)
    expect(parts.map((item) => [item.productId, item.quantity])).toEqual([
      [leg.id, 12],
      [top.id, 2],
    ])
    // Of 1000 by list: the legs' bundle 600 and two more legs 200; the top 200.
    expect(parts[1]!.revenueShare).toBeCloseTo(parent.netAmount * 0.2, 2)
    expect(sum(parts.map((item) => item.revenueShare))).toBe(parent.netAmount)
  })

  test('the same from an order by hand', async () => {
    const [one, two] = [
      await cast.product('PRODUCT', 'А', { price: 1 }),
      await cast.product('SERVICE', 'Сборка', { price: 2 }),
    ]
    const kit = await bundle([part(one.id, 1), part(two.id, 1)], { price: 100, vatIncluded: false })
    const order = ok(
      await company.owner.post('/orders', { customerId, items: [{ productId: kit.id, quantity: 1 }] }),
    ).data
    const { parts } = partsOf(order.items, kit.id)
    expect(parts.map((item) => item.revenueShare)).toEqual([33.33, 66.67])
  })
})

describe('a bundle is not sold', () => {
  test('while a part of it is not, however deep', async () => {
    const screw = await cast.product('PRODUCT', 'Шуруп особый')
    const box = await bundle([part(screw.id, 10)])
    const crate = await bundle([part(box.id, 2)])
    const deal = await cast.deal(customerId, [[crate.id, 1]])
    ok(await company.owner.patch(`/products/${screw.id}/status`, { status: 'INACTIVE' }))
    const refused = { status: 422, error: { code: 'PRODUCT_NOT_SELLABLE', details: { product: 'Шуруп особый' } } }
    const items = [{ productId: crate.id, quantity: 1 }]
    expect(await company.owner.post('/orders', { customerId, items })).toMatchObject(refused)
    expect(await company.owner.post('/orders/preview', { customerId, items })).toMatchObject(refused)
    expect(await company.owner.post('/deals', { title: 'Ящики', customerId, products: items })).toMatchObject(refused)
    expect(await company.owner.post(`/deals/${deal.id}/win`, {})).toMatchObject(refused)
    expect(ok(await company.owner.get(`/deals/${deal.id}`)).data.stage).toBe('LEAD')
    ok(await company.owner.patch(`/products/${screw.id}/status`, { status: 'ACTIVE' }))
    ok(await company.owner.post(`/deals/${deal.id}/win`, {}))
  })

  test('with optional parts alone: that is refused where it is made', async () => {
    const gift = await cast.product('PRODUCT', 'Подарок')
    const body = { name: 'Пустой', code: 'BND-EMPTY', productType: 'BUNDLE', price: 1, description: 'Набор' }
    const optional = [part(gift.id, 1, { isOptional: true })]
    const lacks = { status: 422, error: { code: 'PRODUCT_TYPE_RULE', details: { missing: ['bundleItems'] } } }
    expect(await company.owner.post('/products', { ...body, bundleItems: optional })).toMatchObject(lacks)
    const draft = ok(await company.owner.post('/products', { ...body, status: 'DRAFT', bundleItems: optional })).data
    expect(await company.owner.patch(`/products/${draft.id}/status`, { status: 'ACTIVE' })).toMatchObject(lacks)
    ok(
      await company.owner.put(`/products/${draft.id}/bundle-items`, {
        items: [...optional, part((await cast.product('PRODUCT', 'Основа')).id, 1)],
      }),
    )
    ok(await company.owner.patch(`/products/${draft.id}/status`, { status: 'ACTIVE' }))
    expect(await company.owner.put(`/products/${draft.id}/bundle-items`, { items: optional })).toMatchObject(lacks)
  })
})

describe('prices', () => {
  test('a bundle may cost what its parts cost today', async () => {
    const [one, two] = [
      await cast.product('PRODUCT', 'А', { price: 1120 }),
      await cast.product('PRODUCT', 'Б', { price: 500, vatIncluded: false }),
    ]
    const kit = await bundle([part(one.id, 2), part(two.id, 1)], {
      bundlePricing: 'COMPONENTS',
      price: 0,
      vatIncluded: true,
    })
    const card = async () => ok(await company.owner.get(`/products/${kit.id}`)).data
    expect(await card()).toMatchObject({ price: 2800, priceWithoutVat: 2500, bundlePricing: 'COMPONENTS' })
    expect(await cast.deal(customerId, [[kit.id, 3]])).toMatchObject({ value: 8400 })
    ok(await company.owner.put(`/products/${one.id}`, { price: 2240 }))
    expect((await card()).price).toBe(5040)
    const [listed] = ok(await company.owner.get(`/products?search=${kit.code}`)).data
    expect(listed.price).toBe(5040)
  })

  test('the service that stands for deals needs no price', async () => {
    const [service] = ok(await company.owner.get('/products?search=DEAL-SERVICE')).data
    const renamed = ok(await company.owner.put(`/products/${service.id}`, { name: 'Работы по договору' })).data
    expect(renamed).toMatchObject({ name: 'Работы по договору', price: 0, code: 'DEAL-SERVICE' })
    expect(await company.owner.put(`/products/${service.id}`, { code: 'OTHER' })).toMatchObject({ status: 422 })
    ok(await company.owner.patch(`/products/${service.id}/status`, { status: 'INACTIVE' }))
    ok(await company.owner.patch(`/products/${service.id}/status`, { status: 'ACTIVE' }))
    // Any other service must have been given one, zero included.
    expect(
      (await company.owner.post('/products', { name: 'Без цены', code: 'SRV-0', productType: 'SERVICE' })).error.details
        .missing,
    ).toEqual(['price'])
    ok(await company.owner.post('/products', { name: 'Даром', code: 'SRV-1', productType: 'SERVICE', price: 0 }))
  })
})

test('the books are whole', async () => {
  await company.settle()
  expect(await brokenInvariants(company.sql)).toEqual([])
})
