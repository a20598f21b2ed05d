import { memberCard, memberStatus } from '@prometric/contracts/people'
import { anyOf, text } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

export const memberList = listing({
  from: `app.workspace_members member join app.users person on person.id = member.user_id
    join app.roles role on role.organization_id = member.organization_id and role.id = member.role_id
    left join app.employees employee on employee.workspace_id = member.workspace_id and employee.id = member.employee_id`,
  alias: 'member',
  row: memberCard,
  computed: {
    email: 'person.email',
    firstName: 'person.first_name',
    lastName: 'person.last_name',
    departmentId: 'employee.department_id',
    roleCode: 'role.code',
    roleName: 'role.name',
  },
  filters: { status: anyOf('member.status', memberStatus.options), roleCode: text('role.code') },
  search: ['person.first_name', 'person.last_name', 'person.email'],
  sorts: ['createdAt', 'joinedAt', 'status'],
  defaultSort: 'createdAt',
})
