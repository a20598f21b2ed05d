import { Inject } from '@nestjs/common'
import {
  approveEmployeeBody,
  type ApproveEmployeeBody,
  employeeCard,
  pendingEmployee,
  rejectEmployeeBody,
  type RejectEmployeeBody,
} from '@prometric/contracts/people'
import { type Call, Called } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { Mail } from '../../../platform/mail/mail.js'
import { Memberships } from '../../../platform/session/memberships.js'
import { approveEmployee } from '../operations/approve-employee.js'
import { rejectEmployee } from '../operations/reject-employee.js'
import { employeeList, findEmployee, listEmployees } from '../queries/list-employees.js'
import { pendingList } from '../queries/list-pending-employees.js'

@WorkspaceController('employees')
export class EmployeesController {
  constructor(
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  @Route.get('', {
    summary: 'Employees',
    permission: 'EMPLOYEES_VIEW',
    query: employeeList.query,
    answer: employeeCard,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => listEmployees(work, call.query))
  }

  @Route.get('pending', {
    summary: 'Who waits to be taken in',
    permission: 'EMPLOYEES_APPROVE',
    query: pendingList.query,
    answer: pendingEmployee,
    list: true,
  })
  pending(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => pendingList.list(work, call.query))
  }

  @Route.get(':id', { summary: 'An employee', permission: 'EMPLOYEES_VIEW', answer: employeeCard })
  get(@Called() call: Call) {
    return call.read((work) => findEmployee(work, call.params.id))
  }

  @Route.post(':id/approve', {
    summary: 'Take a newcomer in',
    permission: 'EMPLOYEES_APPROVE',
    body: approveEmployeeBody,
    answer: employeeCard,
  })
  approve(@Called() call: Call<ApproveEmployeeBody>) {
    return call.write(async (work) => {
      const { userId, letter } = await approveEmployee(work, call.params.id, call.body)
      work.afterCommit(() => {
        this.memberships.drop(userId)
        this.mail.post(letter)
      })
      return findEmployee(work, call.params.id)
    })
  }

  @Route.post(':id/reject', {
    summary: 'Decline a newcomer',
    permission: 'EMPLOYEES_APPROVE',
    body: rejectEmployeeBody,
    answer: employeeCard,
  })
  reject(@Called() call: Call<RejectEmployeeBody>) {
    return call.write(async (work) => {
      const { letter } = await rejectEmployee(work, call.params.id, call.body)
      work.afterCommit(() => this.mail.post(letter))
      return findEmployee(work, call.params.id)
    })
  }
}
