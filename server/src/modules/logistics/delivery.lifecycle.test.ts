import { describe, expect, it } from 'vitest'
import { deliveryLifecycle } from './delivery.lifecycle.js'

describe('the way of a delivery', () => {
  it.each([
    ['PLANNED', ['ASSIGNED', 'IN_TRANSIT', 'CANCELLED']],
    ['IN_TRANSIT', ['DELIVERED', 'PARTIALLY_DELIVERED', 'FAILED']],
    ['FAILED', ['PLANNED', 'RETURNED']],
    ['DELIVERED', []],
    ['CANCELLED', []],
  ] as const)('%s leads to %j', (from, to) => {
    expect(deliveryLifecycle.from(from)).toEqual(to)
  })
})
