import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface DeliveredLine {
  readonly orderItemId: string
  readonly quantity: Quantity
}

/** What a delivery made of a line: the revenue that this quantity recognises, so that all deliveries of the line make its whole amount. */
export interface RecognisedLine extends DeliveredLine {
  readonly productId: string
  readonly net: Money
  readonly gross: Money
}

/** Writes into the lines what the customer has received, or what was done for him. A bundle is delivered with the last of its parts. */
export async function recordDeliveredLines(
  work: UnitOfWork,
  orderId: string,
  lines: readonly DeliveredLine[],
): Promise<RecognisedLine[]> {
  const delivered = await work.rows<Row>(deliverLines, [
    work.workspaceId,
    orderId,
    lines.map((line) => line.orderItemId),
    lines.map((line) => line.quantity.toString()),
  ])
  const bundles = await work.rows<Row>(deliverBundles, [work.workspaceId, orderId])
  return [...delivered, ...bundles].map(recognised)
}

interface Row {
  orderItemId: string
  productId: string
  quantity: string
  net: bigint
  gross: bigint
}

const recognised = (row: Row): RecognisedLine => ({
  orderItemId: row.orderItemId,
  productId: row.productId,
  quantity: Quantity.parse(row.quantity),
  net: Money.of(row.net),
  gross: Money.of(row.gross),
})

const deliverLines = sql`
  with given as (
    select id, sum(quantity) as quantity from unnest($3::uuid[], $4::numeric[]) as of_line (id, quantity) group by id
  ), done as (
    update app.order_items item
    set quantity_delivered = item.quantity_delivered + given.quantity,
      status = case when item.quantity_delivered + given.quantity >= item.quantity - item.quantity_cancelled then 'DELIVERED' else item.status end,
      version = item.version + 1, updated_at = app.now()
    from given where item.workspace_id = $1 and item.order_id = $2 and item.id = given.id
    returning item.id, item.product_id, given.quantity, item.quantity_delivered as delivered,
      item.quantity - item.quantity_cancelled as open, item.net_amount, item.total_price
  ), handed_out as (
    update app.order_item_allocations work set status = 'DONE', updated_at = app.now()
    from done where work.workspace_id = $1 and work.order_item_id = done.id and work.kind = 'NONE' and work.status = 'OPEN' and done.delivered >= done.open
  )
  select id as "orderItemId", product_id as "productId", quantity,
    (round(net_amount * delivered / open) - round(net_amount * (delivered - quantity) / open))::bigint as net,
    (round(total_price * delivered / open) - round(total_price * (delivered - quantity) / open))::bigint as gross
  from done`

const deliverBundles = sql`
  update app.order_items bundle
  set quantity_delivered = bundle.quantity - bundle.quantity_cancelled, status = 'DELIVERED', version = bundle.version + 1, updated_at = app.now()
  where bundle.workspace_id = $1 and bundle.order_id = $2 and bundle.quantity_delivered < bundle.quantity - bundle.quantity_cancelled
    and exists (select from app.order_items part where part.workspace_id = $1 and part.parent_item_id = bundle.id)
    and not exists (select from app.order_items part where part.workspace_id = $1 and part.parent_item_id = bundle.id
      and part.quantity_delivered < part.quantity - part.quantity_cancelled)
  returning bundle.id as "orderItemId", bundle.product_id as "productId", bundle.quantity - bundle.quantity_cancelled as quantity,
    bundle.net_amount as net, bundle.total_price as gross`
