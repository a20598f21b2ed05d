import { Money } from '../../../kernel/money.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** What the order charges for the way itself. It is earned when the last goods have arrived. */
export async function shippingAmounts(work: UnitOfWork, orderId: string): Promise<{ net: Money; gross: Money }> {
  const row = await work.row<{ net: bigint; gross: bigint }>(readShipping, [work.workspaceId, orderId])
  return { net: Money.of(row?.net ?? 0n), gross: Money.of(row?.gross ?? 0n) }
}

const readShipping = sql`
  select o.shipping_cost as net, o.shipping_cost + o.tax_amount
    - coalesce((select sum(item.tax_amount) from app.order_items item where item.workspace_id = $1 and item.order_id = o.id), 0)::bigint as gross
  from app.orders o where o.workspace_id = $1 and o.id = $2`
