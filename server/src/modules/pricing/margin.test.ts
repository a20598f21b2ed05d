import { describe, expect, it, test } from 'vitest'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { manufacturedPrice } from './manufactured-price.js'
import { marginOf } from './margin.js'

describe('marginOf', () => {
  it.each([
    ['67200', '48000', '19200.00', '28.5714', '40'],
    ['100', '0', '100.00', '100', null],
    ['0', '50', '-50.00', null, '-100'],
    ['80', '100', '-20.00', '-25', '-20'],
  ])('sold for %s, cost %s', (net, cost, amount, margin, markup) => {
    const found = marginOf({ netPrice: UnitPrice.parse(net), cost: UnitPrice.parse(cost) })
    expect(found.marginAmount.toString()).toBe(amount)
    expect(found.marginPercent?.toString() ?? null).toBe(margin)
    expect(found.markupPercent?.toString() ?? null).toBe(markup)
  })
})

describe('manufacturedPrice', () => {
  const machine = {
    materialCost: UnitPrice.parse(25_000),
    laborCost: UnitPrice.parse(15_000),
    overheadPercent: Rate.parse(20),
    markupPercent: Rate.parse(40),
    vatRate: Rate.parse(12),
    vatIncluded: true,
    vatExempt: false,
  }

  it.each([
    ['VAT inside', {}, '75264.00'],
    ['VAT on top', { vatIncluded: false }, '67200.00'],
    ['exempt', { vatExempt: true }, '67200.00'],
  ])('%s', (_, change, price) => {
    const found = manufacturedPrice({ ...machine, ...change })
    expect(`${found.baseCost} ${found.overhead} ${found.totalCost}`).toBe('40000.00 8000.00 48000.00')
    expect(found.netPrice.toString()).toBe('67200.00')
    expect(found.price.toString()).toBe(price)
  })

  test('the price is rounded to the tiyn once, the cost keeps four places', () => {
    const screw = { ...machine, materialCost: UnitPrice.parse('0.0333'), laborCost: UnitPrice.zero }
    const found = manufacturedPrice(screw)
    expect([`${found.totalCost}`, `${found.netPrice}`, `${found.price}`]).toEqual(['0.04', '0.056', '0.06'])
  })
})
