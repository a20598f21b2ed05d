import { productStatuses, type ProductType } from '@prometric/contracts/products'
import { describe, expect, test } from 'vitest'
import { productLifecycle } from './product.lifecycle.js'
import { emptyProduct, type ProductRecord, saidBy } from './product.record.js'
import { behaviours, checkProduct, missingFields, type Told } from './product.rules.js'

const nothing: Told = { price: false, cost: false, bundleItems: false, activeBom: false }
const a = (productType: ProductType, more: Partial<ProductRecord> = {}): ProductRecord => ({
  ...emptyProduct,
  productType,
  purchasable: behaviours[productType].purchasable,
  ...more,
})

describe('what a type demands of an active product', () => {
  test.each<[ProductType, Partial<ProductRecord>, Partial<Told>, string[]]>([
    ['PRODUCT', {}, {}, ['price', 'purchasePrice']],
    ['PRODUCT', { purchasePrice: 0n }, { price: true }, []],
    ['PRODUCT', {}, { price: true, cost: true }, []],
    ['MATERIAL', {}, {}, ['price', 'weight']],
    ['MATERIAL', { purchasePrice: 5n, height: 2 }, {}, []],
    ['SERVICE', {}, {}, ['price']],
    ['SERVICE', {}, { price: true }, []],
    ['DIGITAL', { description: '' }, { price: true }, ['description', 'digitalKind']],
    ['BUNDLE', { bundlePricing: 'COMPONENTS', description: 'Набор' }, {}, ['bundleItems']],
    ['BUNDLE', { description: 'Набор' }, { price: true, bundleItems: true }, []],
    ['MANUFACTURED', {}, { price: true }, ['materialCost', 'laborCost']],
    ['MANUFACTURED', {}, { activeBom: true }, []],
    ['MANUFACTURED', { materialCost: 0n, laborCost: 0n }, {}, []],
  ])('%s %o %o lacks %o', (type, fields, told, missing) => {
    expect(missingFields(a(type, fields), { ...nothing, ...told })).toEqual(missing)
  })
})

describe('what a type has no use for', () => {
  test.each<[ProductType, Partial<ProductRecord>, string]>([
    ['SERVICE', { reorderPoint: '1' }, 'reorderPoint'],
    ['DIGITAL', { batchTracking: true }, 'batchTracking'],
    ['BUNDLE', { purchasable: true }, 'purchasable'],
    ['MANUFACTURED', { purchasable: true }, 'purchasable'],
    ['PRODUCT', { digitalKind: 'LICENSE' }, 'digitalKind'],
    ['MATERIAL', { bundlePricing: 'FIXED' }, 'bundlePricing'],
  ])('%s refuses %o', (type, fields, field) => {
    expect(() => checkProduct(a(type, fields))).toThrow(
      expect.objectContaining({ code: 'OPERATION_NOT_ALLOWED_FOR_TYPE', field }),
    )
  })

  test('stock levels stand in their order, whichever are given', () => {
    expect(() => checkProduct(a('PRODUCT', { minStockLevel: '10', maxStockLevel: '9.5' }))).toThrow(
      expect.objectContaining({ field: 'maxStockLevel' }),
    )
    expect(() =>
      checkProduct(a('PRODUCT', { minStockLevel: '9', reorderPoint: '10', maxStockLevel: '100' })),
    ).not.toThrow()
    expect(() => checkProduct(a('PRODUCT', { expiryDays: 5 }))).toThrow(
      expect.objectContaining({ field: 'expiryDays' }),
    )
  })
})

test('the life of a product, the whole matrix', () => {
  const open = Object.fromEntries(productStatuses.map((status) => [status, productLifecycle.from(status)]))
  expect(open).toEqual({
    DRAFT: ['ACTIVE'],
    ACTIVE: ['INACTIVE', 'DISCONTINUED'],
    INACTIVE: ['ACTIVE', 'DISCONTINUED'],
    DISCONTINUED: ['ACTIVE'],
  })
})

test('a body is read exactly, marginPercent being the markup', () => {
  expect(saidBy({ price: '0.0001', minOrderQuantity: 0.5, marginPercent: 40, version: 3 })).toEqual({
    price: 1n,
    minOrderQuantity: '0.5',
    markupPercent: '40',
  })
  expect(saidBy({ barcode: null })).toEqual({ barcode: null })
})
