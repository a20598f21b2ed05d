import type { InvoiceStatus, InvoiceType } from '@prometric/contracts/invoices'
import { Money } from '../../../kernel/money.js'
import { Quantity } from '../../../kernel/quantity.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { PricedLine } from '../../pricing/public.js'

/** A line of an invoice, as far as it is not credited yet. */
export interface UncreditedLine {
  readonly id: string
  readonly orderItemId: string | null
  readonly quantity: Quantity
  readonly priceIncludesVat: boolean
  readonly amounts: PricedLine
}

/** An invoice of an order with what of it still stands. */
export interface InvoiceOfOrder {
  readonly id: string
  readonly number: string | null
  readonly type: InvoiceType
  readonly status: InvoiceStatus
  /** The total less what was credited. */
  readonly standing: Money
  readonly paid: Money
  readonly shippingCost: Money
  readonly shippingTax: Money
  readonly lines: readonly UncreditedLine[]
}

/** The invoices of a locked order that are not void, the newest last. Locks them; credit notes are told by what they left of the others. */
export async function invoicesOfOrder(work: UnitOfWork, orderId: string): Promise<InvoiceOfOrder[]> {
  const invoices = await work.rows<Header>(lock, [work.workspaceId, orderId])
  const ids = invoices.map((invoice) => invoice.id)
  const lines = ids.length > 0 ? await work.rows<Line>(readLines, [work.workspaceId, ids]) : []
  return invoices.map((invoice) => ({
    ...invoice,
    standing: Money.of(invoice.standing),
    paid: Money.of(invoice.paid),
    shippingCost: Money.of(invoice.shippingCost),
    shippingTax: Money.of(invoice.shippingTax),
    lines: lines.filter((line) => line.invoiceId === invoice.id).map(lineOf),
  }))
}

type Amounts = 'standing' | 'paid' | 'shippingCost' | 'shippingTax'
type Header = Omit<InvoiceOfOrder, Amounts | 'lines'> & Record<Amounts, bigint>
type Line = Omit<UncreditedLine, 'quantity' | 'amounts'> &
  Record<keyof PricedLine, bigint> & { readonly invoiceId: string; readonly quantity: string }

function lineOf(row: Line): UncreditedLine {
  return {
    id: row.id,
    orderItemId: row.orderItemId,
    quantity: Quantity.parse(row.quantity),
    priceIncludesVat: row.priceIncludesVat,
    amounts: {
      gross: Money.of(row.gross),
      lineDiscount: Money.of(row.lineDiscount),
      documentDiscountShare: Money.of(row.documentDiscountShare),
      net: Money.of(row.net),
      tax: Money.of(row.tax),
      total: Money.of(row.total),
    },
  }
}

// The tax of the shipping is what the lines leave of a document's.
const lock = sql`
  select i.id, i.invoice_number as number, i.type, i.status, i.total_amount - i.credited_amount as standing, i.paid_amount as paid,
    i.shipping_cost - back.shipping as "shippingCost", i.tax_amount - own.tax - back.tax as "shippingTax"
  from app.invoices i
  cross join lateral (
    select coalesce(sum(l.tax_amount), 0)::bigint as tax from app.invoice_items l where l.workspace_id = $1 and l.invoice_id = i.id
  ) own
  cross join lateral (
    select coalesce(sum(n.shipping_cost), 0)::bigint as shipping, coalesce(sum(n.tax_amount - noted.tax), 0)::bigint as tax
    from app.invoices n cross join lateral (
      select coalesce(sum(l.tax_amount), 0)::bigint as tax from app.invoice_items l where l.workspace_id = $1 and l.invoice_id = n.id
    ) noted
    where n.workspace_id = $1 and n.original_invoice_id = i.id and n.type = 'CREDIT_NOTE' and n.status <> 'CANCELLED'
  ) back
  where i.workspace_id = $1 and i.order_id = $2 and i.direction = 'SALES' and i.type <> 'CREDIT_NOTE' and i.status <> 'CANCELLED' and i.deleted_at is null
  order by i.id for no key update of i`

const readLines = sql`
  select i.id, i.invoice_id as "invoiceId", i.order_item_id as "orderItemId", i.price_includes_vat as "priceIncludesVat",
    i.quantity - back.quantity as quantity, i.gross_amount - back.gross as gross, i.line_discount_amount - back.line as "lineDiscount",
    i.document_discount_share - back.share as "documentDiscountShare", i.net_amount - back.net as net, i.tax_amount - back.tax as tax,
    i.total_price - back.net - back.tax as total
  from app.invoice_items i
  cross join lateral (
    select coalesce(sum(c.quantity), 0) as quantity, coalesce(sum(c.gross_amount), 0)::bigint as gross, coalesce(sum(c.line_discount_amount), 0)::bigint as line,
      coalesce(sum(c.document_discount_share), 0)::bigint as share, coalesce(sum(c.net_amount), 0)::bigint as net, coalesce(sum(c.tax_amount), 0)::bigint as tax
    from app.invoice_items c join app.invoices n on n.workspace_id = $1 and n.id = c.invoice_id and n.type = 'CREDIT_NOTE' and n.status <> 'CANCELLED'
    where c.workspace_id = $1 and c.original_item_id = i.id
  ) back
  where i.workspace_id = $1 and i.invoice_id = any($2::uuid[])
  order by i.invoice_id, i.line_no`
