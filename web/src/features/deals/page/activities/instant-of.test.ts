import { expect, test } from 'vitest'
import { dayAfter, instantOf } from './instant-of.js'

test.each([
  ['2026-11-21', '14:30', 'Asia/Almaty', '2026-11-21T09:30:00.000Z'],
  ['2027-01-01', '00:15', 'Asia/Almaty', '2026-12-31T19:15:00.000Z'],
  // Almaty was six hours ahead until March 2024.
  ['2024-02-29', '22:30', 'Asia/Almaty', '2024-02-29T16:30:00.000Z'],
  ['2026-03-29', '03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-06-01', '09:00', 'America/New_York', '2026-06-01T13:00:00.000Z'],
])('%s %s in %s is %s', (day, time, zone, instant) => {
  expect(instantOf(day, time, zone)).toBe(instant)
})

test('days go over months', () => {
  expect([dayAfter('2026-11-30', 1), dayAfter('2026-12-25', 7), dayAfter('2026-03-01', -1)]).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2026-02-28',
  ])
})
