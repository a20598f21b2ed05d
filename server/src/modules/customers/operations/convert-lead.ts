import type { ConvertBody } from '@prometric/contracts/customer-commands'
import { Refusal } from '../../../kernel/refusal.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { isLead } from '../customer.lifecycle.js'
import { assignCustomer } from './assign-customer.js'
import { lockCustomer } from './lock-customer.js'
import { moveStatus } from './move-status.js'

/** A lead becomes a customer by decision. A deal, if wanted, is asked for by an event: deals make deals. */
export async function convertLead(work: UnitOfWork, id: string, command: ConvertBody): Promise<void> {
  const customer = await lockCustomer(work, id)
  if (!isLead(customer.status)) throw new Refusal('NOT_A_LEAD', { status: customer.status })
  if (command.assignedTo) await assignCustomer(work, id, command.assignedTo)
  const moved = await moveStatus(work, { customer, to: 'ACTIVE', source: 'MANUAL' })
  if (!command.createDeal) return
  work.announce({
    name: 'deal.create.requested',
    aggregateType: 'customer',
    aggregateId: id,
    aggregateVersion: moved!.version,
    payload: {
      customerId: id,
      title: command.dealTitle ?? customer.name,
      value: command.dealValue ?? null,
      assignedTo: command.assignedTo ?? customer.assignedTo,
    },
  })
}
