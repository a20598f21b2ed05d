import { type CustomerStatus, customerStatuses } from '@prometric/contracts/customers'
import { lifecycle } from '../../kernel/lifecycle.js'
import { invalid, Refusal } from '../../kernel/refusal.js'

/** How somebody becomes a customer, falls asleep and comes back. LEAD is never entered again. */
export const customerLifecycle = lifecycle({
  name: 'customer',
  states: customerStatuses,
  moves: [
    { from: 'LEAD', to: 'PROSPECT' },
    { from: 'LEAD', to: 'ACTIVE' },
    { from: 'LEAD', to: 'INACTIVE' },
    { from: 'PROSPECT', to: 'ACTIVE' },
    { from: 'PROSPECT', to: 'INACTIVE' },
    { from: 'ACTIVE', to: 'INACTIVE' },
    { from: 'ACTIVE', to: 'CHURNED' },
    { from: 'INACTIVE', to: 'PROSPECT' },
    { from: 'INACTIVE', to: 'ACTIVE' },
    { from: 'INACTIVE', to: 'CHURNED' },
    { from: 'CHURNED', to: 'ACTIVE' },
  ],
})

/** Giving a customer up, and disqualifying a lead, must be explained. */
export function needsReason(from: CustomerStatus, to: CustomerStatus): boolean {
  return to === 'CHURNED' || (to === 'INACTIVE' && from !== 'ACTIVE')
}

/** What a person may do by hand. Refuses with INVALID_TRANSITION, or asks for the reason. */
export function checkManualMove(
  customer: { status: CustomerStatus; purchaseCount: number },
  to: CustomerStatus,
  reason: string | undefined,
): void {
  const from = customer.status
  customerLifecycle.check(from, to)
  if (from === 'INACTIVE' && to === 'PROSPECT' && customer.purchaseCount > 0)
    throw new Refusal('INVALID_TRANSITION', {
      from,
      to,
      allowed: customerLifecycle.from(from).filter((each) => each !== to),
    })
  if (needsReason(from, to) && !reason) throw invalid('reason', 'REQUIRED')
}

/** Was a lead until now: becoming ACTIVE is a conversion. */
export const isLead = (status: CustomerStatus): boolean => status === 'LEAD' || status === 'PROSPECT'
