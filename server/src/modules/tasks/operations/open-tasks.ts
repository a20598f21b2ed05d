import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../../platform/outbox/events.js'

export interface TaskWish {
  readonly title: string
  readonly description?: string
  readonly type:
    | 'GENERAL'
    | 'ORDER_APPROVAL'
    | 'ORDER_FULFILLMENT'
    | 'INVOICE_SENDING'
    | 'FOLLOW_UP'
    | 'PROCUREMENT'
    | 'SERVICE_DELIVERY'
    | 'DATA_FIX'
  readonly priority?: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT'
  /** An employee. */
  readonly assignedTo?: string | null
  readonly dueDate?: string | null
  readonly customerId?: string | null
  readonly dealId?: string | null
  readonly orderId?: string | null
  readonly relatedEntityType?: string
  readonly relatedEntityId?: string
  /** The same key never opens a second task. */
  readonly sourceKey: string
}

/** Opens tasks for people, each once. */
export async function openTasks(work: UnitOfWork, wishes: readonly TaskWish[]): Promise<DocumentRef[]> {
  if (wishes.length === 0) return []
  const opened = await work.rows<{ id: string; type: string; assignedTo: string | null; title: string }>(insert, [
    work.workspaceId,
    work.organizationId,
    JSON.stringify(wishes.map((wish) => ({ priority: 'NORMAL', ...wish, id: newId() }))),
    work.actor.userId,
  ])
  for (const task of opened) {
    work.announce({
      name: 'task.created',
      aggregateType: 'task',
      aggregateId: task.id,
      aggregateVersion: 1,
      payload: { taskId: task.id, type: task.type, assignedTo: task.assignedTo },
    })
  }
  return opened.map(({ id, title }) => ({ type: 'task', id, number: title }))
}

const insert = sql`
  insert into app.tasks (organization_id, workspace_id, id, title, description, type, priority, assigned_to, due_date, customer_id, deal_id, order_id, related_entity_type,
    related_entity_id, source_key, created_by)
  select $2, $1, t."id", left(t."title", 500), t."description", t."type", t."priority", t."assignedTo", t."dueDate", t."customerId", t."dealId", t."orderId", t."relatedEntityType",
    t."relatedEntityId", t."sourceKey", $4
  from json_to_recordset($3::json) as t("id" uuid, "title" text, "description" text, "type" text, "priority" text, "assignedTo" uuid, "dueDate" date, "customerId" uuid, "dealId" uuid,
    "orderId" uuid, "relatedEntityType" text, "relatedEntityId" uuid, "sourceKey" text)
  on conflict (workspace_id, source_key) do nothing
  returning id, type, assigned_to as "assignedTo", title`
