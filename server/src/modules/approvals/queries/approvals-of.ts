import type { ApprovalType } from '@prometric/contracts/approvals'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The greatest values that were allowed, are asked for, and were refused, of one type about one thing. */
export interface ApprovalsOfType {
  readonly allowed: bigint | null
  readonly allowedBy: string | null
  /** What whoever allowed it had to say. */
  readonly note: string | null
  readonly asked: bigint | null
  readonly refused: bigint | null
}

export type ApprovalsOf = ReadonlyMap<ApprovalType, ApprovalsOfType>

/** Everything that was ever asked about a thing, by type. What was allowed holds for every value that is not greater. */
export async function approvalsOf(work: UnitOfWork, entityId: string): Promise<ApprovalsOf> {
  const rows = await work.rows<ApprovalsOfType & { type: ApprovalType }>(ofEntity, [work.workspaceId, entityId])
  return new Map(rows.map((row) => [row.type, row]))
}

const ofEntity = sql`
  select type, max(value) filter (where status = 'APPROVED') as allowed,
    (array_agg(decided_by order by decided_at desc) filter (where status = 'APPROVED'))[1] as "allowedBy",
    (array_agg(decision_note order by decided_at desc) filter (where status = 'APPROVED'))[1] as note,
    max(value) filter (where status in ('PENDING', 'ESCALATED')) as asked, min(value) filter (where status = 'REJECTED') as refused
  from app.approval_requests where workspace_id = $1 and entity_id = $2 group by type`
