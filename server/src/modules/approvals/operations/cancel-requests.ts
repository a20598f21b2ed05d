import type { ApprovalType } from '@prometric/contracts/approvals'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Takes back what is still asked about a thing: it was cancelled, changed, or needs no approval any more. */
export async function cancelRequests(
  work: UnitOfWork,
  entityId: string,
  types: readonly ApprovalType[],
  note: string,
): Promise<void> {
  await work.rows(cancel, [work.workspaceId, entityId, types, note, work.now])
}

const cancel = sql`
  with request as (
    update app.approval_requests set status = 'CANCELLED', decision_note = $4, decided_at = $5, version = version + 1, updated_at = app.now()
    where workspace_id = $1 and entity_id = $2 and type = any($3::text[]) and status in ('PENDING', 'ESCALATED') returning id
  )
  update app.approval_steps s set status = 'CANCELLED', decided_at = $5, due_at = null, updated_at = app.now() from request
  where s.workspace_id = $1 and s.request_id = request.id and s.status in ('PENDING', 'ESCALATED')`
