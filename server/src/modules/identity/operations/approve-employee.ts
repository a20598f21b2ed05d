import type { ApproveEmployeeBody } from '@prometric/contracts/people'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { approvedLetter } from '../letters.js'
import { grantableRole } from '../grantable-role.js'
import type { Letter } from '../../../platform/mail/mail.js'
import { completeRegistration } from './complete-registration.js'

const roleOf = { ADMIN: 'ADMIN', MANAGER: 'SALES_MANAGER', EMPLOYEE: 'EMPLOYEE' } as const

export interface PendingEmployee {
  readonly userId: string
  readonly email: string
  readonly organizationName: string
}

/** Takes a newcomer into the workspace, with a department and a role. */
export async function approveEmployee(
  work: UnitOfWork,
  employeeId: string,
  decision: ApproveEmployeeBody,
): Promise<{ userId: string; letter: Letter }> {
  if (decision.departmentId === undefined) throw new Refusal('DEPARTMENT_REQUIRED', {}, 'departmentId')
  const pending = await lockPending(work, employeeId)
  if (!(await work.row(findDepartment, [work.workspaceId, decision.departmentId])))
    throw new Refusal('NOT_FOUND', {}, 'departmentId')
  const code = decision.roleCode ?? roleOf[decision.organizationRole ?? 'EMPLOYEE']
  const role = await grantableRole(work, { code })
  for (const permission of decision.permissions ?? []) work.require(permission)
  const number = await work.number('EMP')
  await work.rows(activate, [
    work.workspaceId,
    employeeId,
    decision.departmentId,
    decision.position ?? null,
    role.baseRole,
    number,
    work.today,
    work.actor.userId,
  ])
  await work.rows(join, [
    work.workspaceId,
    work.organizationId,
    newId(),
    pending.userId,
    employeeId,
    role.id,
    decision.permissions ?? [],
    work.actor.userId,
  ])
  await work.rows(closeRequest, [work.organizationId, pending.userId, work.actor.userId])
  await completeRegistration(work, pending.userId)
  work.announce({
    name: 'employee.approved',
    aggregateType: 'employee',
    aggregateId: employeeId,
    aggregateVersion: 2,
    payload: { employeeId, userId: pending.userId, roleCode: role.code, departmentId: decision.departmentId },
  })
  return { userId: pending.userId, letter: approvedLetter(pending.email, pending.organizationName) }
}

/** The employee who waits for a decision, locked until it is taken. */
export async function lockPending(work: UnitOfWork, employeeId: string): Promise<PendingEmployee> {
  const found = await work.row<PendingEmployee & { status: string }>(lockEmployee, [work.workspaceId, employeeId])
  if (!found) throw new Refusal('NOT_FOUND')
  if (found.status !== 'PENDING') throw new Refusal('INVALID_TRANSITION', { from: found.status, to: 'ACTIVE' })
  return found
}

const lockEmployee = sql`
  select e.user_id as "userId", e.email, e.status, o.name as "organizationName" from app.employees e join app.organizations o on o.id = e.organization_id
  where e.workspace_id = $1 and e.id = $2 and e.deleted_at is null and e.user_id is not null for no key update of e`
const findDepartment = sql`select id from app.departments where workspace_id = $1 and id = $2 and deleted_at is null`
const activate = sql`
  update app.employees set status = 'ACTIVE', department_id = $3, position = coalesce($4, position), organization_role = $5,
    employee_number = coalesce(employee_number, $6), hire_date = coalesce(hire_date, $7::date), version = version + 1, updated_at = app.now(), updated_by = $8
  where workspace_id = $1 and id = $2`
const join = sql`
  insert into app.workspace_members (organization_id, workspace_id, id, user_id, employee_id, role_id, status, extra_permissions, joined_at, invited_by)
  values ($2, $1, $3, $4, $5, $6, 'ACTIVE', $7, app.now(), $8)
  on conflict (workspace_id, user_id) do update set status = 'ACTIVE', role_id = $6, employee_id = $5, extra_permissions = $7, denied_permissions = '{}',
    data_scope = null, joined_at = app.now(), invited_by = $8, updated_at = app.now()`
const closeRequest = sql`
  update app.join_requests set status = 'APPROVED', decided_by = $3, decided_at = app.now(), updated_at = app.now()
  where organization_id = $1 and user_id = $2 and status = 'PENDING'`
