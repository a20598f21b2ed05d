import { permissionCard, roleCard } from '@prometric/contracts/people'
import { permissions } from '@prometric/contracts/permissions'
import { type Call, Called } from '../../../platform/http/call.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { roleList } from '../queries/role-list.js'

@WorkspaceController('')
export class RolesController {
  @Route.get('roles', { summary: 'Roles of the organization', permission: 'EMPLOYEES_VIEW', answer: roleCard.array() })
  roles(@Called() call: Call) {
    return call.read(roleList)
  }

  @Route.get('permissions', {
    summary: 'Every right that a role can give',
    permission: 'EMPLOYEES_VIEW',
    answer: permissionCard.array(),
  })
  permissions() {
    return permissions.map((code) => ({ code, group: code.slice(0, code.indexOf('_')) }))
  }
}
