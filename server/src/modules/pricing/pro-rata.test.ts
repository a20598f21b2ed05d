import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { type PricedLine, priceDocument } from './price-engine.js'
import { amountsLess, keptAmounts } from './pro-rata.js'

const line = fc.record({
  quantity: fc.bigInt(1n, 10n ** 9n).map(Quantity.of),
  unitPrice: fc.bigInt(0n, 10n ** 10n).map(UnitPrice.of),
  priceIncludesVat: fc.boolean(),
  discount: fc.bigInt(0n, 1_000_000n),
  discountType: fc.constant('PERCENTAGE' as const),
  vatRate: fc.constantFrom('0', '5', '12', '16').map(Rate.parse),
  vatExempt: fc.boolean(),
})
const figures = (amounts: PricedLine) => Object.values(amounts)

test('whatever is left of a line still adds up, and a line cancelled bit by bit comes to nothing', () => {
  fc.assert(
    fc.property(
      line,
      fc.bigInt(0n, 1_000_000n),
      fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }),
      (given, discount, cuts) => {
        const { lines } = priceDocument({ lines: [given], discount: { value: discount, type: 'PERCENTAGE' } })
        const whole = lines[0]!
        const taken: PricedLine[] = []
        let [left, open] = [whole, given.quantity]
        for (const percent of [...cuts, 100]) {
          const kept = Quantity.of(open.micro - (open.micro * BigInt(percent)) / 100n)
          const after = keptAmounts(left, given.priceIncludesVat, open, kept)
          taken.push(amountsLess(left, after))
          ;[left, open] = [after, kept]
          const price = after.gross.minus(after.lineDiscount).minus(after.documentDiscountShare)
          expect(after.net.plus(after.tax)).toEqual(after.total)
          expect(given.priceIncludesVat ? after.total : after.net).toEqual(price)
          for (const part of [after, taken.at(-1)!])
            expect(
              [part.net, part.tax, part.lineDiscount, part.documentDiscountShare].some((one) => one.isNegative()),
            ).toBe(false)
        }
        expect(figures(left).every((figure) => figure.isZero())).toBe(true)
        const sum = taken.reduce((a, b) => amountsLess(a, amountsLess(left, b)))
        expect(figures(sum).map(String)).toEqual(figures(whole).map(String))
      },
    ),
  )
})

test('all of a line is the line, and nothing of it is nothing', () => {
  const { lines } = priceDocument({
    lines: [
      {
        quantity: Quantity.parse('7'),
        unitPrice: UnitPrice.parse('33.3333'),
        priceIncludesVat: true,
        discount: 35_000n,
        discountType: 'PERCENTAGE',
        vatRate: Rate.parse('12'),
        vatExempt: false,
      },
    ],
  })
  const seven = Quantity.parse(7)
  expect(figures(keptAmounts(lines[0]!, true, seven, seven)).map(String)).toEqual(figures(lines[0]!).map(String))
  expect(figures(keptAmounts(lines[0]!, true, seven, Quantity.zero)).every((figure) => figure.isZero())).toBe(true)
})
