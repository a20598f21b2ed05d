import { Quantity } from '../../kernel/quantity.js'
import { Rate } from '../../kernel/rate.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { OrderLine } from './order-line.js'

/** A line that the order has, or is about to have. Parts of bundles are no lines of their own here. */
export interface StoredLine extends OrderLine {
  readonly id: string
  readonly lineNo: number
  /** Cancelled in full: it stays as it is, and costs nothing. */
  readonly isCancelled?: boolean
}

type Integers = 'quantity' | 'unitPrice' | 'discount' | 'vatRate' | 'cost'
type Row = Omit<StoredLine, Integers> & Record<Exclude<Integers, 'cost'>, string> & { readonly cost: string | null }

/** The lines of a locked order in their order. */
export async function storedLines(work: UnitOfWork, orderId: string): Promise<StoredLine[]> {
  const rows = await work.rows<Row>(readLines, [work.workspaceId, orderId])
  return rows.map((row) => ({
    ...row,
    quantity: Quantity.parse(row.quantity),
    unitPrice: UnitPrice.of(BigInt(row.unitPrice)),
    discount: BigInt(row.discount),
    vatRate: Rate.parse(row.vatRate),
    cost: row.cost === null ? null : UnitPrice.of(BigInt(row.cost)),
  }))
}

const readLines = sql`
  select i.id, i.line_no as "lineNo", i.product_id as "productId", i.product_name as "productName", i.product_code as "productCode",
    i.product_type as "productType", i.unit, i.quantity::text, i.unit_price::text as "unitPrice", i.price_includes_vat as "priceIncludesVat",
    i.discount::text, i.discount_type as "discountType", i.vat_rate::text as "vatRate", i.vat_exempt as "vatExempt", i.vat_category as "vatCategory",
    i.vat_rate_id as "vatRateId", coalesce(i.vat_date, o.order_date)::text as "vatDate", i.cost::text, i.requested_date::text as "requestedDate",
    i.specifications, i.notes, i.quantity_cancelled = i.quantity as "isCancelled"
  from app.order_items i join app.orders o on o.workspace_id = i.workspace_id and o.id = i.order_id
  where i.workspace_id = $1 and i.order_id = $2 and i.parent_item_id is null
  order by i.line_no`
