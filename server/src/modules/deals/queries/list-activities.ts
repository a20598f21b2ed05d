import { activityRow, activityStatuses, activityTypes } from '@prometric/contracts/deal-activities'
import { anyOf, byId } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

/** Overdue is not stored: it is planned for a moment that has passed. */
export const activityStatus = `case when activity.status = 'PLANNED' and activity.scheduled_at < app.now() then 'OVERDUE' else activity.status end`

const nameOf = (
  key: string,
  column: string,
) => `(select person.first_name || ' ' || person.last_name from app.employees person
  where person.workspace_id = activity.workspace_id and person.${key} = activity.${column} and person.deleted_at is null)`

/** Whose it is, and who did it. */
export const activityNames = {
  assignedToName: nameOf('id', 'assigned_to'),
  completedByName: nameOf('user_id', 'completed_by'),
}

/** The activities of a deal. */
export const activityList = listing({
  from: 'app.deal_activities activity',
  alias: 'activity',
  row: activityRow,
  computed: { status: activityStatus, ...activityNames },
  filters: {
    dealId: byId('activity.deal_id'),
    type: anyOf('activity.type', activityTypes),
    status: anyOf(`(${activityStatus})`, activityStatuses),
    assignedTo: byId('activity.assigned_to'),
  },
  sorts: ['createdAt', 'scheduledAt', 'completedAt'],
  defaultSort: '-createdAt',
})
