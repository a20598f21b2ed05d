import { shareRoundedUp } from '../../kernel/amount.js'
import { authorityOf, policyOf, type Standing, type StoredPolicy } from '../approvals/public.js'
import type { Concession } from './acceptance-gates.js'

export interface Given {
  readonly gross: bigint
  readonly discount: bigint
  readonly belowMinimum: Concession['belowMinimum'] | null
}

/** What of an order's prices is beyond what its giver may give alone. Somebody unknown is held to the lowest limit. */
export function concessionOf(given: Given, policy: StoredPolicy | null, giver: Standing | null): Concession {
  const percent = shareRoundedUp(given.discount, given.gross)
  const limit = policy ? authorityOf(giver ?? nobody, policyOf(policy)) : undefined
  const mayUndercut = giver !== null && (giver.permissions === 'ALL' || giver.permissions.has('PRICES_OVERRIDE'))
  return {
    ...(limit !== undefined && percent > limit && { discount: { percent, limit } }),
    ...(given.belowMinimum && !mayUndercut && { belowMinimum: given.belowMinimum }),
  }
}

const nobody: Standing = { role: '', permissions: new Set(), employeeId: null }
