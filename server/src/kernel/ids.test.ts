import { describe, expect, test, vi } from 'vitest'
import { newId } from './ids.js'

describe('newId', () => {
  test('is a UUID of version 7 that begins with the time', () => {
    const before = Date.now()
    const id = newId()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before)
  })

  test('grows by text order, also when a millisecond overflows and the clock steps back', () => {
    const clock = vi.spyOn(Date, 'now')
    const start = 4_000_000_000_000
    try {
      const ids = Array.from({ length: 20_000 }, (_, index) => {
        clock.mockReturnValue(index < 10_000 ? start : start - 60_000)
        return newId()
      })
      expect(ids).toEqual([...ids].sort())
      expect(new Set(ids).size).toBe(ids.length)
    } finally {
      clock.mockRestore()
    }
  })
})
