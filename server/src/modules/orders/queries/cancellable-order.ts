import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { PricedLine } from '../../pricing/public.js'

/** What cancelling looks at in the header, besides the order in hand. */
export interface OrderToCancel {
  readonly type: string
  /** Until then a line simply becomes smaller: nothing has been promised. */
  readonly isConfirmed: boolean
  readonly shippingCost: Money
  readonly shippingTax: Money
}

/** A line of an order with everything that was done for it. */
export interface CancellableLine {
  readonly id: string
  readonly lineNo: number
  readonly parentItemId: string | null
  readonly productId: string
  readonly productName: string
  readonly productType: string
  readonly quantity: Quantity
  readonly cancelled: Quantity
  readonly reserved: Quantity
  readonly picked: Quantity
  readonly shipped: Quantity
  readonly delivered: Quantity
  /** Still waited for from production and from purchase, and handed out as work. */
  readonly made: Quantity
  readonly bought: Quantity
  readonly work: Quantity
  readonly priceIncludesVat: boolean
  readonly amounts: PricedLine
  /** What a part earns of its bundle. */
  readonly share: { readonly net: Money; readonly tax: Money } | null
}

/** The header and the lines of a locked order. */
export async function cancellableOrder(
  work: UnitOfWork,
  orderId: string,
): Promise<{ header: OrderToCancel; lines: CancellableLine[] }> {
  const header = (await work.row<HeaderRow>(readHeader, [work.workspaceId, orderId]))!
  const rows = await work.rows<LineRow>(readLines, [work.workspaceId, orderId])
  return {
    header: { ...header, shippingCost: Money.of(header.shippingCost), shippingTax: Money.of(header.shippingTax) },
    lines: rows.map(lineOf),
  }
}

type HeaderRow = Omit<OrderToCancel, 'shippingCost' | 'shippingTax'> & { shippingCost: bigint; shippingTax: bigint }
type Quantities =
  'quantity' | 'cancelled' | 'reserved' | 'picked' | 'shipped' | 'delivered' | 'made' | 'bought' | 'work'
type LineRow = Omit<CancellableLine, Quantities | 'amounts' | 'share'> &
  Record<Quantities, string> &
  Record<keyof PricedLine, bigint> &
  Record<'shareNet' | 'shareTax', bigint | null>

function lineOf(row: LineRow): CancellableLine {
  const { gross, lineDiscount, documentDiscountShare, net, tax, total, shareNet, shareTax, ...rest } = row
  return {
    ...rest,
    quantity: Quantity.parse(row.quantity),
    cancelled: Quantity.parse(row.cancelled),
    reserved: Quantity.parse(row.reserved),
    picked: Quantity.parse(row.picked),
    shipped: Quantity.parse(row.shipped),
    delivered: Quantity.parse(row.delivered),
    made: Quantity.parse(row.made),
    bought: Quantity.parse(row.bought),
    work: Quantity.parse(row.work),
    amounts: {
      gross: Money.of(gross),
      lineDiscount: Money.of(lineDiscount),
      documentDiscountShare: Money.of(documentDiscountShare),
      net: Money.of(net),
      tax: Money.of(tax),
      total: Money.of(total),
    },
    share: shareNet === null || shareTax === null ? null : { net: Money.of(shareNet), tax: Money.of(shareTax) },
  }
}

// The tax of the shipping is what the lines leave of the order's.
const readHeader = sql`
  select o.type, o.confirmed_at is not null as "isConfirmed", o.shipping_cost as "shippingCost",
    o.tax_amount - coalesce((select sum(i.tax_amount) from app.order_items i
      where i.workspace_id = $1 and i.order_id = o.id and i.parent_item_id is null), 0)::bigint as "shippingTax"
  from app.orders o where o.workspace_id = $1 and o.id = $2`

const readLines = sql`
  select i.id, i.line_no as "lineNo", i.parent_item_id as "parentItemId", i.product_id as "productId", i.product_name as "productName",
    i.product_type as "productType", i.quantity, i.quantity_cancelled as cancelled, i.quantity_reserved as reserved, i.quantity_picked as picked,
    i.quantity_shipped as shipped, i.quantity_delivered as delivered, a.made, a.bought, a.work, i.price_includes_vat as "priceIncludesVat",
    i.gross_amount as gross, i.line_discount_amount as "lineDiscount", i.document_discount_share as "documentDiscountShare",
    i.net_amount as net, i.tax_amount as tax, i.total_price as total,
    i.revenue_share as "shareNet", i.tax_share as "shareTax"
  from app.order_items i
  cross join lateral (
    select coalesce(sum(x.quantity) filter (where x.kind = 'PRODUCTION'), 0) as made, coalesce(sum(x.quantity) filter (where x.kind = 'PURCHASE'), 0) as bought,
      coalesce(sum(x.quantity) filter (where x.kind = 'NONE'), 0) as work
    from app.order_item_allocations x where x.workspace_id = $1 and x.order_item_id = i.id and x.status <> 'CANCELLED'
  ) a
  where i.workspace_id = $1 and i.order_id = $2
  order by i.line_no, i.id`
