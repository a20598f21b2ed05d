import { taskPriorities, taskRow, taskStatuses, taskTypes } from '@prometric/contracts/tasks'
import { anyOf, byId, dayFrom, dayTo, flag, text } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

const isOverdue = `t.due_date is not null and t.due_date < (app.now() at time zone 'Asia/Almaty')::date and t.status not in ('DONE', 'CANCELLED')`

/** What people have to do. */
export const taskList = listing({
  from: 'app.tasks t left join app.employees employee on employee.workspace_id = t.workspace_id and employee.id = t.assigned_to',
  alias: 't',
  row: taskRow,
  computed: { assignedToName: `employee.first_name || ' ' || employee.last_name`, isOverdue: `(${isOverdue})` },
  where: 't.deleted_at is null',
  search: ['t.title'],
  sorts: ['createdAt', 'dueDate', 'priority', 'status', 'title'],
  defaultSort: 'dueDate,-createdAt',
  scope: { assignedTo: 't.assigned_to', createdBy: 't.created_by', department: 't.department_id' },
  filters: {
    status: anyOf('t.status', taskStatuses),
    type: anyOf('t.type', taskTypes),
    priority: anyOf('t.priority', taskPriorities),
    open: flag(`t.status not in ('DONE', 'CANCELLED')`),
    assignedTo: byId('t.assigned_to'),
    customerId: byId('t.customer_id'),
    dealId: byId('t.deal_id'),
    orderId: byId('t.order_id'),
    relatedEntityType: text('t.related_entity_type'),
    relatedEntityId: byId('t.related_entity_id'),
    dueFrom: dayFrom('t.due_date'),
    dueTo: dayTo('t.due_date'),
  },
})
