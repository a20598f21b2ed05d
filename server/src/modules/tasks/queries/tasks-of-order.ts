import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** A task that the system opened for an order's sake and nobody has ended. */
export interface OpenTask {
  readonly id: string
  readonly title: string
  readonly sourceKey: string
}

/** The open tasks that follow from an order itself. Those of its picking and delivery end with these. */
export async function openTasksOfOrder(work: UnitOfWork, orderId: string): Promise<OpenTask[]> {
  return work.rows<OpenTask>(read, [work.workspaceId, orderId])
}

const read = sql`
  select id, title, source_key as "sourceKey" from app.tasks
  where workspace_id = $1 and order_id = $2 and deleted_at is null and status not in ('DONE', 'CANCELLED')
    and source_key ~ '^(service|bom-missing|address-missing):'
  order by id`
