import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/** An order as notices speak of it: its number, its seller, its customer. */
export interface ToldOrder {
  readonly number: string
  readonly rep: string | null
  readonly customerName: string | null
}

/** The order that a notice is about. */
export async function toldOrder(work: UnitOfWork, orderId: string): Promise<ToldOrder | undefined> {
  return work.row<ToldOrder>(ofOrder, [work.workspaceId, orderId])
}

const ofOrder = sql`
  select o.order_number as number, o.sales_rep_id as rep, c.name as "customerName"
  from app.orders o left join app.customers c on c.workspace_id = o.workspace_id and c.id = o.customer_id where o.workspace_id = $1 and o.id = $2`
