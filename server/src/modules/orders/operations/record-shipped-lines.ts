import type { Quantity } from '../../../kernel/quantity.js'
import type { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { OrderInHand } from './take-order.js'

export interface ShippedLine {
  readonly orderItemId: string
  readonly quantity: Quantity
  readonly unitCost: UnitPrice
}

/**
 * Writes what left the warehouse into the lines: the quantity, and the cost that the stock really had instead of the estimate.
 * The order's cost and margin follow.
 */
export async function recordShippedLines(
  work: UnitOfWork,
  order: OrderInHand,
  lines: readonly ShippedLine[],
): Promise<OrderInHand> {
  await work.rows(shipLines, [
    work.workspaceId,
    order.id,
    lines.map((line) => line.orderItemId),
    lines.map((line) => line.quantity.toString()),
    lines.map((line) => line.unitCost.units),
  ])
  const costed = await work.row<{ version: number; marginAmount: bigint | null }>(costOrder, [
    work.workspaceId,
    order.id,
  ])
  return { ...order, ...costed }
}

const shipLines = sql`
  with shipped as (
    select item.id, sum(of_line.quantity) as quantity, sum(of_line.unit_cost * of_line.quantity) as value
    from unnest($3::uuid[], $4::numeric[], $5::bigint[]) as of_line (id, quantity, unit_cost)
    join app.order_items item on item.workspace_id = $1 and item.order_id = $2 and item.id = of_line.id
    group by item.id
  ), costed as (
    select item.id, shipped.quantity, item.net_amount, item.quantity - item.quantity_cancelled as open,
      round((case when item.quantity_shipped = 0 then 0 else coalesce(item.cost, 0) * item.quantity_shipped end + shipped.value)
        / (item.quantity_shipped + shipped.quantity)) as cost
    from shipped join app.order_items item on item.workspace_id = $1 and item.id = shipped.id
  ), margins as (
    select id, quantity, cost, open, net_amount, net_amount - round(cost * open / 100) as margin from costed
  )
  update app.order_items item
  set quantity_shipped = item.quantity_shipped + margins.quantity,
    cost = margins.cost,
    margin_amount = margins.margin,
    margin_percent = greatest(-999.9999, round(margins.margin * 100 / nullif(margins.net_amount, 0), 4)),
    status = case when item.quantity_shipped + margins.quantity >= margins.open then 'SHIPPED' else 'PARTIALLY_SHIPPED' end,
    version = item.version + 1, updated_at = app.now()
  from margins where item.workspace_id = $1 and item.id = margins.id`

const costOrder = sql`
  with costs as (
    select sum(round(item.cost * (item.quantity - item.quantity_cancelled) / 100))::bigint as cost
    from app.order_items item
    where item.workspace_id = $1 and item.order_id = $2
      and not exists (select from app.order_items part where part.workspace_id = $1 and part.parent_item_id = item.id)
  )
  update app.orders set cost_amount = costs.cost, margin_amount = subtotal - costs.cost,
    margin_percent = greatest(-999.9999, round((subtotal - costs.cost)::numeric * 100 / nullif(subtotal, 0), 4)),
    version = version + 1, updated_at = app.now()
  from costs where workspace_id = $1 and id = $2
  returning version, margin_amount as "marginAmount"`
