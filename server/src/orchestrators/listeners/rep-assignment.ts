import { assignRep } from '../../modules/customers/operations/assign-rep.js'
import type { InlineListener } from '../../platform/outbox/listener.js'

/** A customer entered without an assignee gets one; once somebody looks after him, this does nothing. For customer.created. */
export const repAssignment: InlineListener = {
  name: 'rep-assignment',
  async hear(work, event) {
    if (!event.payload.assignedTo) await assignRep(work, event.aggregateId)
  },
}
