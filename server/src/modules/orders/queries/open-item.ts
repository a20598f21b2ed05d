import { Quantity } from '../../../kernel/quantity.js'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface OpenItem {
  readonly productType: string
  readonly hasParts: boolean
  /** Ordered, not cancelled and not delivered yet. */
  readonly left: Quantity
}

/** One line of an order, as far as something may still be done for it. */
export async function openItem(work: UnitOfWork, orderId: string, itemId: string): Promise<OpenItem> {
  const item = await work.row<Omit<OpenItem, 'left'> & { left: string }>(readItem, [work.workspaceId, orderId, itemId])
  if (!item) throw new Refusal('NOT_FOUND', { itemId })
  return { ...item, left: Quantity.parse(item.left) }
}

const readItem = sql`
  select item.product_type as "productType", item.quantity - item.quantity_cancelled - item.quantity_delivered as "left",
    exists (select from app.order_items part where part.workspace_id = $1 and part.parent_item_id = item.id) as "hasParts"
  from app.order_items item where item.workspace_id = $1 and item.order_id = $2 and item.id = $3`
