import type { CreateTaskBody } from '@prometric/contracts/tasks'
import { newId } from '../../../kernel/ids.js'
import { invalid } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** A task that a person writes; nobody named means oneself. */
export async function createTask(work: UnitOfWork, task: CreateTaskBody): Promise<string> {
  const id = newId()
  const assignedTo = task.assignedTo ?? work.actor.employeeId
  const missing = await work.row<{ field: string }>(unknownReference, [
    work.workspaceId,
    assignedTo,
    task.customerId ?? null,
    task.dealId ?? null,
    task.orderId ?? null,
  ])
  if (missing) throw invalid(missing.field, 'UNKNOWN')
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    id,
    task.title,
    task.description ?? null,
    task.type ?? 'GENERAL',
    task.priority ?? 'NORMAL',
    assignedTo,
    work.actor.employeeId,
    task.dueDate ?? null,
    task.customerId ?? null,
    task.dealId ?? null,
    task.orderId ?? null,
    work.actor.userId,
  ])
  work.announce({
    name: 'task.created',
    aggregateType: 'task',
    aggregateId: id,
    aggregateVersion: 1,
    payload: { taskId: id, type: task.type ?? 'GENERAL', assignedTo },
  })
  return id
}

const insert = sql`
  insert into app.tasks (organization_id, workspace_id, id, title, description, type, priority, assigned_to, assigned_by, department_id, due_date, customer_id, deal_id,
    order_id, created_by)
  values ($2, $1, $3, $4, $5, $6, $7, $8, $9, (select department_id from app.employees where workspace_id = $1 and id = $8), $10, $11, $12, $13, $14)`

const unknownReference = sql`
  select field from (values
    ('assignedTo', $2::uuid is null or exists (select from app.employees x where x.workspace_id = $1 and x.id = $2 and x.deleted_at is null)),
    ('customerId', $3::uuid is null or exists (select from app.customers x where x.workspace_id = $1 and x.id = $3 and x.deleted_at is null)),
    ('dealId', $4::uuid is null or exists (select from app.deals x where x.workspace_id = $1 and x.id = $4 and x.deleted_at is null)),
    ('orderId', $5::uuid is null or exists (select from app.orders x where x.workspace_id = $1 and x.id = $5 and x.deleted_at is null))
  ) as v(field, known) where not known limit 1`
