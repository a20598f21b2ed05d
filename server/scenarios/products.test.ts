import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, openCompany } from './support/company.js'

let company: Company
beforeAll(async () => void (company = await openCompany()))
afterAll(() => company.close())

const cable = { name: 'Кабель ВВГ 3×2,5', code: 'CABLE-3x2.5', price: 450, purchasePrice: 300, unit: 'м' }

/** A product in the catalogue, by default a ready material. */
async function material(code: string, more: object = {}) {
  const answer = await company.owner.post('/products', {
    name: `Материал ${code}`,
    code,
    productType: 'MATERIAL',
    weight: 1.5,
    purchasePrice: 100,
    cost: 100,
    ...more,
  })
  expect(answer.status, JSON.stringify(answer.error)).toBe(201)
  return answer.data
}

describe('a product of each type', () => {
  test('goods come with their VAT split and their margin', async () => {
    const { status, data } = await company.owner.post('/products', {
      ...cable,
      code: 'CABLE-1',
      cost: 300.5,
      price: 450000,
    })
    expect(status).toBe(201)
    expect(data).toMatchObject({
      code: 'CABLE-1',
      status: 'ACTIVE',
      vatRate: 12,
      vatIncluded: true,
      price: 450000,
      priceWithoutVat: 401785.71,
      priceWithVat: 450000,
      marginAmount: 401485.21,
      trackInventory: true,
      sellable: true,
      purchasable: true,
      version: 1,
      inventory: { onHand: 0, available: 0, status: 'OUT_OF_STOCK' },
    })
  })

  test.each([
    ['PRODUCT', { price: 10 }, ['purchasePrice']],
    ['MATERIAL', { price: 10 }, ['weight']],
    ['SERVICE', {}, ['price']],
    ['DIGITAL', { price: 10 }, ['description', 'digitalKind']],
    ['BUNDLE', { price: 10, description: 'Набор' }, ['bundleItems']],
    ['MANUFACTURED', { materialCost: 10 }, ['laborCost']],
  ])('%s is not active without what its type demands', async (productType, said, missing) => {
    const body = { name: 'Неполный', productType, ...said }
    const refused = await company.owner.post('/products', body)
    expect(refused).toMatchObject({ status: 422, error: { code: 'PRODUCT_TYPE_RULE', details: { missing } } })
    const draft = await company.owner.post('/products', { ...body, status: 'DRAFT' })
    expect(draft).toMatchObject({ status: 201, data: { status: 'DRAFT' } })
    const activated = await company.owner.patch(`/products/${draft.data.id}/status`, { status: 'ACTIVE' })
    expect(activated.error).toMatchObject({ code: 'PRODUCT_TYPE_RULE', details: { missing } })
  })

  test('a price of zero is a price', async () => {
    expect(await company.owner.post('/products', { name: 'Подарок', productType: 'SERVICE', price: 0 })).toMatchObject({
      status: 201,
      data: { price: 0 },
    })
    const draft = await company.owner.post('/products', {
      name: 'Подарок позже',
      productType: 'SERVICE',
      status: 'DRAFT',
    })
    expect((await company.owner.put(`/products/${draft.data.id}`, { price: 0 })).status).toBe(200)
    expect(await company.owner.patch(`/products/${draft.data.id}/status`, { status: 'ACTIVE' })).toMatchObject({
      status: 200,
      data: { status: 'ACTIVE' },
    })
  })

  test('what is manufactured is priced from its costs', async () => {
    const { data } = await company.owner.post('/products', {
      name: 'Стол',
      productType: 'MANUFACTURED',
      materialCost: 25000,
      laborCost: 15000,
      overheadPercent: 20,
      marginPercent: 40,
    })
    expect(data).toMatchObject({
      cost: 48000,
      price: 75264,
      priceWithoutVat: 67200,
      priceWithVat: 75264,
      markupPercent: 40,
      purchasable: false,
    })
  })

  test('a type refuses what it has no use for', async () => {
    const refused = await company.owner.post('/products', {
      name: 'Монтаж',
      productType: 'SERVICE',
      price: 5,
      minStockLevel: 3,
    })
    expect(refused).toMatchObject({
      status: 422,
      error: { code: 'OPERATION_NOT_ALLOWED_FOR_TYPE', details: { field: 'minStockLevel' } },
    })
  })
})

describe('codes', () => {
  test('are made from the type or the category, and unique whatever the case', async () => {
    const first = await company.owner.post('/products', { name: 'Выезд', productType: 'SERVICE', price: 5 })
    expect(first.data.code).toMatch(/^SRV-\d{5}$/)
    const { data: category } = await company.owner.post('/products/categories', {
      name: 'Кабели',
      code: 'КАБ',
      defaultUnit: 'м',
    })
    const second = await company.owner.post('/products', {
      name: 'Кабель',
      categoryId: category.id,
      price: 5,
      purchasePrice: 3,
    })
    expect(second.data).toMatchObject({ unit: 'м', category: { id: category.id, name: 'Кабели' } })
    expect(second.data.code).toBe('КАБ-00001')
    await material('Болт-М8')
    const twin = await company.owner.post('/products', { ...cable, code: 'бОЛТ-м8' })
    expect(twin).toMatchObject({ status: 409, error: { code: 'PRODUCT_CODE_EXISTS', details: { code: 'бОЛТ-м8' } } })
  })

  test('a barcode belongs to one product', async () => {
    await material('BAR-1', { barcode: '4870001' })
    const twin = await company.owner.post('/products', { ...cable, code: 'BAR-2', barcode: '4870001' })
    expect(twin).toMatchObject({ status: 409, error: { code: 'DUPLICATE', details: { field: 'barcode' } } })
  })
})

describe('changing', () => {
  test('writes the price history, says what happened and guards the version', async () => {
    const { data: made } = await company.owner.post('/products', { ...cable, code: 'CHANGE-1' })
    const changed = await company.owner.put(`/products/${made.id}`, { price: 500, version: 1 })
    expect(changed.data).toMatchObject({ price: 500, version: 2 })
    expect(await company.owner.put(`/products/${made.id}`, { price: 600, version: 1 })).toMatchObject({
      status: 409,
      error: { code: 'VERSION_CONFLICT' },
    })
    const stale = await company.owner.patch(`/products/${made.id}`, { price: 600 }, { 'if-match': '"1"' })
    expect(stale).toMatchObject({ status: 412, error: { code: 'PRECONDITION_FAILED' } })
    const { data: history } = await company.owner.get(`/products/${made.id}/price-history?field=PRICE`)
    expect(history).toMatchObject([
      { oldValue: 450, newValue: 500, reason: 'MANUAL' },
      { oldValue: null, newValue: 450 },
    ])
    const events = await company.sql<{ name: string }>(
      'select name from outbox_events where aggregate_id = $1 order by pos',
      [made.id],
    )
    expect(events.map((event) => event.name)).toEqual(['product.created', 'product.updated', 'product.price.changed'])
  })

  test('a life has its legal moves', async () => {
    const { id } = await material('LIFE-1')
    const move = (status: string, more: object = {}) =>
      company.owner.patch(`/products/${id}/status`, { status, ...more })
    expect((await move('DISCONTINUED')).data).toMatchObject({
      status: 'DISCONTINUED',
      discontinuedAt: expect.any(String),
    })
    expect((await move('INACTIVE')).error).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { allowed: ['ACTIVE'] },
    })
    expect((await move('ACTIVE')).status).toBe(400)
    expect((await move('ACTIVE', { reason: 'снова в продаже' })).data.status).toBe('ACTIVE')
  })

  test('costs are for those who may see them', async () => {
    const { id } = await material('SECRET-1')
    const rep = await company.as('SALES_REP')
    expect((await rep.get(`/products/${id}`)).data).toMatchObject({
      cost: null,
      purchasePrice: null,
      marginAmount: null,
      code: 'SECRET-1',
    })
    expect((await rep.get('/products?sort=-cost')).status).toBe(403)
    expect((await rep.post('/products', cable)).status).toBe(403)
    expect((await company.other.get(`/products/${id}`)).status).toBe(404)
  })
})

describe('finding', () => {
  test('by folded words, by subtree and by stock', async () => {
    const { data: root } = await company.owner.post('/products/categories', { name: 'Жиһаз' })
    const { data: child } = await company.owner.post('/products/categories', { name: 'Үстелдер', parentId: root.id })
    await material('FIND-1', { name: 'Үстел «Қазына»', categoryId: child.id, tags: ['дуб'] })
    expect((await company.owner.get(`/products?search=${encodeURIComponent('казына')}`)).data).toMatchObject([
      { code: 'FIND-1' },
    ])
    const found = await company.owner.get(
      `/products?categoryId=${root.id}&status=ACTIVE,DRAFT&productType=MATERIAL&tags=${encodeURIComponent('дуб')}`,
    )
    expect(found).toMatchObject({ status: 200, data: [{ code: 'FIND-1' }], meta: { total: 1 } })
    expect((await company.owner.get(`/products?categoryId=${root.id}&inStock=true`)).meta.total).toBe(0)
    expect(
      (await company.owner.get(`/products?categoryId=${root.id}&minPrice=0&maxPrice=99&sort=-price,name`)).meta.total,
    ).toBe(1)
    const { data: hits } = await company.owner.get(`/products/search?q=${encodeURIComponent('FIND')}&limit=5`)
    expect(hits).toMatchObject([{ code: 'FIND-1' }])
  })
})

describe('deleting', () => {
  test('is refused while something open names the product, and can be taken back', async () => {
    const bolt = await material('DEL-1')
    const { data: kit } = await company.owner.post('/products', {
      name: 'Набор',
      code: 'DEL-KIT',
      productType: 'BUNDLE',
      price: 100,
      description: 'Набор болтов',
      bundleItems: [{ componentId: bolt.id, quantity: 4 }],
    })
    const refused = await company.owner.delete(`/products/${bolt.id}`)
    expect(refused).toMatchObject({
      status: 409,
      error: { code: 'PRODUCT_IN_USE', details: { references: [{ type: 'bundle', id: kit.id, number: 'DEL-KIT' }] } },
    })
    expect((await company.owner.delete(`/products/${kit.id}`)).status).toBe(200)
    expect((await company.owner.delete(`/products/${bolt.id}`)).status).toBe(200)
    expect((await company.owner.get(`/products/${bolt.id}`)).status).toBe(404)
    expect((await company.owner.post(`/products/${bolt.id}/restore`)).data).toMatchObject({ code: 'DEL-1' })
  })

  test('many at once answer one by one, or all together', async () => {
    const products = [
      { ...cable, code: 'BULK-1' },
      { ...cable, code: 'bulk-1' },
      { ...cable, code: 'BULK-2' },
    ]
    const { data } = await company.owner.post('/products/bulk', { products })
    expect(data.items).toMatchObject([
      { status: 'CREATED' },
      { status: 'FAILED', error: { code: 'PRODUCT_CODE_EXISTS' } },
      { status: 'CREATED' },
    ])
    expect(data.counts).toEqual({ total: 3, created: 2, failed: 1 })
    const whole = await company.owner.post('/products/bulk', {
      atomic: true,
      products: [
        { ...cable, code: 'BULK-3' },
        { ...cable, code: 'BULK-1' },
      ],
    })
    expect(whole.status).toBe(409)
    expect((await company.owner.get('/products?search=bulk-3')).meta.total).toBe(0)
    const gone = await company.owner.post('/products/bulk-delete', { ids: [data.items[0].id, company.workspaceId] })
    expect(gone.data.items).toMatchObject([{ status: 'DELETED' }, { status: 'FAILED', error: { code: 'NOT_FOUND' } }])
  })
})

describe('bundles and categories', () => {
  test('a bundle never contains itself', async () => {
    const screw = await material('LOOP-1')
    const bundle = async (code: string, componentId: string) =>
      (
        await company.owner.post('/products', {
          name: code,
          code,
          productType: 'BUNDLE',
          price: 10,
          description: code,
          bundleItems: [{ componentId, quantity: 2 }],
        })
      ).data
    const inner = await bundle('LOOP-2', screw.id)
    const middle = await bundle('LOOP-3', inner.id)
    const outer = await bundle('LOOP-4', middle.id)
    const loop = await company.owner.put(`/products/${inner.id}/bundle-items`, {
      items: [{ componentId: outer.id, quantity: 1 }],
    })
    expect(loop).toMatchObject({ status: 422, error: { code: 'BUNDLE_CYCLE' } })
    const deep = await company.owner.post('/products', {
      name: 'Глубокий',
      productType: 'BUNDLE',
      price: 1,
      description: '-',
      bundleItems: [{ componentId: outer.id, quantity: 1 }],
    })
    expect(deep.error).toMatchObject({ code: 'BUNDLE_CYCLE', details: { reason: 'TOO_DEEP' } })
    expect((await company.owner.get(`/products/${middle.id}/bundle-items`)).data).toMatchObject([
      { componentCode: 'LOOP-2', quantity: 2 },
    ])
  })

  test('a category moves with everything below, six deep at most, never into itself', async () => {
    const make = async (name: string, parentId?: string) =>
      company.owner.post('/products/categories', { name, ...(parentId ? { parentId } : {}) })
    const chain = [(await make('Уровень 1')).data]
    for (let level = 2; level <= 6; level++) chain.push((await make(`Уровень ${level}`, chain.at(-1).id)).data)
    expect((await make('Уровень 7', chain.at(-1).id)).status).toBe(422)
    expect((await make('Уровень 2', chain[0].id)).error).toMatchObject({
      code: 'DUPLICATE',
      details: { field: 'name' },
    })
    const loop = await company.owner.put(`/products/categories/${chain[1].id}`, { parentId: chain[4].id })
    expect(loop.error).toMatchObject({ code: 'CATEGORY_CYCLE' })
    const { data: top } = await make('Новый верх')
    expect(
      (await company.owner.patch(`/products/categories/${chain[3].id}`, { parentId: top.id, code: 'ВЕРХ' })).data
        .parentId,
    ).toBe(top.id)
    expect((await company.owner.get(`/products/categories/${chain[5].id}`)).data.path).toBe(
      `/${top.id}/${chain[3].id}/${chain[4].id}/${chain[5].id}/`,
    )
    expect((await company.owner.delete(`/products/categories/${chain[3].id}`, {})).error).toMatchObject({
      code: 'IN_USE',
    })
    expect((await company.owner.delete(`/products/categories/${chain[3].id}`, { moveTo: chain[0].id })).status).toBe(
      200,
    )
    const { data: flat } = await company.owner.get('/products/categories?flat=true&includeCounts=true')
    expect(flat.find((row: { id: string }) => row.id === chain[4].id)).toMatchObject({
      parentId: chain[0].id,
      productCount: 0,
    })
    expect(
      (await company.owner.get('/products/categories')).data.find((row: { id: string }) => row.id === chain[0].id)
        .children,
    ).toHaveLength(2)
  })

  test('units, prices and stock can be asked', async () => {
    expect((await company.owner.post('/units', { code: 'рулон', name: 'Рулон', kind: 'COUNT' })).status).toBe(201)
    expect((await company.owner.post('/units', { code: 'рулон', name: 'Рулон', kind: 'COUNT' })).status).toBe(409)
    const { data } = await company.owner.post('/products/price/calculate', {
      materialCost: 25000,
      laborCost: 15000,
      overheadPercent: 20,
      markupPercent: 40,
    })
    expect(data).toMatchObject({
      totalCost: 48000,
      netPrice: 67200,
      price: 75264,
      vatAmount: 8064,
      marginAmount: 19200,
      markupPercent: 40,
    })
    const { id } = await material('STOCK-1')
    expect((await company.owner.get(`/products/${id}/inventory`)).data).toMatchObject({
      rows: [],
      totals: { onHand: 0, available: 0 },
    })
  })
})
