import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionAtEnd, positionBetween } from './stage-position.js'

test('there is always a place between two cards', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 80 }), (choices) => {
      const column: string[] = []
      for (const choice of choices) {
        const at = choice % (column.length + 1)
        const position = positionBetween(column[at - 1] ?? null, column[at] ?? null)
        column.splice(at, 0, position)
      }
      expect(column.every((position, i) => i === 0 || column[i - 1]! < position)).toBe(true)
      expect(column.some((position) => position.endsWith('0'))).toBe(false)
    }),
  )
})

test('later is further down, and something fits before the first', () => {
  const first = positionAtEnd(new Date('2026-01-01'))
  expect(first < positionAtEnd(new Date('2026-01-02'))).toBe(true)
  expect(positionBetween(null, first) < first).toBe(true)
  expect(positionBetween(first, first) > first).toBe(true)
})
