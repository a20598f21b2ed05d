import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Money } from './money.js'
import { Quantity } from './quantity.js'
import { Rate } from './rate.js'
import { InexactNumber, formatScaled, parseScaled } from './scaled.js'
import { UnitPrice } from './unit-price.js'

describe('parse', () => {
  it.each([
    ['12.30', 2, 1230n],
    [12.3, 2, 1230n],
    ['12.3000', 2, 1230n],
    ['-0.01', 2, -1n],
    [-0, 2, 0n],
    ['0007', 0, 7n],
    [0.1, 2, 10n],
    [9_999_999_999_999.99, 2, 999_999_999_999_999n],
    [99_999_999_999.9999, 4, 999_999_999_999_999n],
    [Number.MAX_SAFE_INTEGER, 2, 900_719_925_474_099_100n],
    ['123456789012345678901.5', 1, 1_234_567_890_123_456_789_015n],
  ])('%s at scale %s is %s', (given, scale, expected) => {
    expect(parseScaled(given, scale)).toBe(expected)
  })

  it.each([
    [0.30000000000000004, 2],
    [0.001, 2],
    ['1.005', 2],
    [1e-7, 6],
    [1e21, 2],
    [123_456_789_012_345.67, 2],
    [Number.NaN, 2],
    [Number.POSITIVE_INFINITY, 2],
    ['', 2],
    [' 1', 2],
    ['1e3', 2],
    ['1,5', 2],
    ['+1', 2],
    ['.5', 2],
    ['5.', 2],
    ['٣', 2],
    ['1\n', 2],
  ])('%s at scale %s is refused', (given, scale) => {
    expect(() => parseScaled(given, scale)).toThrow(InexactNumber)
  })
})

describe('text', () => {
  it.each([
    [Money.parse('1234.5'), '1234.50'],
    [Money.of(-5n), '-0.05'],
    [UnitPrice.parse('0.1234'), '0.1234'],
    [UnitPrice.parse(480), '480.00'],
    [Quantity.parse('60.000000'), '60'],
    [Quantity.parse('0.000001'), '0.000001'],
    [Rate.parse('12.5'), '12.5'],
  ])('%s is written %s', (value, expected) => {
    expect(value.toString()).toBe(expected)
  })

  test('units survive text and back at every scale', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 24n), 10n ** 24n), fc.nat(6), fc.nat(6), (units, scale, least) => {
        expect(parseScaled(formatScaled(units, scale, least), scale)).toBe(units)
      }),
    )
  })

  test('amounts up to fifteen digits survive JSON', () => {
    fc.assert(
      fc.property(fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n), (tiyn) => {
        const wire: unknown = JSON.parse(JSON.stringify(Money.of(tiyn)))
        expect(Money.parse(wire as number).tiyn).toBe(tiyn)
      }),
    )
  })
})

describe('arithmetic', () => {
  test('adds, takes away and compares', () => {
    const [five, three] = [Money.parse(5), Money.parse(3)]
    expect(five.plus(three)).toEqual(Money.parse(8))
    expect(three.minus(five)).toEqual(Money.parse(-2))
    expect(three.minus(five).isNegative()).toBe(true)
    expect(five.negated().negated().equals(five)).toBe(true)
    expect([five, three].sort((a, b) => a.compare(b))).toEqual([three, five])
    expect(Money.sum([five, three, Money.zero])).toEqual(Money.parse('8.00'))
    expect(Money.zero.isZero() && five.isPositive()).toBe(true)
  })
})
