import type { CustomerStatus } from '@prometric/contracts/customers'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { checkManualMove } from '../customer.lifecycle.js'
import { type Expected, lockCustomer } from './lock-customer.js'
import { moveStatus } from './move-status.js'

/** A person moves a customer along the lifecycle. */
export async function changeStatus(
  work: UnitOfWork,
  id: string,
  { status, reason, ...expected }: { status: CustomerStatus; reason?: string | undefined } & Expected,
): Promise<void> {
  const customer = await lockCustomer(work, id, expected)
  checkManualMove(customer, status, reason)
  await moveStatus(work, { customer, to: status, source: 'MANUAL', reason })
}
