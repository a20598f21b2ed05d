import type { orderChangeRow } from '@prometric/contracts/order-commands'
import type { z } from 'zod'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { orderList } from './order-list.js'

type OrderChange = z.infer<typeof orderChangeRow>

const changesAtMost = 500
const costs = ['cost', 'cost_amount', 'margin_amount', 'margin_percent', 'revenue_share', 'tax_share']

/** What the audit keeps of an order, of the lines it has and had, and of its holds; the latest first. */
export async function orderChanges(work: UnitOfWork, orderId: string): Promise<OrderChange[]> {
  const { id } = await orderList.find(work, orderId)
  const rows = await work.rows<{ row: OrderChange }>(readChanges, [
    work.workspaceId,
    id,
    work.allow('COST_VIEW') ? [] : costs,
    changesAtMost,
  ])
  return rows.map(({ row }) => row)
}

// A line that is gone is known by the row of its making or its end, where the audit keeps all of it.
const readChanges = sql`
  with trail as (
    select a.* from app.audit_logs a where a.workspace_id = $1 and a.entity_type = 'orders' and a.entity_id = $2
    union all
    select a.* from app.audit_logs a where a.workspace_id = $1 and a.entity_type in ('order_items', 'order_holds') and a.entity_id in (
      select i.id from app.order_items i where i.workspace_id = $1 and i.order_id = $2
      union all select h.id from app.order_holds h where h.workspace_id = $1 and h.order_id = $2)
  )
  select json_build_object('id', t.id, 'at', t.timestamp, 'entityType', t.entity_type, 'entityId', t.entity_id, 'action', t.action, 'userId', t.user_id,
    'userName', u.first_name || ' ' || u.last_name, 'changes', coalesce(t.changes, t.new_values, t.old_values, '{}') - $3::text[]) as row
  from trail t left join app.users u on u.id = t.user_id
  order by t.timestamp desc, t.id desc limit $4`
