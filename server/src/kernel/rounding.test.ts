import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { vectors } from './kazakhstan/vectors.js'
import { divideRoundingHalfAway } from './rounding.js'
import { parseScaled } from './scaled.js'

describe('divideRoundingHalfAway', () => {
  it.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [-5n, 10n, -1n],
    [-15n, 10n, -2n],
    [-14n, 10n, -1n],
    [5n, -10n, -1n],
    [-5n, -10n, 1n],
    [0n, -7n, 0n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
  ])('%s / %s is %s', (n, d, expected) => {
    expect(divideRoundingHalfAway(n, d)).toBe(expected)
  })

  it.each(vectors.round2_half_up)('%s rounds to %s', (given, expected) => {
    expect(divideRoundingHalfAway(parseScaled(given, 6), 10_000n)).toBe(parseScaled(expected, 2))
  })

  test('division by zero is a defect', () => {
    expect(() => divideRoundingHalfAway(1n, 0n)).toThrow(RangeError)
  })

  test('is never further than a half, and a sign only changes the sign', () => {
    const divisor = fc.bigInt({ min: 1n, max: 10n ** 12n })
    fc.assert(
      fc.property(fc.bigInt(), divisor, (n, d) => {
        const nearest = divideRoundingHalfAway(n, d)
        const off = nearest * d - n
        expect((off < 0n ? -off : off) * 2n <= d).toBe(true)
        expect(divideRoundingHalfAway(-n, d)).toBe(-nearest)
      }),
    )
  })
})
