import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import type { Quantity } from '../../../kernel/quantity.js'
import { takeNextNumber } from '../../../platform/database/legal-number.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../../platform/outbox/events.js'
import type { PricedLine } from '../../pricing/public.js'

export interface CreditedLine {
  /** The line of the original invoice. */
  readonly itemId: string
  readonly quantity: Quantity
  readonly amounts: PricedLine
}

export interface Credit {
  readonly invoiceId: string
  readonly reason: string
  readonly lines: readonly CreditedLine[]
  readonly shippingCost: Money
  readonly shippingTax: Money
}

interface Issued {
  readonly number: string
  readonly customerId: string
  readonly orderId: string | null
  readonly dealId: string | null
  readonly total: bigint
  readonly balance: bigint
  readonly customerVersion: number
  readonly originalVersion: number
  readonly settled: boolean
}

/**
 * A credit note against an issued invoice, at its prices, discounts and rates, dated today: note, ledger and balance, what is left of the
 * original and what the order is billed for, in one statement with its gapless number. The caller holds order, invoice and customer.
 */
export async function issueCreditNote(work: UnitOfWork, credit: Credit): Promise<DocumentRef> {
  const id = newId()
  const { invoiceId, reason, shippingCost, shippingTax } = credit
  const lines = credit.lines.map(({ itemId, quantity, amounts }) => ({
    itemId,
    credited: quantity.toString(),
    gross: String(amounts.gross.tiyn),
    lineDiscount: String(amounts.lineDiscount.tiyn),
    share: String(amounts.documentDiscountShare.tiyn),
    net: String(amounts.net.tiyn),
    tax: String(amounts.tax.tiyn),
    total: String(amounts.total.tiyn),
  }))
  const issued = await work.row<Issued>(insertNote, [
    work.workspaceId,
    work.organizationId,
    'CN',
    Number(work.today.slice(0, 4)),
    id,
    invoiceId,
    JSON.stringify(lines),
    shippingCost.tiyn,
    shippingTax.tiyn,
    work.today,
    reason,
    work.actor.userId,
    work.now,
  ])
  tell(work, id, credit, issued!)
  return { type: 'invoice', id, number: issued!.number }
}

function tell(work: UnitOfWork, id: string, { invoiceId, reason }: Credit, issued: Issued): void {
  const { number, customerId, orderId, dealId } = issued
  const amount = Money.of(issued.total).toNumber()
  work.announce({
    name: 'credit.note.issued',
    aggregateType: 'invoice',
    aggregateId: id,
    aggregateVersion: 1,
    payload: {
      creditNoteId: id,
      invoiceNumber: number,
      originalInvoiceId: invoiceId,
      customerId,
      orderId,
      dealId,
      amount,
      reason,
    },
  })
  work.announce({
    name: 'customer.balance.changed',
    aggregateType: 'customer',
    aggregateId: customerId,
    aggregateVersion: issued.customerVersion,
    payload: {
      customerId,
      balance: Money.of(issued.balance).toNumber(),
      delta: -amount,
      documentType: 'CREDIT_NOTE',
      documentId: id,
    },
  })
  if (!issued.settled) return
  work.announce({
    name: 'invoice.paid',
    aggregateType: 'invoice',
    aggregateId: invoiceId,
    aggregateVersion: issued.originalVersion,
    payload: { invoiceId, orderId, customerId, paidAt: work.now.toISOString(), daysLate: 0 },
  })
}

// The note settles itself against its original, so nobody owes or is owed by it: the money is told by the original and the ledger.
const insertNote = sql`
  with taken as (${takeNextNumber}), given as (
    select * from json_to_recordset($7::json) as g("itemId" uuid, "credited" numeric, "gross" bigint, "lineDiscount" bigint, "share" bigint, "net" bigint,
      "tax" bigint, "total" bigint)
  ), line as (
    select given.*, i.*, row_number() over (order by i.line_no) as position from given join app.invoice_items i on i.workspace_id = $1 and i.id = given."itemId"
  ), sums as (
    select coalesce(sum("net"), 0)::bigint as net, coalesce(sum("tax"), 0)::bigint + $9::bigint as tax, coalesce(sum("lineDiscount" + "share"), 0)::bigint as discount
    from given
  ), made as (
    insert into app.invoices (organization_id, workspace_id, id, invoice_number, type, status, customer_id, order_id, deal_id, original_invoice_id, source_key,
      issue_date, tax_point_date, subtotal, discount_amount, tax_amount, shipping_cost, total_amount, credited_amount, tax_summary, payment_terms, payment_method,
      po_number, contract_number, reference_number, seller_snapshot, buyer_snapshot, notes, created_by)
    select $2, $1, $5::uuid, taken.number, 'CREDIT_NOTE', 'ISSUED', o.customer_id, o.order_id, o.deal_id, o.id, 'credit:' || $5::uuid, $10::date, $10::date, sums.net, sums.discount,
      sums.tax, $8::bigint, sums.net + sums.tax + $8::bigint, sums.net + sums.tax + $8::bigint,
      (select coalesce(jsonb_agg(jsonb_build_object('rate', s.rate, 'net', app.money(s.net), 'tax', app.money(s.tax)) order by s.rate desc nulls last), '[]') from (
        select t.rate, sum(t.net)::bigint as net, sum(t.tax)::bigint as tax from (
          select vat_rate as rate, "net" as net, "tax" as tax from line
          union all
          select r.shipping_vat_rate, $8::bigint, $9::bigint from app.orders r where r.workspace_id = $1 and r.id = o.order_id and $8::bigint > 0) t group by 1) s),
      o.payment_terms, o.payment_method, o.po_number, o.contract_number, o.invoice_number, o.seller_snapshot, o.buyer_snapshot, $11::text, $12::uuid
    from app.invoices o cross join taken cross join sums where o.workspace_id = $1 and o.id = $6
    returning *
  ), items as (
    insert into app.invoice_items (organization_id, workspace_id, id, invoice_id, line_no, order_item_id, product_id, description, quantity, unit, unit_price,
      price_includes_vat, discount, discount_type, gross_amount, line_discount_amount, document_discount_share, tax_category, vat_rate, net_amount, tax_amount,
      total_price, original_item_id, account_id)
    select $2, $1, app.uuid_v7(), $5::uuid, line.position, line.order_item_id, line.product_id, line.description, line."credited", line.unit, line.unit_price,
      line.price_includes_vat, line.discount, line.discount_type, line."gross", line."lineDiscount", line."share", line.tax_category, line.vat_rate, line."net",
      line."tax", line."total", line."itemId", line.account_id
    from line
  ), original as (
    update app.invoices i set credited_amount = i.credited_amount + made.total_amount, version = i.version + 1, updated_at = app.now(),
      status = case when i.paid_amount = 0 then i.status when i.paid_amount >= i.total_amount - i.credited_amount - made.total_amount then 'PAID' else 'PARTIAL' end,
      paid_at = case when i.paid_amount > 0 and i.paid_amount >= i.total_amount - i.credited_amount - made.total_amount then coalesce(i.paid_at, $13::timestamptz) else i.paid_at end
    from made where i.workspace_id = $1 and i.id = $6
    returning i.version, i.status
  ), debtor as (
    update app.customers c set balance = c.balance - made.total_amount, version = c.version + 1, updated_at = app.now()
    from made where c.workspace_id = $1 and c.id = made.customer_id returning c.id, c.balance, c.version
  ), ledger as (
    insert into app.customer_ledger_entries (organization_id, workspace_id, id, party_type, party_id, type, document_type, document_id, date, credit, balance_after, description)
    select $2, $1, app.uuid_v7(), 'CUSTOMER', debtor.id, 'CREDIT_NOTE', 'INVOICE', made.id, made.issue_date, made.total_amount, debtor.balance, made.invoice_number
    from made cross join debtor
  ), ordered as (
    update app.orders o set invoiced_amount = o.invoiced_amount - made.total_amount, updated_at = app.now()
    from made where o.workspace_id = $1 and o.id = made.order_id
  ), billed as (
    update app.order_items i set quantity_invoiced = i.quantity_invoiced - line."credited" from line where i.workspace_id = $1 and i.id = line.order_item_id
  )
  select made.invoice_number as number, made.customer_id as "customerId", made.order_id as "orderId", made.deal_id as "dealId", made.total_amount as total, debtor.balance,
    debtor.version as "customerVersion", original.version as "originalVersion",
    original.status = 'PAID' and was.status <> 'PAID' as settled
  from made cross join debtor cross join original join app.invoices was on was.workspace_id = $1 and was.id = $6`
