import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The departments that every workspace starts with, the management first. */
const departments = [
  ['MANAGEMENT', 'Руководство'], ['SALES', 'Продажи'], ['LOGISTICS', 'Логистика'], ['MARKETING', 'Маркетинг'],
  ['FINANCE', 'Финансы'], ['PRODUCTION', 'Производство'], ['PROCUREMENT', 'Закупки'], ['HR', 'HR'],
] as const

export interface NewWorkspace {
  readonly name: string
  readonly type: 'MAIN' | 'DIVISION' | 'BRANCH' | 'PROJECT' | 'DEPARTMENT'
  readonly isDefault: boolean
  readonly ownerId: string
  readonly description?: string | undefined
}

/** Opens the workspace of the transaction's context: its departments, and the owner as its first employee and member. */
export async function foundWorkspace(work: UnitOfWork, workspace: NewWorkspace): Promise<void> {
  const { name, type, isDefault, ownerId, description } = workspace
  await work.rows(insertWorkspace, [work.organizationId, work.workspaceId, name, type, description ?? null, isDefault, ownerId])
  const rows = departments.map(([code, departmentName]) => ({ id: newId(), code, name: departmentName }))
  await work.rows(insertDepartments, [work.workspaceId, work.organizationId, JSON.stringify(rows), ownerId])
  const employeeId = newId()
  const year = Number(work.today.slice(0, 4))
  await work.rows(insertOwnerEmployee, [work.workspaceId, work.organizationId, employeeId, ownerId, `EMP-${year}-000001`, rows[0]!.id, work.today])
  await work.rows(startEmployeeNumbers, [work.workspaceId, work.organizationId, year])
  await work.rows(setHead, [work.workspaceId, rows[0]!.id, employeeId])
  await work.rows(insertOwnerMember, [work.workspaceId, work.organizationId, newId(), ownerId, employeeId])
  work.announce({
    name: 'workspace.created', aggregateType: 'workspace', aggregateId: work.workspaceId, aggregateVersion: 1,
    payload: { workspaceId: work.workspaceId, organizationId: work.organizationId, name, type, ownerId },
  })
}

const insertWorkspace = sql`
  insert into app.workspaces (organization_id, id, name, type, description, is_default, created_by, updated_by) values ($1, $2, $3, $4, $5, $6, $7, $7)`
const insertDepartments = sql`
  insert into app.departments (organization_id, workspace_id, id, name, code, created_by, updated_by)
  select $2, $1, d.id, d.name, d.code, $4, $4 from json_to_recordset($3::json) as d(id uuid, name text, code text)`
const insertOwnerEmployee = sql`
  insert into app.employees (organization_id, workspace_id, id, user_id, employee_number, first_name, last_name, middle_name, email, phone, position,
    department_id, organization_role, hire_date, status, created_by, updated_by)
  select $2, $1, $3, u.id, $5, u.first_name, u.last_name, u.middle_name, u.email, u.phone, 'CEO', $6, 'OWNER', $7::date, 'ACTIVE', u.id, u.id
  from app.users u where u.id = $4`
// The counter's own connection cannot see a workspace that is not committed yet, so the owner's number is taken here.
const startEmployeeNumbers = sql`
  insert into app.document_counters (organization_id, workspace_id, document_type, year, next_value) values ($2, $1, 'EMP', $3, 2)`
const setHead = sql`update app.departments set head_employee_id = $3 where workspace_id = $1 and id = $2`
const insertOwnerMember = sql`
  insert into app.workspace_members (organization_id, workspace_id, id, user_id, employee_id, role_id, status, joined_at)
  select $2, $1, $3, $4, $5, r.id, 'ACTIVE', app.now() from app.roles r where r.organization_id = $2 and r.code = 'OWNER' and r.deleted_at is null`
