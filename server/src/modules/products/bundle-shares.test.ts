import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { type BundlePart, type BundleTrees, openBundle, priceOfParts } from './bundle-shares.js'

const part = (productId: string, quantity: number, price: number, more: Partial<BundlePart> = {}): BundlePart => ({
  productId,
  name: productId,
  isBundle: false,
  ownPrice: true,
  price: UnitPrice.parse(price),
  vatIncluded: true,
  vatCategory: 'STANDARD',
  vatRate: Rate.parse(12),
  vatExempt: false,
  vatRateId: null,
  vatDate: '2026-11-20',
  unitPrecision: 0,
  quantity: Quantity.parse(quantity),
  priceShare: null,
  ...more,
})
const treesOf = (trees: Record<string, BundlePart[]>): BundleTrees => new Map(Object.entries(trees))
const opened = (trees: BundleTrees, quantity: number, net: number, tax = 0) =>
  openBundle(trees, 'kit', {
    quantity: Quantity.parse(quantity),
    net: Money.parse(net),
    tax: Money.parse(tax),
  }).map(({ productId, quantity, net, tax }) => [productId, quantity.toNumber(), net.toNumber(), tax.toNumber()])

describe('what a part earns', () => {
  test('is shared by list value without VAT, to the tiyn', () => {
    const trees = treesOf({ kit: [part('a', 1, 1), part('b', 1, 1), part('c', 1, 1)] })
    expect(opened(trees, 1, 100, 12)).toEqual([
      ['a', 1, 33.34, 4],
      ['b', 1, 33.33, 4],
      ['c', 1, 33.33, 4],
    ])
    // 112 with VAT inside is worth 100, as much as 100 with VAT on top.
    const mixed = treesOf({ kit: [part('a', 1, 112), part('b', 1, 100, { vatIncluded: false })] })
    expect(opened(mixed, 1, 1000).map(([, , net]) => net)).toEqual([500, 500])
  })

  test('by the shares of the owner when every part has one', () => {
    const shared = { priceShare: Rate.parse(25) }
    expect(
      opened(treesOf({ kit: [part('a', 1, 1, shared), part('b', 3, 9, { priceShare: Rate.parse(75) })] }), 2, 1000),
    ).toEqual([
      ['a', 2, 250, 0],
      ['b', 6, 750, 0],
    ])
    expect(
      opened(treesOf({ kit: [part('a', 1, 10, shared), part('b', 3, 10)] }), 1, 1000).map(([, , net]) => net),
    ).toEqual([250, 750])
  })

  test('by quantity when nothing has a price', () => {
    expect(opened(treesOf({ kit: [part('a', 1, 0), part('b', 3, 0)] }), 1, 100).map(([, , net]) => net)).toEqual([
      25, 75,
    ])
  })

  test('a bundle inside shares out what it was given; the same goods on two ways are one part', () => {
    const trees = treesOf({
      kit: [part('inner', 2, 300, { isBundle: true }), part('a', 1, 400)],
      inner: [part('a', 1, 100), part('b', 2, 100)],
    })
    // inner is worth 2 × 300 of 1000, and gives a third of it to a.
    expect(opened(trees, 1, 1000)).toEqual([
      ['a', 3, 600, 0],
      ['b', 4, 400, 0],
    ])
  })

  test('half a piece is a piece; a metre is counted in millimetres', () => {
    const trees = treesOf({ kit: [part('bolt', 1.5, 1), part('rope', 0.3333, 1, { unitPrecision: 3 })] })
    expect(opened(trees, 3, 10).map(([, quantity]) => quantity)).toEqual([5, 1])
    expect(opened(trees, 1, 10).map(([, quantity]) => quantity)).toEqual([2, 0.334])
  })

  test('whatever the prices and shares, the parts make the whole', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 0, max: 99_999 })), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(parts, parts, fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10n ** 12n), (outer, inner, net, tax) => {
        const made =
          (name: string) =>
          ([thousandths, price]: [number, number], index: number) =>
            part(`${name}${index}`, thousandths / 1000, price)
        const trees = treesOf({
          kit: [...outer.map(made('outer')), part('inner', 1, 7, { isBundle: true, ownPrice: false })],
          inner: inner.map(made('inner')),
        })
        const goods = openBundle(trees, 'kit', { quantity: Quantity.parse(3), net: Money.of(net), tax: Money.of(tax) })
        expect(Money.sum(goods.map((one) => one.net)).tiyn).toBe(net)
        expect(Money.sum(goods.map((one) => one.tax)).tiyn).toBe(tax)
        expect(goods.every((one) => one.quantity.micro % 10n ** 6n === 0n)).toBe(true)
      }),
    )
  })
})

test('a bundle priced by its parts costs what they cost, with its own VAT', () => {
  const trees = treesOf({
    kit: [part('a', 2, 1000), part('inner', 1, 0, { isBundle: true, ownPrice: false })],
    inner: [part('b', 3, 500)],
  })
  const vat = { vatRate: Rate.parse(12), vatExempt: false }
  expect(priceOfParts(trees, 'kit', { ...vat, vatIncluded: true }).toString()).toBe('3500.00')
  expect(priceOfParts(trees, 'kit', { ...vat, vatIncluded: false }).toString()).toBe('3125.00')
})
