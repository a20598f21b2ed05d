import { departmentCard } from '@prometric/contracts/people'
import type { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

type Department = z.infer<typeof departmentCard>

/** The departments in the order of their tree: a parent, then its children, `level` telling how deep. */
export async function departmentTree(work: UnitOfWork): Promise<Department[]> {
  return (await work.rows<{ row: Department }>(tree, [work.workspaceId])).map((found) => found.row)
}

export async function findDepartment(work: UnitOfWork, id: string): Promise<Department> {
  const found = (await departmentTree(work)).find((department) => department.id === id)
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}

const tree = sql`
  with recursive tree as (
    select d.*, 0 as level, array[d.created_at::text || d.id::text] as path from app.departments d
    where d.workspace_id = $1 and d.parent_id is null and d.deleted_at is null
    union all
    select d.*, t.level + 1, t.path || (d.created_at::text || d.id::text) from app.departments d join tree t on d.parent_id = t.id
    where d.workspace_id = $1 and d.deleted_at is null and t.level < 20
  )
  select json_build_object('id', t.id, 'name', t.name, 'code', t.code, 'description', t.description, 'parentId', t.parent_id, 'level', t.level,
    'headEmployeeId', t.head_employee_id, 'costCenter', t.cost_center, 'isActive', t.is_active, 'employeeCount',
    (select count(*) from app.employees e where e.workspace_id = $1 and e.department_id = t.id and e.status = 'ACTIVE' and e.deleted_at is null)) as row
  from tree t order by t.path`
