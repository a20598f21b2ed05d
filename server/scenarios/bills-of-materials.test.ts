import { afterAll, beforeAll, expect, test } from 'vitest'
import { castOf } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())

test('an activated bill gives the product its cost, and the products above it theirs', async () => {
  const steel = await cast.product('MATERIAL', 'Сталь', { code: 'BOM-STEEL', unit: 'кг', cost: 200 })
  const make = async (code: string) =>
    (
      await company.owner.post('/products', {
        name: code,
        code,
        productType: 'MANUFACTURED',
        status: 'DRAFT',
        overheadPercent: 20,
      })
    ).data
  const leg = await make('BOM-LEG')
  const table = await make('BOM-TABLE')
  const bom = (productId: string, componentId: string, quantityPerUnit: number) =>
    company.owner.post('/operations/production/boms', {
      productId,
      name: 'Основная',
      components: [{ componentId, quantityPerUnit, scrapFactor: 10 }],
      operations: [{ name: 'Сварка', duration: 30, cost: 80 }],
      activate: true,
    })
  const legBom = await bom(leg.id, steel.id, 2)
  expect(legBom).toMatchObject({
    status: 201,
    data: {
      status: 'ACTIVE',
      isDefault: true,
      bomVersion: '1.0',
      materialCost: 440,
      laborCost: 80,
      overheadCost: 104,
      totalCost: 624,
      components: [{ unitCost: 200 }],
    },
  })
  expect((await company.owner.get(`/products/${leg.id}`)).data).toMatchObject({
    materialCost: 440,
    laborCost: 80,
    cost: 624,
  })
  expect((await company.owner.patch(`/products/${leg.id}/status`, { status: 'ACTIVE' })).status).toBe(200)
  expect((await bom(table.id, leg.id, 4)).data).toMatchObject({ materialCost: 2745.6 })
  expect(await bom(table.id, leg.id, 4)).toMatchObject({ status: 409, error: { code: 'DUPLICATE' } })

  await company.owner.put(`/products/${steel.id}`, { cost: 300 })
  await company.settle()
  expect((await company.owner.get(`/products/${leg.id}`)).data).toMatchObject({ materialCost: 660, cost: 888 })
  expect((await company.owner.get(`/products/${table.id}`)).data.materialCost).toBe(3907.2)

  const { data } = await company.owner.get(`/operations/production/bom/${table.id}?quantity=3&explode=true`)
  expect(data.components).toMatchObject([
    { level: 1, componentCode: 'BOM-LEG', required: 14, available: 0, short: 14 },
    { level: 2, componentCode: 'BOM-STEEL', required: 30.8, unitCost: 300 },
  ])
  expect(data.totals).toMatchObject({ totalMinutes: 90, laborCost: 240 })
})

test('a product is never part of itself, and only what is manufactured has a bill', async () => {
  const make = async (code: string) =>
    (await company.owner.post('/products', { name: code, code, productType: 'MANUFACTURED', status: 'DRAFT' })).data.id
  const [a, b] = [await make('CYCLE-A'), await make('CYCLE-B')]
  const bom = (productId: string, componentId: string) =>
    company.owner.post('/operations/production/boms', {
      productId,
      name: 'Спецификация',
      components: [{ componentId, quantityPerUnit: 1 }],
    })
  const first = await bom(a, b)
  expect(first).toMatchObject({ status: 201, data: { status: 'DRAFT' } })
  expect((await bom(b, a)).error).toMatchObject({ code: 'BOM_CYCLE' })
  expect((await bom(a, a)).error).toMatchObject({ code: 'BOM_CYCLE' })
  const { id } = await cast.product('MATERIAL', 'Краска')
  expect((await bom(id, a)).error).toMatchObject({ code: 'OPERATION_NOT_ALLOWED_FOR_TYPE' })
  expect((await company.owner.get(`/operations/production/bom/${a}`)).error).toMatchObject({ code: 'NO_ACTIVE_BOM' })
  expect((await company.owner.post(`/operations/production/boms/${first.data.id}/activate`, {})).data).toMatchObject({
    status: 'ACTIVE',
    isDefault: true,
  })
  expect((await company.owner.get(`/operations/production/boms?productId=${a}`)).data).toMatchObject([
    { productCode: 'CYCLE-A' },
  ])
  expect((await company.owner.delete(`/products/${b}`)).error).toMatchObject({
    code: 'PRODUCT_IN_USE',
    details: { references: [{ type: 'bom' }] },
  })
})
