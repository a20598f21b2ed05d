import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { allocate } from './allocation.js'
import { vectors } from './kazakhstan/vectors.js'

describe('allocate', () => {
  it.each(vectors.discount_split_tiyn)('$total over $weights is $parts', ({ total, weights, parts }) => {
    expect(allocate(BigInt(total), weights.map(BigInt))).toEqual(parts.map(BigInt))
  })

  it.each([
    ['ties go to the earlier', 10_000n, [100n, 100n, 100n], [3334n, 3333n, 3333n]],
    ['the largest remainder comes first', 10n, [1n, 5n, 1n], [2n, 7n, 1n]],
    ['a weightless line gets nothing', 7n, [0n, 3n, 0n], [0n, 7n, 0n]],
    ['no weights at all: the first takes all', 7n, [0n, 0n], [7n, 0n]],
    ['a negative total mirrors', -10_000n, [1n, 1n, 1n], [-3334n, -3333n, -3333n]],
    ['nothing over nothing', 0n, [], []],
  ])('%s', (_, total, weights, expected) => {
    expect(allocate(total, weights)).toEqual(expected)
  })

  test('a negative weight and a total without takers are defects', () => {
    expect(() => allocate(1n, [-1n, 2n])).toThrow(RangeError)
    expect(() => allocate(1n, [])).toThrow(RangeError)
  })

  test('parts make the whole and each stays within one of its exact share', () => {
    const weights = fc.array(fc.bigInt(0n, 10n ** 13n), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), weights, (total, given) => {
        const parts = allocate(total, given)
        const whole = given.reduce((sum, weight) => sum + weight, 0n)
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total)
        if (whole === 0n) return
        parts.forEach((part, index) => {
          const off = part * whole - total * (given[index] ?? 0n)
          expect(off > -whole && off < whole).toBe(true)
        })
      }),
    )
  })
})
