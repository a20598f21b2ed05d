import type { ApprovalType } from '@prometric/contracts/approvals'
import { unitOf } from '@prometric/contracts/approvals'
import { createHash } from 'node:crypto'
import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { announceRequested, type AskedStep } from '../announce-requested.js'
import { levelsFor, type Policy, policyOf, reachOf, type Standing, type StoredPolicy, superiorsOf } from '../policy.js'
import { cancelRequests } from './cancel-requests.js'

export interface ApprovalWish {
  readonly type: ApprovalType
  readonly entityType: string
  readonly entityId: string
  /** In units of the type: tiyn, ten-thousandths of a percent, or days. */
  readonly value: bigint
  /** Whose wish it is; he cannot grant it himself. */
  readonly requestedBy: string | null
  readonly reason?: string | undefined
  readonly payload?: Readonly<Record<string, unknown>>
}

export interface OpenedRequest {
  readonly id: string
  readonly opened: boolean
  /** Everything asked was within the requester's own authority. */
  readonly granted: boolean
}

interface Asked {
  readonly policy: StoredPolicy | null
  readonly open: { id: string; value: string } | null
  readonly requester: { role: string; permissions: string[]; employeeId: string | null } | null
  readonly staffed: number[]
}

/**
 * Asks for an approval, once at a time for a thing: an open question that covers the value is left as it is, one that does not gives way.
 * The chain of levels is made here; a level that nobody else can decide is passed over, and when none is left the owner is asked.
 * The caller holds the lock of the thing that is asked about.
 */
export async function openRequest(work: UnitOfWork, wish: ApprovalWish): Promise<OpenedRequest> {
  const asked = (await work.row<Asked>(lookAround, [work.workspaceId, wish.type, wish.entityId, wish.requestedBy]))!
  if (asked.open && BigInt(asked.open.value) >= wish.value) return { id: asked.open.id, opened: false, granted: false }
  if (asked.open) await cancelRequests(work, wish.entityId, [wish.type], 'superseded')
  const policy = policyOf(asked.policy ?? { type: wish.type, grantsOwn: false, levels: [] })
  const steps = chainOf(policy, wish.value, asked)
  const first = steps.find((step) => step.status === 'PENDING')
  const id = newId()
  const { version } = (await work.row<{ version: number }>(insert, [
    work.workspaceId,
    work.organizationId,
    JSON.stringify({
      id,
      type: wish.type,
      entity_type: wish.entityType,
      entity_id: wish.entityId,
      unit: unitOf(wish.type),
      value: wish.value.toString(),
      status: first ? 'PENDING' : 'APPROVED',
      requested_by: wish.requestedBy,
      current_level: first?.level ?? steps.at(-1)!.level,
      reason: wish.reason ?? null,
      payload: wish.payload ?? {},
      dedupe_key: dedupeKey(wish),
    }),
    JSON.stringify(steps),
    first?.level ?? null,
    work.now,
  ]))!
  if (first) announceRequested(work, { id, version, ...wish }, first)
  return { id, opened: true, granted: !first }
}

type NewStep = AskedStep & {
  readonly status: 'PENDING' | 'APPROVED' | 'CANCELLED'
  readonly comment: string | null
  readonly superiors: string[]
}

function chainOf(policy: Policy, value: bigint, { requester, staffed }: Asked): NewStep[] {
  const standing: Standing | undefined = requester
    ? { ...requester, permissions: new Set(requester.permissions) }
    : undefined
  const own = policy.grantsOwn && standing ? reachOf(standing, policy) : 0
  const needed = levelsFor(policy, value)
  const chain = (needed.length > 0 ? needed : policy.levels.slice(0, 1)).map((needed): NewStep => {
    const { threshold: _, ...level } = needed
    const superiors = superiorsOf(policy, needed)
    if (level.level <= own) return { ...level, superiors, status: 'APPROVED', comment: 'within the own authority' }
    if (!staffed.includes(level.level))
      return { ...level, superiors, status: 'CANCELLED', comment: 'nobody at this level' }
    return { ...level, superiors, status: 'PENDING', comment: null }
  })
  const decidable = chain.some((step) => step.status === 'PENDING')
  const granted = chain.length > 0 && chain.at(-1)!.status === 'APPROVED'
  return decidable || granted ? chain : [...chain, ownersStep(chain.at(-1)?.level ?? 0)]
}

const ownersStep = (after: number): NewStep => ({
  level: after + 1,
  approverRole: 'OWNER',
  approverPermission: null,
  approverId: null,
  escalationHours: null,
  superiors: [],
  status: 'PENDING',
  comment: null,
})

/** The same question about the same value has the same key. */
function dedupeKey({ type, entityType, entityId, value }: ApprovalWish): string {
  const hash = createHash('sha256').update(value.toString()).digest('hex').slice(0, 16)
  return `approval:${entityType}:${entityId}:${type}:${hash}`
}

// Levels at which somebody other than the requester decides; the requester's own standing; what is open already, kept from being decided meanwhile.
const lookAround = sql`
  with policy as (
    select type, levels, grants_own from app.approval_policies where workspace_id = $1 and type = $2 and is_active
  ), open as (
    select id, value from app.approval_requests where workspace_id = $1 and entity_id = $3 and type = $2 and status in ('PENDING', 'ESCALATED') for no key update
  ), member as (
    select m.user_id, m.employee_id, r.code, array(select p.permission::text from app.role_permissions p where p.organization_id = m.organization_id and p.role_id = m.role_id
      union select unnest(m.extra_permissions) except select unnest(m.denied_permissions)) as permissions
    from app.workspace_members m join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
    where m.workspace_id = $1 and m.status = 'ACTIVE'
  )
  select (select json_build_object('type', type, 'levels', levels, 'grantsOwn', grants_own) from policy) as policy,
    (select json_build_object('id', id, 'value', value::text) from open) as open,
    (select json_build_object('role', code, 'permissions', permissions, 'employeeId', employee_id) from member where user_id = $4) as requester,
    coalesce((select json_agg(l.place) from policy, jsonb_array_elements(policy.levels) with ordinality as l(level, place)
      where exists (select from member where user_id is distinct from $4::uuid
        and (code = l.level->>'approverRole' or employee_id = (l.level->>'approverId')::uuid or l.level->>'approverPermission' = any(permissions)))), '[]') as staffed`

const insert = sql`
  with request as (
    insert into app.approval_requests (organization_id, workspace_id, id, type, entity_type, entity_id, unit, value, status, requested_by, current_level, reason,
      payload, dedupe_key, decided_by, decided_at)
    select $2, $1, r.id, r.type, r.entity_type, r.entity_id, r.unit, r.value, r.status, r.requested_by, r.current_level, r.reason, r.payload, r.dedupe_key,
      case when r.status = 'APPROVED' then r.requested_by end, case when r.status = 'APPROVED' then $6::timestamptz end
    from jsonb_populate_record(null::app.approval_requests, $3::jsonb) r
    returning id, requested_by, version
  ), steps as (
    insert into app.approval_steps (organization_id, workspace_id, id, request_id, level, approver_role, approver_permission, approver_id, superiors,
      escalation_hours, status, comment, due_at, decided_by, decided_at)
    select $2, $1, app.uuid_v7(), request.id, s.level, s."approverRole", s."approverPermission", s."approverId", s.superiors, s."escalationHours", s.status, s.comment,
      case when s.level = $5::int then $6::timestamptz + s."escalationHours" * interval '1 hour' end,
      case when s.status = 'APPROVED' then request.requested_by end, case when s.status <> 'PENDING' then $6::timestamptz end
    from request, json_to_recordset($4::json) as s(level int, "approverRole" text, "approverPermission" text, "approverId" uuid, superiors text[],
      "escalationHours" int, status text, comment text)
  )
  select version from request`
