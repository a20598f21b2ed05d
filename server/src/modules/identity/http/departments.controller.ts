import { departmentCard } from '@prometric/contracts/people'
import { type Call, Called } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { departmentTree, findDepartment } from '../queries/department-tree.js'

@WorkspaceController('departments')
export class DepartmentsController {
  @Route.get('', {
    summary: 'Departments in the order of their tree',
    permission: 'MEMBER',
    answer: departmentCard.array(),
  })
  tree(@Called() call: Call) {
    return call.read(departmentTree)
  }

  @Route.get(':id', { summary: 'A department', permission: 'MEMBER', answer: departmentCard })
  get(@Called() call: Call) {
    return call.read((work) => findDepartment(work, call.params.id))
  }
}
