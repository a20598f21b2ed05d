import { expect, test } from 'vitest'
import { restOf, shareOut } from './share-out.js'

const invoices = [
  { id: 'old', balanceDue: 100.1 },
  { id: 'new', balanceDue: 200.2 },
]

test('the oldest first, as much as it wants', () => {
  expect([...shareOut(150.15, invoices).values()]).toEqual([100.1, 50.05])
  expect([...shareOut(50, invoices).values()]).toEqual([50, 0])
  expect([...shareOut(1000, invoices).values()]).toEqual([100.1, 200.2])
})

test('what is left is an advance; too much given is below zero', () => {
  expect(restOf(1000, shareOut(1000, invoices).values())).toBe(699.7)
  expect(restOf(0.3, [0.1, 0.2])).toBe(0)
  expect(restOf(100, [80, null, 30])).toBe(-10)
})
