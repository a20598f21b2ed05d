import type { CustomerStatus } from '@prometric/contracts/customers'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { isLead } from '../customer.lifecycle.js'
import { moveStatus } from './move-status.js'

export interface Purchase {
  /** As the caller's lock on the row showed it. */
  readonly customer: { readonly id: string; readonly status: CustomerStatus; readonly version: number }
  readonly source: 'DEAL_WON' | 'FIRST_ORDER'
  readonly refId: string
}

/**
 * Whoever buys is a customer. Safe to repeat: does nothing, and asks nothing, when the customer is ACTIVE already.
 * The caller holds the row's lock. Answers the row's status and version afterwards.
 */
export async function activateOnPurchase(
  work: UnitOfWork,
  { customer, source, refId }: Purchase,
): Promise<{ activated: boolean; status: CustomerStatus; version: number }> {
  const { id, status, version } = customer
  if (status === 'ACTIVE') return { activated: false, status, version }
  const reason = isLead(status) ? undefined : 'reactivated'
  const moved = await moveStatus(work, { customer: { id, status }, to: 'ACTIVE', source, reason, refId })
  return moved ? { activated: true, status: 'ACTIVE', version: moved.version } : { activated: false, status, version }
}
