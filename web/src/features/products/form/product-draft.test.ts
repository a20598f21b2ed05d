import { expect, test } from 'vitest'
import { changesOf, draftOf, newOf } from './product-draft.js'

test('a new product says only what its type has and what was filled in', () => {
  const draft = { ...draftOf(), productType: 'SERVICE' as const, name: ' Монтаж ', price: 5000, minStockLevel: 3 }
  expect(newOf(draft, [], false)).toEqual({ productType: 'SERVICE', name: 'Монтаж', price: 5000 })
})

test('a bundle brings its parts and how it is priced', () => {
  const draft = { ...draftOf(), productType: 'BUNDLE' as const, name: 'Набор', bundlePricing: 'COMPONENTS' }
  const part = { componentId: 'a', name: 'Стол', unit: 'шт', quantity: 2 }
  expect(newOf(draft, [part], true)).toEqual({
    productType: 'BUNDLE',
    name: 'Набор',
    bundlePricing: 'COMPONENTS',
    bundleItems: [{ componentId: 'a', quantity: 2, sortOrder: 0 }],
    status: 'DRAFT',
  })
})

test.each([
  ['exempt', { vatExempt: true }],
  ['settings', { vatExempt: false, vatRateId: null }],
  ['0199-rate', { vatExempt: false, vatRateId: '0199-rate' }],
])('VAT chosen as %s', (vat, told) => {
  const before = { ...draftOf(), name: 'Стол', vat: 'typed' }
  expect(changesOf(before, { ...before, vat })).toEqual(told)
})

test('a price that was cleared is not told, a level is', () => {
  const before = { ...draftOf(), name: 'Стол', price: 100, minStockLevel: 5 }
  expect(changesOf(before, { ...before, price: null, minStockLevel: null })).toEqual({ minStockLevel: null })
})
