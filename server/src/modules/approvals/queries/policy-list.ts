import type { ApprovalPolicy, ApprovalType } from '@prometric/contracts/approvals'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Who decides about what. */
export async function listPolicies(work: UnitOfWork): Promise<ApprovalPolicy[]> {
  return (await work.rows<{ policy: ApprovalPolicy }>(policies, [work.workspaceId, null])).map(({ policy }) => policy)
}

export async function findPolicy(work: UnitOfWork, type: ApprovalType): Promise<ApprovalPolicy> {
  const found = await work.row<{ policy: ApprovalPolicy }>(policies, [work.workspaceId, type])
  if (!found) throw new Refusal('NOT_FOUND', { type })
  return found.policy
}

const policies = sql`
  select json_build_object('id', p.id, 'type', p.type, 'unit', p.unit, 'grantsOwn', p.grants_own, 'isActive', p.is_active, 'version', p.version,
    'updatedAt', p.updated_at, 'levels', (select coalesce(json_agg(json_build_object('level', l.place, 'threshold', l.level->'threshold',
        'approverRole', l.level->'approverRole', 'approverPermission', l.level->'approverPermission', 'approverId', l.level->'approverId',
        'escalationHours', l.level->'escalationHours') order by l.place), '[]') from jsonb_array_elements(p.levels) with ordinality as l(level, place))) as policy
  from app.approval_policies p where p.workspace_id = $1 and ($2::text is null or p.type = $2) order by p.type`
