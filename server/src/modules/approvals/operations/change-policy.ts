import { type ApprovalPolicyBody, type ApprovalType, approvalTypes, unitOf } from '@prometric/contracts/approvals'
import { newId } from '../../../kernel/ids.js'
import { invalid, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { policyOf } from '../policy.js'

interface Known {
  readonly version: number
}

export function approvalTypeOf(name: string): ApprovalType {
  const type = approvalTypes.find((known) => known === name)
  if (!type) throw new Refusal('NOT_FOUND', { type: name })
  return type
}

/** Says who decides about a type from now on. What was asked before keeps the levels it was asked with. */
export async function changePolicy(
  work: UnitOfWork,
  type: ApprovalType,
  { levels, grantsOwn, isActive, version }: ApprovalPolicyBody,
  ifMatch?: number,
): Promise<void> {
  const known = await work.row<Known>(lock, [work.workspaceId, type])
  if (!known && !levels) throw new Refusal('NOT_FOUND', { type })
  if (known && ifMatch !== undefined && ifMatch !== known.version)
    throw new Refusal('PRECONDITION_FAILED', { version: known.version })
  if (known && version !== undefined && version !== known.version)
    throw new Refusal('VERSION_CONFLICT', { version: known.version })
  if (levels) await checkLevels(work, type, levels)
  await work.rows(save, [
    work.workspaceId,
    work.organizationId,
    newId(),
    type,
    unitOf(type),
    levels ? JSON.stringify(levels.map((level, i) => ({ level: i + 1, ...level }))) : null,
    grantsOwn ?? null,
    isActive ?? null,
    work.actor.userId,
  ])
}

/** Thresholds that the unit can carry, and approvers who exist. */
async function checkLevels(work: UnitOfWork, type: ApprovalType, levels: NonNullable<ApprovalPolicyBody['levels']>) {
  try {
    policyOf({ type, grantsOwn: false, levels: levels as never })
  } catch {
    throw invalid('levels', 'THRESHOLDS')
  }
  const unknown = await work.row<{ place: number }>(unknownApprover, [
    work.workspaceId,
    work.organizationId,
    JSON.stringify(levels),
  ])
  if (unknown) throw invalid(`levels.${unknown.place - 1}`, 'UNKNOWN')
}

const lock = sql`select version from app.approval_policies where workspace_id = $1 and type = $2 for no key update`

const unknownApprover = sql`
  select l.place::int from jsonb_array_elements($3::jsonb) with ordinality as l(level, place)
  where (l.level ? 'approverRole' and not exists (select from app.roles r where r.organization_id = $2 and r.code = l.level->>'approverRole' and r.deleted_at is null))
    or (l.level ? 'approverId' and not exists (select from app.employees e where e.workspace_id = $1 and e.id = (l.level->>'approverId')::uuid
      and e.status = 'ACTIVE' and e.deleted_at is null))
  limit 1`

const save = sql`
  insert into app.approval_policies as p (organization_id, workspace_id, id, type, unit, levels, grants_own, is_active, created_by, updated_by)
  values ($2, $1, $3, $4, $5, coalesce($6::jsonb, '[]'), coalesce($7::boolean, false), coalesce($8::boolean, true), $9, $9)
  on conflict (workspace_id, type) do update set levels = coalesce($6::jsonb, p.levels), grants_own = coalesce($7::boolean, p.grants_own),
    is_active = coalesce($8::boolean, p.is_active), version = p.version + 1, updated_at = app.now(), updated_by = $9`
