import { describe, expect, it } from 'vitest'
import { localDay, localYear } from './local-day.js'

const almaty = 'Asia/Almaty'

describe('localDay', () => {
  it.each([
    ['2026-11-20T18:59:59Z', '2026-11-20'],
    ['2026-11-20T20:00:00Z', '2026-11-21'],
    // Before March 2024 the country was an hour further east.
    ['2024-02-28T18:00:00Z', '2024-02-29'],
    ['2024-03-01T18:30:00Z', '2024-03-01'],
    ['2025-12-31T19:00:00Z', '2026-01-01'],
  ])('%s in Almaty is %s', (instant, expected) => {
    expect(localDay(new Date(instant), almaty)).toBe(expected)
    expect(localYear(new Date(instant), almaty)).toBe(Number(expected.slice(0, 4)))
  })

  it('refuses a zone that does not exist', () => {
    expect(() => localDay(new Date(0), 'Asia/Nowhere')).toThrow(RangeError)
  })
})
