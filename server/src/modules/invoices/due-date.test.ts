import { expect, it } from 'vitest'
import { dueDate } from './due-date.js'

it.each([
  ['2026-01-31', 'IMMEDIATE', '2026-01-31'],
  ['2026-01-31', 'PREPAYMENT', '2026-01-31'],
  ['2026-01-31', null, '2026-01-31'],
  ['2026-01-31', 'NET_15', '2026-02-15'],
  ['2026-02-01', 'NET_30', '2026-03-03'],
  ['2026-11-17', 'NET_45', '2027-01-01'],
  ['2028-01-01', 'NET_60', '2028-03-01'],
])('an invoice of %s with terms %s is due on %s', (issued, terms, due) => {
  expect(dueDate(issued, terms)).toBe(due)
})
