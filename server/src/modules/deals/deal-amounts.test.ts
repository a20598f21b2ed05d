import { describe, expect, test } from 'vitest'
import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { priceDocument } from '../pricing/public.js'
import { amountsOf } from './deal-amounts.js'
import type { DealLine } from './deal-line.js'
import { discountForTotal } from './final-amount.js'
import { isCheaper } from './new-lines.js'

function line(quantity: number, price: number, more: Partial<DealLine> = {}): DealLine {
  return {
    id: '',
    productId: '',
    productName: '',
    productCode: null,
    productType: 'PRODUCT',
    quantity: Quantity.parse(quantity),
    unit: 'шт',
    unitPrice: UnitPrice.parse(price),
    priceIncludesVat: true,
    discount: 0n,
    discountType: 'PERCENTAGE',
    vatRate: Rate.parse(12),
    vatExempt: false,
    vatCategory: 'STANDARD',
    vatRateId: null,
    vatDate: '2026-11-20',
    cost: null,
    priceSource: 'PRODUCT',
    specifications: {},
    notes: null,
    sortOrder: 0,
    ...more,
  }
}

describe('margin', () => {
  test('counts discounts and leaves VAT out', () => {
    const { margins, total } = amountsOf(
      [line(10, 1120, { discount: 100_000n, cost: UnitPrice.parse(500) })],
      undefined,
    )
    expect(margins[0]).toEqual({
      costAmount: Money.parse(5000),
      marginAmount: Money.parse(4000),
      marginPercent: Rate.parse('44.4444'),
    })
    expect(total).toEqual(margins[0])
  })

  test('an unknown cost leaves its line out', () => {
    const { margins, total, linesWithoutCost } = amountsOf(
      [line(1, 112), line(1, 224, { cost: UnitPrice.parse(150) })],
      undefined,
    )
    expect(margins[0]!.marginAmount).toBeNull()
    expect([total.marginAmount, total.marginPercent, linesWithoutCost]).toEqual([Money.parse(50), Rate.parse(25), 1])
  })

  test('no lines, no margin; a giveaway has no percentage', () => {
    expect(amountsOf([], undefined).total.costAmount).toBeNull()
    expect(amountsOf([line(1, 0, { cost: UnitPrice.parse(10) })], undefined).total.marginPercent).toBeNull()
    expect(amountsOf([line(1, 0.01, { cost: UnitPrice.parse(10_000) })], undefined).total.marginPercent).toEqual(
      Rate.parse('-999.9999'),
    )
  })
})

describe('the discount that makes a final amount', () => {
  const included = [line(2, 5_000_000), line(1, 5_000_000)]
  const onTop = [line(10, 650_000, { priceIncludesVat: false, discount: 50_000n })]
  test.each([
    [included, '15000000', '0.00'],
    [included, '14000000', '1000000.00'],
    [included, '0.01', '14999999.99'],
    [onTop, '6916000', '0.00'],
    [onTop, '6804000', '100000.00'],
  ])('%# reaches %s with %s', (lines, wanted, expected) => {
    const discount = discountForTotal(lines, Money.parse(wanted))
    expect(Money.of(discount.value / 100n).toString()).toBe(expected)
    expect(priceDocument({ lines, discount }).totalAmount).toEqual(Money.parse(wanted))
  })

  test('is never above what was agreed, and near it', () => {
    for (const wanted of ['6915999.99', '6800000.01', '1234567.89']) {
      const total = priceDocument({ lines: onTop, discount: discountForTotal(onTop, Money.parse(wanted)) }).totalAmount
      const missing = Money.parse(wanted).minus(total).tiyn
      expect(missing >= 0n && missing <= 1n).toBe(true)
    }
  })

  test('a higher amount is refused', () => {
    expect(() => discountForTotal(included, Money.parse('15000000.01'))).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    )
  })
})

test('prices with and without VAT are compared without it', () => {
  const vat = { vatRate: Rate.parse(12), vatExempt: false }
  const list = { unitPrice: UnitPrice.parse(112), priceIncludesVat: true, ...vat }
  expect(isCheaper({ unitPrice: UnitPrice.parse(100), priceIncludesVat: false, ...vat }, list)).toBe(false)
  expect(isCheaper({ unitPrice: UnitPrice.parse('99.9999'), priceIncludesVat: false, ...vat }, list)).toBe(true)
})
