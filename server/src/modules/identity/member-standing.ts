import { Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { mustOutrank, type Role } from './grantable-role.js'

export interface StandingMember {
  readonly id: string
  readonly userId: string
  readonly employeeId: string | null
  readonly roleId: string
  readonly roleCode: string
  readonly baseRole: Role['baseRole']
  readonly status: string
}

/** The member to be changed, locked together with every owner: two owners cannot remove each other at the same moment. */
export async function lockMember(work: UnitOfWork, memberId: string): Promise<StandingMember> {
  const locked = await work.rows<StandingMember>(lockWithOwners, [work.workspaceId, work.organizationId, memberId])
  const member = locked.find((each) => each.id === memberId)
  if (!member) throw new Refusal('NOT_FOUND')
  mustOutrank(work, member.baseRole)
  return member
}

/** Refuses when no active owner would be left. Ask after `lockMember`. */
export async function mustLeaveAnOwner(work: UnitOfWork, member: StandingMember): Promise<void> {
  if (member.roleCode !== 'OWNER' || member.status !== 'ACTIVE') return
  const others = await work.row(otherOwner, [work.workspaceId, work.organizationId, member.id])
  if (!others) throw new Refusal('LAST_OWNER')
}

const lockWithOwners = sql`
  select m.id, m.user_id as "userId", m.employee_id as "employeeId", m.role_id as "roleId", r.code as "roleCode", r.base_role as "baseRole", m.status
  from app.workspace_members m join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
  where m.workspace_id = $1 and m.organization_id = $2 and (m.id = $3 or r.code = 'OWNER') order by m.id for no key update of m`
const otherOwner = sql`
  select m.id from app.workspace_members m join app.roles r on r.organization_id = m.organization_id and r.id = m.role_id
  where m.workspace_id = $1 and m.organization_id = $2 and m.id <> $3 and r.code = 'OWNER' and m.status = 'ACTIVE' limit 1`
