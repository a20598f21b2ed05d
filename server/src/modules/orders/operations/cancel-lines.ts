import { Money } from '../../../kernel/money.js'
import type { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { PricedLine } from '../../pricing/public.js'
import type { OrderInHand } from './take-order.js'

/** How much of a line is cancelled, what that takes off its amounts, and which of its sources it gives up. */
export interface CancelledLine {
  readonly itemId: string
  readonly by: Quantity
  readonly amounts: PricedLine
  readonly made: Quantity
  readonly bought: Quantity
  readonly work: Quantity
  /** What the parts of a bundle earn of what is left of its price. */
  readonly shares: ReadonlyArray<{ readonly itemId: string; readonly net: Money; readonly tax: Money }>
}

/**
 * Lines of a locked order become less, and the order with them: its amounts are again the sums of its lines, and what it was lessened by
 * is kept. Before its confirmation nothing was promised: a line of which something is left is then simply written smaller. Stock that was
 * promised or picked for them has been released before. Gives the order as it now stands.
 */
export async function cancelLines(
  work: UnitOfWork,
  order: OrderInHand,
  {
    lines,
    shippingCost,
    shippingTax,
    isConfirmed,
  }: { lines: readonly CancelledLine[]; shippingCost: Money; shippingTax: Money; isConfirmed: boolean },
): Promise<OrderInHand> {
  const rows = lines.map(({ itemId, by, amounts, made, bought, work: handedOut }) => ({
    itemId,
    by: by.toString(),
    made: made.toString(),
    bought: bought.toString(),
    work: handedOut.toString(),
    gross: String(amounts.gross.tiyn),
    lineDiscount: String(amounts.lineDiscount.tiyn),
    share: String(amounts.documentDiscountShare.tiyn),
    net: String(amounts.net.tiyn),
    tax: String(amounts.tax.tiyn),
    total: String(amounts.total.tiyn),
  }))
  const shares = lines.flatMap((line) => line.shares)
  if (shares.length > 0) {
    await work.rows(shareAnew, [
      work.workspaceId,
      shares.map((share) => share.itemId),
      shares.map((share) => share.net.tiyn),
      shares.map((share) => share.tax.tiyn),
    ])
  }
  await work.rows(lessen, [work.workspaceId, JSON.stringify(rows), isConfirmed])
  const less = (of: (amounts: PricedLine) => Money) => Money.sum(lines.map((line) => of(line.amounts))).tiyn
  const changed = await work.row<Pick<OrderInHand, 'version' | 'totalAmount' | 'marginAmount'>>(lessenOrder, [
    work.workspaceId,
    order.id,
    less(({ net }) => net),
    less(({ gross }) => gross),
    less(({ lineDiscount, documentDiscountShare }) => lineDiscount.plus(documentDiscountShare)),
    less(({ tax }) => tax) + shippingTax.tiyn,
    shippingCost.tiyn,
    work.actor.userId,
    isConfirmed ? 0n : less(({ documentDiscountShare }) => documentDiscountShare),
  ])
  return { ...order, ...changed! }
}

const shareAnew = sql`
  update app.order_items i set revenue_share = given.net, tax_share = given.tax, updated_at = app.now()
  from unnest($2::uuid[], $3::bigint[], $4::bigint[]) as given (id, net, tax) where i.workspace_id = $1 and i.id = given.id`

const lessen = sql`
  with given as (
    select * from json_to_recordset($2::json) as g("itemId" uuid, "by" numeric, "made" numeric, "bought" numeric, "work" numeric, "gross" bigint,
      "lineDiscount" bigint, "share" bigint, "net" bigint, "tax" bigint, "total" bigint)
  ), lessened as (
    select given.*, i.quantity - i.quantity_cancelled - given."by" as open, i.quantity_delivered as delivered,
      coalesce(i.revenue_share, i.net_amount - given."net") - round((i.quantity - i.quantity_cancelled - given."by") * i.cost / 100)::bigint as margin,
      coalesce(i.revenue_share, i.net_amount - given."net") as earned
    from given join app.order_items i on i.workspace_id = $1 and i.id = given."itemId"
  ), source as (
    update app.order_item_allocations a set updated_at = app.now(),
      quantity = case when a.quantity > less.quantity then a.quantity - less.quantity else a.quantity end,
      status = case when a.quantity <= less.quantity then 'CANCELLED' when a.kind = 'NONE' and less.delivered >= less.open then 'DONE' else a.status end
    from (
      select "itemId", open, delivered, kind, quantity from lessened cross join lateral (values ('PRODUCTION', "made"), ('PURCHASE', "bought"), ('NONE', "work")) s(kind, quantity)
    ) less
    where a.workspace_id = $1 and a.order_item_id = less."itemId" and a.kind = less.kind and a.status = 'OPEN' and less.quantity > 0
  )
  update app.order_items i set
    quantity_cancelled = case when $3::boolean or less.open = 0 then i.quantity_cancelled + less."by" else i.quantity_cancelled end,
    quantity = case when $3::boolean or less.open = 0 then i.quantity else i.quantity - less."by" end,
    discount = case when not $3::boolean and i.discount_type = 'FIXED' then (i.line_discount_amount - less."lineDiscount") * 100 else i.discount end, gross_amount = i.gross_amount - less."gross",
    line_discount_amount = i.line_discount_amount - less."lineDiscount", document_discount_share = i.document_discount_share - less."share",
    net_amount = i.net_amount - less."net", tax_amount = i.tax_amount - less."tax", total_price = i.total_price - less."total",
    margin_amount = less.margin, margin_percent = greatest(least(round(less.margin * 100.0 / nullif(less.earned, 0), 4), 999.9999), -999.9999),
    status = case when less.open = 0 then 'CANCELLED' when i.quantity_delivered >= less.open then 'DELIVERED'
      when i.product_type not in ('PRODUCT', 'MATERIAL', 'MANUFACTURED') then i.status
      when i.quantity_shipped >= less.open then 'SHIPPED' when i.quantity_shipped > 0 then 'PARTIALLY_SHIPPED'
      when i.quantity_reserved >= less.open then 'ALLOCATED' else i.status end,
    version = i.version + 1, updated_at = app.now()
  from lessened less where i.workspace_id = $1 and i.id = less."itemId"`

const lessenOrder = sql`
  with costs as (
    select sum(round(item.cost * (item.quantity - item.quantity_cancelled) / 100))::bigint as cost
    from app.order_items item
    where item.workspace_id = $1 and item.order_id = $2
      and not exists (select from app.order_items part where part.workspace_id = $1 and part.parent_item_id = item.id)
  ), lesser as (
    select o.id, o.subtotal - $3 as subtotal, case when o.cost_amount is not null then costs.cost end as cost from app.orders o cross join costs
    where o.workspace_id = $1 and o.id = $2
  )
  update app.orders o set subtotal = lesser.subtotal, gross_amount = o.gross_amount - $4, discount_amount = o.discount_amount - $5, tax_amount = o.tax_amount - $6,
    shipping_cost = o.shipping_cost - $7, discount = case when o.discount_type = 'FIXED' then greatest(o.discount - $9::bigint * 100, 0) else o.discount end,
    total_amount = o.total_amount - ($3 + $6 + $7), cancelled_amount = o.cancelled_amount + $3 + $6 + $7,
    cost_amount = lesser.cost, margin_amount = lesser.subtotal - lesser.cost,
    margin_percent = greatest(least(round((lesser.subtotal - lesser.cost) * 100.0 / nullif(lesser.subtotal, 0), 4), 999.9999), -999.9999),
    version = o.version + 1, updated_at = app.now(), updated_by = coalesce($8::uuid, o.updated_by)
  from lesser where o.workspace_id = $1 and o.id = lesser.id
  returning o.version, o.total_amount as "totalAmount", o.margin_amount as "marginAmount"`
