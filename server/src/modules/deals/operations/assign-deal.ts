import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { partiesOf } from '../deal-parties.js'
import { announceDeal } from '../events.js'
import { lockDeal } from '../locked-deal.js'
import { patchDeal } from '../write-deal.js'

/** Gives a deal to an employee, and with it to the employee's department. The same assignee again changes nothing. */
export async function assignDeal(work: UnitOfWork, id: string, assignedTo: string): Promise<void> {
  const deal = await lockDeal(work, id)
  if (deal.assignedTo === assignedTo) return
  const { departmentId } = await partiesOf(work, { customerId: deal.customerId, assignedTo })
  const version = await patchDeal(work, id, { assigned_to: assignedTo, department_id: departmentId })
  announceDeal(
    work,
    'deal.assigned',
    { id, version },
    { assignedTo, previousAssignee: deal.assignedTo, assignedBy: work.actor.userId },
  )
}
