import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The departments that every workspace starts with, the management first. */
const departments = [
  ['MANAGEMENT', 'Руководство'],
  ['SALES', 'Продажи'],
  ['LOGISTICS', 'Логистика'],
  ['MARKETING', 'Маркетинг'],
  ['FINANCE', 'Финансы'],
  ['PRODUCTION', 'Производство'],
  ['PROCUREMENT', 'Закупки'],
  ['HR', 'HR'],
] as const

export interface NewWorkspace {
  readonly name: string
  readonly type: 'MAIN' | 'DIVISION' | 'BRANCH' | 'PROJECT' | 'DEPARTMENT'
  readonly isDefault: boolean
  readonly ownerId: string
  readonly description?: string | undefined
  /** Whoever opens it on the owner's behalf, an administrator of it from then on. */
  readonly openedBy?: string | undefined
}

/** Opens the workspace of the transaction's context: its departments, and the owner as its first employee and member. */
export async function foundWorkspace(work: UnitOfWork, workspace: NewWorkspace): Promise<void> {
  const { name, type, isDefault, ownerId, description, openedBy } = workspace
  await work.rows(insertWorkspace, [
    work.organizationId,
    work.workspaceId,
    name,
    type,
    description ?? null,
    isDefault,
    openedBy ?? ownerId,
  ])
  const rows = departments.map(([code, departmentName]) => ({ id: newId(), code, name: departmentName }))
  await work.rows(insertDepartments, [work.workspaceId, work.organizationId, JSON.stringify(rows), ownerId])
  const year = Number(work.today.slice(0, 4))
  const first = [
    { user_id: ownerId, employee_id: newId(), member_id: newId(), role: 'OWNER', position: 'CEO' },
    ...(openedBy && openedBy !== ownerId
      ? [{ user_id: openedBy, employee_id: newId(), member_id: newId(), role: 'ADMIN', position: null }]
      : []),
  ].map((person, i) => ({ ...person, number: `EMP-${year}-${String(i + 1).padStart(6, '0')}` }))
  const people = JSON.stringify(first)
  await work.rows(insertEmployees, [work.workspaceId, work.organizationId, people, rows[0]!.id, work.today])
  await work.rows(insertMembers, [work.workspaceId, work.organizationId, people])
  await work.rows(startEmployeeNumbers, [work.workspaceId, work.organizationId, year, first.length + 1])
  await work.rows(setHead, [work.workspaceId, rows[0]!.id, first[0]!.employee_id])
  work.announce({
    name: 'workspace.created',
    aggregateType: 'workspace',
    aggregateId: work.workspaceId,
    aggregateVersion: 1,
    payload: { workspaceId: work.workspaceId, organizationId: work.organizationId, name, type, ownerId },
  })
}

const insertWorkspace = sql`
  insert into app.workspaces (organization_id, id, name, type, description, is_default, created_by, updated_by) values ($1, $2, $3, $4, $5, $6, $7, $7)`
const insertDepartments = sql`
  insert into app.departments (organization_id, workspace_id, id, name, code, created_by, updated_by)
  select $2, $1, d.id, d.name, d.code, $4, $4 from json_to_recordset($3::json) as d(id uuid, name text, code text)`
const insertEmployees = sql`
  insert into app.employees (organization_id, workspace_id, id, user_id, employee_number, first_name, last_name, middle_name, email, phone, position,
    department_id, organization_role, hire_date, status, created_by, updated_by)
  select $2, $1, p.employee_id, u.id, p.number, u.first_name, u.last_name, u.middle_name, u.email, u.phone, p.position, $4, p.role, $5::date, 'ACTIVE', u.id, u.id
  from json_to_recordset($3::json) as p(user_id uuid, employee_id uuid, number text, role text, position text) join app.users u on u.id = p.user_id`
const insertMembers = sql`
  insert into app.workspace_members (organization_id, workspace_id, id, user_id, employee_id, role_id, status, joined_at)
  select $2, $1, p.member_id, p.user_id, p.employee_id, r.id, 'ACTIVE', app.now()
  from json_to_recordset($3::json) as p(user_id uuid, employee_id uuid, member_id uuid, role text)
  join app.roles r on r.organization_id = $2 and r.code = p.role and r.deleted_at is null`
// The counter's own connection cannot see a workspace that is not committed yet, so the first numbers are taken here.
const startEmployeeNumbers = sql`
  insert into app.document_counters (organization_id, workspace_id, document_type, year, next_value) values ($2, $1, 'EMP', $3, $4)`
const setHead = sql`update app.departments set head_employee_id = $3 where workspace_id = $1 and id = $2`
