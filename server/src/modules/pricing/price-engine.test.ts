import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { priceDocument, type LineToPrice, type PricedDocument } from './price-engine.js'

const scale4 = (value: number | string) => UnitPrice.parse(value).units

function line(quantity: number | string, price: number | string, change: Partial<LineToPrice> = {}): LineToPrice {
  return {
    quantity: Quantity.parse(quantity),
    unitPrice: UnitPrice.parse(price),
    priceIncludesVat: false,
    discount: 0n,
    discountType: 'PERCENTAGE',
    vatRate: Rate.parse(12),
    vatExempt: false,
    ...change,
  }
}

const included = { priceIncludesVat: true }
const off = (percent: number) => ({ discount: scale4(percent) })
const summary = (priced: PricedDocument) =>
  priced.vatSummary.map((row) => `${row.rate ?? 'exempt'}: ${row.net} ${row.tax}`)

describe('documents of the specification', () => {
  it.each([
    ['5 % off', [line(10, 650_000, off(5))], '6175000.00', '741000.00', '6916000.00'],
    ['10 % off', [line(50, 400_000, off(10))], '18000000.00', '2160000.00', '20160000.00'],
    ['plain', [line(40, 50_000)], '2000000.00', '240000.00', '2240000.00'],
    [
      'VAT inside',
      [line(2, 5_000_000, included), line(1, 5_000_000, included)],
      '13392857.14',
      '1607142.86',
      '15000000.00',
    ],
    ['nothing', [], '0.00', '0.00', '0.00'],
  ])('%s', (_, lines, subtotal, tax, total) => {
    const priced = priceDocument({ lines })
    expect([`${priced.subtotal}`, `${priced.taxAmount}`, `${priced.totalAmount}`]).toEqual([subtotal, tax, total])
  })

  test('VAT inside is found line by line', () => {
    const { lines } = priceDocument({ lines: [line(2, 5_000_000, included), line(1, 5_000_000, included)] })
    expect(lines.map((each) => `${each.tax}`)).toEqual(['1071428.57', '535714.29'])
  })

  test('a fixed document discount leaves no tiyn behind', () => {
    const lines = [line(1, 100), line(1, 100), line(1, 100)]
    const priced = priceDocument({ lines, discount: { value: scale4(100), type: 'FIXED' } })
    expect(priced.lines.map((each) => `${each.documentDiscountShare}`)).toEqual(['33.34', '33.33', '33.33'])
    expect(`${priced.grossAmount} ${priced.discountAmount} ${priced.subtotal}`).toBe('300.00 100.00 200.00')
  })

  test('shipping is taxed by its own rate and never discounted', () => {
    const priced = priceDocument({
      lines: [line(1, 1000)],
      discount: { value: scale4(10), type: 'PERCENTAGE' },
      shippingCost: Money.parse(500),
      shippingVatRate: Rate.parse(16),
    })
    expect(`${priced.subtotal} ${priced.shippingTax} ${priced.taxAmount} ${priced.totalAmount}`).toBe(
      '900.00 80.00 188.00 1588.00',
    )
    expect(summary(priced)).toEqual(['16: 500.00 80.00', '12: 900.00 108.00'])
  })

  test('zero-rated and exempt turnover stand apart', () => {
    const lines = [line(1, 100, { vatExempt: true }), line(1, 200, { vatRate: Rate.zero }), line(1, 300), line(1, 50)]
    expect(summary(priceDocument({ lines }))).toEqual(['12: 350.00 42.00', '0: 200.00 0.00', 'exempt: 100.00 0.00'])
  })
})

describe('refused discounts', () => {
  const fixed = (value: string) => ({ discount: scale4(value), discountType: 'FIXED' as const })
  it.each([
    ['more than the line', { lines: [line(1, 1), line(1, 100, fixed('100.01'))] }, 'items[1].discount'],
    ['below zero', { lines: [line(1, 100, fixed('-1'))] }, 'items[0].discount'],
    ['parts of a tiyn', { lines: [line(1, 100, fixed('0.005'))] }, 'items[0].discount'],
    ['over a hundred percent', { lines: [line(1, 100, off(101))] }, 'items[0].discount'],
    [
      'more than the document',
      { lines: [line(1, 100)], discount: { value: scale4('100.01'), type: 'FIXED' as const } },
      'discount',
    ],
    ['a negative quantity', { lines: [line(-1, 100)] }, 'items[0].quantity'],
  ])('%s', (_, document, field) => {
    expect(() => priceDocument({ ...document, linesField: 'items' })).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED', field }),
    )
  })

  test('a discount may take everything', () => {
    const priced = priceDocument({ lines: [line(1, 100, fixed('100'))] })
    expect(`${priced.totalAmount} ${priced.discountAmount}`).toBe('0.00 100.00')
  })
})

describe('any document', () => {
  const anyLine: fc.Arbitrary<LineToPrice> = fc.record({
    quantity: fc.bigInt(0n, 10n ** 10n).map(Quantity.of),
    unitPrice: fc.bigInt(0n, 10n ** 11n).map(UnitPrice.of),
    priceIncludesVat: fc.boolean(),
    discount: fc.bigInt(0n, 1_000_000n),
    discountType: fc.constant('PERCENTAGE' as const),
    vatRate: fc.constantFrom('0', '5', '10', '12', '16').map(Rate.parse),
    vatExempt: fc.boolean(),
  })
  const document = fc.record({
    lines: fc.array(anyLine, { maxLength: 12 }),
    discount: fc.record({ value: fc.bigInt(0n, 1_000_000n), type: fc.constant('PERCENTAGE' as const) }),
    shippingCost: fc.bigInt(0n, 10n ** 9n).map(Money.of),
    shippingVatRate: fc.constantFrom('0', '12', '16').map(Rate.parse),
  })

  test('adds up: lines, discounts, summary and total', () => {
    fc.assert(
      fc.property(document, (given) => {
        const priced = priceDocument(given)
        for (const [index, each] of priced.lines.entries()) {
          const t = each.gross.minus(each.lineDiscount).minus(each.documentDiscountShare)
          expect(each.net.plus(each.tax)).toEqual(each.total)
          expect(given.lines[index]?.priceIncludesVat ? each.total : each.net).toEqual(t)
          expect([each.net, each.tax, each.lineDiscount, each.documentDiscountShare].some((m) => m.isNegative())).toBe(
            false,
          )
        }
        const lineTotals = Money.sum(priced.lines.map((each) => each.total))
        expect(priced.totalAmount).toEqual(lineTotals.plus(priced.shippingCost).plus(priced.shippingTax))
        expect(Money.sum(priced.vatSummary.map((row) => row.tax))).toEqual(priced.taxAmount)
        expect(Money.sum(priced.vatSummary.map((row) => row.net))).toEqual(priced.subtotal.plus(priced.shippingCost))
      }),
    )
  })
})
