import { invalid } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** The department of an active employee who may be given customers. */
export async function departmentOfAssignee(work: UnitOfWork, employeeId: string): Promise<string | null> {
  const employee = await work.row<{ departmentId: string | null }>(activeEmployee, [work.workspaceId, employeeId])
  if (!employee) throw invalid('assignedTo', 'ACTIVE_EMPLOYEE')
  return employee.departmentId
}

const activeEmployee = sql`
  select department_id as "departmentId" from app.employees
  where workspace_id = $1 and id = $2 and status = 'ACTIVE' and deleted_at is null`
