import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Refuses a draft that cannot become an order any more: nobody to sell to, nothing to sell, or goods that are sold no longer. */
export async function checkValidity(work: UnitOfWork, orderId: string): Promise<void> {
  const found = await work.row<{ customerId: string; isBlocked: boolean; lines: number; unsold: string | null }>(
    judge,
    [work.workspaceId, orderId],
  )
  const { customerId, isBlocked, lines, unsold } = found!
  if (isBlocked) throw new Refusal('CUSTOMER_BLOCKED', { customerId }, 'customerId')
  if (lines === 0) throw new Refusal('ORDER_EMPTY', { orderId })
  if (unsold !== null) throw new Refusal('PRODUCT_NOT_SELLABLE', { product: unsold })
}

const judge = sql`
  select c.id as "customerId", not c.is_active or c.merged_into_id is not null or c.deleted_at is not null as "isBlocked",
    (select count(*)::int from app.order_items i where i.workspace_id = $1 and i.order_id = o.id) as lines,
    (select p.name from app.order_items i join app.products p on p.workspace_id = $1 and p.id = i.product_id
      where i.workspace_id = $1 and i.order_id = o.id and (p.status <> 'ACTIVE' or p.deleted_at is not null or (i.parent_item_id is null and not p.sellable))
      order by i.line_no limit 1) as unsold
  from app.orders o join app.customers c on c.workspace_id = $1 and c.id = o.customer_id where o.workspace_id = $1 and o.id = $2`
