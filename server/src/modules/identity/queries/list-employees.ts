import { type EmployeeCard, employeeCard, employeeStatus } from '@prometric/contracts/people'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { anyOf, byId, text } from '../../../platform/http/filters.js'
import { listing, type ListQuery, type Page } from '../../../platform/http/listing.js'

export const employeeList = listing({
  from: `app.employees employee left join app.departments department on department.workspace_id = employee.workspace_id and department.id = employee.department_id
    left join app.workspace_members member on member.workspace_id = employee.workspace_id and member.employee_id = employee.id
    left join app.roles role on role.organization_id = member.organization_id and role.id = member.role_id`,
  alias: 'employee',
  row: employeeCard,
  computed: { departmentName: 'department.name', roleCode: 'role.code' },
  filters: {
    departmentId: byId('employee.department_id'),
    status: anyOf('employee.status', employeeStatus.options),
    role: text('role.code'),
  },
  where: 'employee.deleted_at is null',
  search: ['employee.first_name', 'employee.last_name', 'employee.email', `coalesce(employee.employee_number, '')`],
  sorts: ['lastName', 'createdAt', 'hireDate', 'status'],
  defaultSort: 'lastName',
})

export async function listEmployees(work: UnitOfWork, asked: ListQuery): Promise<Page<EmployeeCard>> {
  const page = await employeeList.list(work, asked)
  return { ...page, items: page.items.map((employee) => discreet(work, employee)) }
}

export async function findEmployee(work: UnitOfWork, id: string): Promise<EmployeeCard> {
  return discreet(work, await employeeList.find(work, id))
}

/** Salaries are for those who may see them. */
function discreet(work: UnitOfWork, employee: EmployeeCard): EmployeeCard {
  return work.allow('EMPLOYEES_SALARY') ? employee : { ...employee, salary: null }
}
