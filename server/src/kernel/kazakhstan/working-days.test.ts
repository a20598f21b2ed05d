import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, addWorkingDays, isWorkingDay } from './working-days.js'

describe('isWorkingDay', () => {
  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-03-09', false],
    ['2026-03-25', false],
    ['2026-03-26', true],
    ['2026-08-31', true],
    ['2026-10-26', false],
    ['2027-03-15', false],
    ['2027-08-30', true],
    ['2030-12-16', true],
  ])('%s: %s', (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected)
  })
})

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-03-20', 1, '2026-03-26'],
    ['2026-03-26', -1, '2026-03-20'],
    ['2026-12-15', 1, '2026-12-17'],
    ['2026-12-31', 1, '2027-01-05'],
    ['2026-05-26', 1, '2026-05-28'],
  ])('%s and %s working days: %s', (day, n, expected) => {
    expect(addWorkingDays(day, n)).toBe(expected)
  })

  test('counts exactly the working days that it passes', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.integer({ min: 1, max: 40 }), (offset, n) => {
        const start = addDays('2026-01-01', offset)
        const end = addWorkingDays(start, n)
        let passed = 0
        for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) passed += isWorkingDay(day) ? 1 : 0
        expect(passed).toBe(n)
        expect(isWorkingDay(end)).toBe(true)
      }),
    )
  })
})
