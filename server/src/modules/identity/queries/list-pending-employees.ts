import { pendingEmployee } from '@prometric/contracts/people'
import { listing } from '../../../platform/http/listing.js'

/** Who waits to be taken in, the longest wait first. */
export const pendingList = listing({
  from: `app.employees employee join app.join_requests request on request.organization_id = employee.organization_id and request.user_id = employee.user_id
    and request.status = 'PENDING'`,
  alias: 'employee',
  row: pendingEmployee,
  computed: {
    requestedDepartment: 'request.requested_department',
    requestedPosition: 'request.requested_position',
    experience: 'request.experience',
    skills: 'request.skills',
    message: 'request.message',
    requestedAt: 'request.created_at',
  },
  where: `employee.status = 'PENDING' and employee.deleted_at is null`,
  sorts: ['createdAt'],
  defaultSort: 'createdAt',
})
