import type { RejectEmployeeBody } from '@prometric/contracts/people'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { Letter } from '../../../platform/mail/mail.js'
import { rejectedLetter } from '../letters.js'
import { lockPending } from './approve-employee.js'

/** Declines a newcomer and says until when they may not ask again. */
export async function rejectEmployee(
  work: UnitOfWork,
  employeeId: string,
  decision: RejectEmployeeBody,
): Promise<{ letter: Letter }> {
  const pending = await lockPending(work, employeeId)
  await work.rows(reject, [work.workspaceId, employeeId, work.actor.userId])
  await work.rows(closeRequest, [
    work.organizationId,
    pending.userId,
    work.actor.userId,
    decision.reason,
    decision.canReapply,
    work.today,
    decision.reapplyAfterDays,
  ])
  await work.rows(rejectUser, [pending.userId])
  work.announce({
    name: 'employee.rejected',
    aggregateType: 'employee',
    aggregateId: employeeId,
    aggregateVersion: 2,
    payload: { employeeId, userId: pending.userId },
  })
  return { letter: rejectedLetter(pending.email, pending.organizationName, decision.reason) }
}

const reject = sql`
  update app.employees set status = 'REJECTED', version = version + 1, updated_at = app.now(), updated_by = $3 where workspace_id = $1 and id = $2`
const closeRequest = sql`
  update app.join_requests set status = 'REJECTED', decided_by = $3, decided_at = app.now(), rejection_reason = $4, can_reapply = $5,
    reapply_after = $6::date + $7::int, updated_at = app.now()
  where organization_id = $1 and user_id = $2 and status = 'PENDING'`
// Somebody who already works elsewhere stays what they are.
const rejectUser = sql`
  update app.users set registration_status = 'REJECTED', status = 'REJECTED', updated_at = now() where id = $1 and registration_status = 'APPROVAL_PENDING'`
