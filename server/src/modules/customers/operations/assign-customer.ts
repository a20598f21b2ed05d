import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { departmentOfAssignee } from './find-assignee.js'
import { type LockedCustomer, lockCustomer } from './lock-customer.js'

/** Gives a customer to an employee, or to nobody. The same assignee again changes nothing. */
export async function assignCustomer(work: UnitOfWork, id: string, assignedTo: string | null): Promise<void> {
  const customer = await lockCustomer(work, id)
  if (customer.assignedTo === assignedTo) return
  const { departmentId } = await assignmentOf(work, assignedTo)
  const row = await work.row<{ version: number }>(assign, [
    work.workspaceId,
    id,
    assignedTo,
    departmentId,
    work.actor.userId,
  ])
  announceAssignment(work, customer, assignedTo, row!.version)
}

/** The assignee with the department by which managers see the customer. */
export async function assignmentOf(work: UnitOfWork, assignedTo: string | null) {
  return {
    assignedTo,
    departmentId: assignedTo ? await departmentOfAssignee(work, assignedTo) : work.actor.departmentId,
  }
}

/** Says that the customer has another assignee, if so. */
export function announceAssignment(
  work: UnitOfWork,
  before: LockedCustomer,
  assignedTo: string | null | undefined,
  version: number,
): void {
  if (assignedTo === undefined || assignedTo === before.assignedTo) return
  work.announce({
    name: 'customer.assigned',
    aggregateType: 'customer',
    aggregateId: before.id,
    aggregateVersion: version,
    payload: { customerId: before.id, assignedTo, previousAssignee: before.assignedTo, assignedBy: work.actor.userId },
  })
}

const assign = sql`
  update app.customers set assigned_to = $3, department_id = $4, version = version + 1, updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and id = $2 returning version`
