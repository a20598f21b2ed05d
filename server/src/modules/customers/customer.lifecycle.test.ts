import type { CustomerStatus } from '@prometric/contracts/customers'
import { describe, expect, it } from 'vitest'
import { checkManualMove, customerLifecycle } from './customer.lifecycle.js'

const everyMove: [CustomerStatus, CustomerStatus[]][] = [
  ['LEAD', ['PROSPECT', 'ACTIVE', 'INACTIVE']],
  ['PROSPECT', ['ACTIVE', 'INACTIVE']],
  ['ACTIVE', ['INACTIVE', 'CHURNED']],
  ['INACTIVE', ['PROSPECT', 'ACTIVE', 'CHURNED']],
  ['CHURNED', ['ACTIVE']],
]

describe('the life of a customer', () => {
  it.each(everyMove)('from %s leads to %s', (from, to) => expect(customerLifecycle.from(from)).toEqual(to))

  it.each([
    ['LEAD', 'LEAD', 0, 'why', 'INVALID_TRANSITION'],
    ['ACTIVE', 'LEAD', 0, 'why', 'INVALID_TRANSITION'],
    ['INACTIVE', 'PROSPECT', 1, 'why', 'INVALID_TRANSITION'],
    ['LEAD', 'INACTIVE', 0, undefined, 'VALIDATION_FAILED'],
    ['ACTIVE', 'CHURNED', 3, undefined, 'VALIDATION_FAILED'],
  ] as const)('%s to %s after %d purchases because %s: %s', (status, to, purchaseCount, reason, code) =>
    expect(() => checkManualMove({ status, purchaseCount }, to, reason)).toThrow(code),
  )

  it.each([
    ['INACTIVE', 'PROSPECT', 0, undefined],
    ['ACTIVE', 'INACTIVE', 3, undefined],
    ['ACTIVE', 'CHURNED', 3, 'moved away'],
  ] as const)('%s to %s after %d purchases because %s', (status, to, purchaseCount, reason) =>
    expect(() => checkManualMove({ status, purchaseCount }, to, reason)).not.toThrow(),
  )
})
