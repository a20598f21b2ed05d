import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { adoptUser } from './adopt-user.js'
import { grantableRole } from '../grantable-role.js'

export interface NewMember {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly roleCode: string
  readonly departmentId?: string | undefined
  readonly position?: string | undefined
  readonly phone?: string | null | undefined
  /** Of the person's new account; an account that exists keeps its own password. */
  readonly passwordHash: string
}

/** Makes a person a member with a role, and an employee of the workspace; the account is created where there is none. */
export async function addMember(
  work: UnitOfWork,
  member: NewMember,
): Promise<{ memberId: string; userId: string; isNewAccount: boolean }> {
  const role = await grantableRole(work, { code: member.roleCode })
  const departmentId = await departmentFor(work, member.departmentId)
  const number = await work.number('EMP')
  const { userId, isNewAccount } = await adoptUser(work, member)
  const employee = await work.row<{ id: string }>(hire, [
    work.workspaceId,
    work.organizationId,
    newId(),
    userId,
    number,
    member.firstName,
    member.lastName,
    member.email.toLowerCase(),
    member.phone ?? null,
    member.position ?? null,
    departmentId,
    role.baseRole,
    work.today,
    work.actor.userId,
  ])
  const joined = await work.row<{ id: string }>(join, [
    work.workspaceId,
    work.organizationId,
    newId(),
    userId,
    employee!.id,
    role.id,
    work.actor.userId,
  ])
  if (!joined) throw new Refusal('DUPLICATE', { userId }, 'email')
  work.announce({
    name: 'employee.onboarded',
    aggregateType: 'employee',
    aggregateId: employee!.id,
    aggregateVersion: 1,
    payload: { employeeId: employee!.id, userId, memberId: joined.id, roleCode: member.roleCode, departmentId },
  })
  return { memberId: joined.id, userId, isNewAccount }
}

async function departmentFor(work: UnitOfWork, departmentId: string | undefined): Promise<string | null> {
  if (departmentId === undefined) return null
  const department = await work.row<{ id: string }>(findDepartment, [work.workspaceId, departmentId])
  if (!department) throw new Refusal('NOT_FOUND', {}, 'departmentId')
  return department.id
}

const findDepartment = sql`select id from app.departments where workspace_id = $1 and id = $2 and deleted_at is null`
// Somebody who once worked here, or waits for approval, comes back as the same employee and member.
const hire = sql`
  insert into app.employees as e (organization_id, workspace_id, id, user_id, employee_number, first_name, last_name, email, phone, position,
    department_id, organization_role, hire_date, status, created_by, updated_by)
  values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::date, 'ACTIVE', $14, $14)
  on conflict (workspace_id, user_id) where deleted_at is null do update set status = 'ACTIVE', termination_date = null, organization_role = $12,
    department_id = coalesce($11, e.department_id), position = coalesce($10, e.position), employee_number = coalesce(e.employee_number, $5),
    version = e.version + 1, updated_at = app.now(), updated_by = $14
  returning id`
const join = sql`
  insert into app.workspace_members as m (organization_id, workspace_id, id, user_id, employee_id, role_id, status, joined_at, invited_by)
  values ($2, $1, $3, $4, $5, $6, 'ACTIVE', app.now(), $7)
  on conflict (workspace_id, user_id) do update set status = 'ACTIVE', role_id = $6, employee_id = $5, invited_by = $7, joined_at = app.now(),
    extra_permissions = '{}', denied_permissions = '{}', data_scope = null, updated_at = app.now() where m.status <> 'ACTIVE'
  returning id`
