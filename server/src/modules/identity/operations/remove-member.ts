import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { lockMember, mustLeaveAnOwner } from '../member-standing.js'

/** Takes a person's access away; the row stays, so that what they did keeps its author. */
export async function removeMember(work: UnitOfWork, memberId: string): Promise<{ userId: string }> {
  const member = await lockMember(work, memberId)
  await mustLeaveAnOwner(work, member)
  await work.rows(disable, [work.workspaceId, memberId])
  if (member.employeeId) {
    await work.rows(deactivate, [work.workspaceId, member.employeeId, work.actor.userId])
    work.announce({
      name: 'employee.deactivated',
      aggregateType: 'employee',
      aggregateId: member.employeeId,
      aggregateVersion: 1,
      payload: { employeeId: member.employeeId, userId: member.userId, memberId },
    })
  }
  return { userId: member.userId }
}

const disable = sql`
  update app.workspace_members set status = 'DISABLED', extra_permissions = '{}', updated_at = app.now() where workspace_id = $1 and id = $2`
const deactivate = sql`
  update app.employees set status = 'INACTIVE', version = version + 1, updated_at = app.now(), updated_by = $3 where workspace_id = $1 and id = $2 and status = 'ACTIVE'`
