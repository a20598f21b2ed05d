import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import { nextNumber } from '../../../platform/database/legal-number.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../../platform/outbox/events.js'
import { itemColumns, itemValues } from '../invoice-items.js'
import { applyAdvances, type AppliedAdvance } from './apply-advances.js'

/** An invoice that was made now, and what was paid of it already. */
export interface EnsuredInvoice extends DocumentRef {
  readonly advances: readonly AppliedAdvance[]
}

interface Issued {
  readonly id: string
  readonly number: string
  readonly customerId: string
  readonly dealId: string | null
  readonly totalAmount: bigint
  readonly dueDate: string
  readonly balance: bigint
  readonly customerVersion: number
  readonly hasAdvances: boolean
}

/**
 * The one invoice of a confirmed order, issued with its number as the last business row; with it the ledger's debit and the
 * customer's balance. Its source key makes a second one impossible: asked again, it does nothing. The caller holds the locks of
 * the order and its customer.
 */
export async function ensureInvoice(work: UnitOfWork, orderId: string): Promise<EnsuredInvoice | undefined> {
  const invoice = await issue(work, orderId, 'STANDARD')
  if (!invoice) return undefined
  work.announce({
    name: 'customer.balance.changed',
    aggregateType: 'customer',
    aggregateId: invoice.customerId,
    aggregateVersion: invoice.customerVersion,
    payload: {
      customerId: invoice.customerId,
      balance: money(invoice.balance),
      delta: money(invoice.totalAmount),
      documentType: 'INVOICE',
      documentId: invoice.id,
    },
  })
  const { id, number, customerId } = invoice
  const applies = invoice.hasAdvances && (await work.setting<boolean>('finance.applyAdvances'))
  const advances = applies ? await applyAdvances(work, { orderId, invoiceId: id, customerId }) : []
  return { type: 'invoice', id, number, advances }
}

/** The proforma by which a customer prepays a held order. It is in no ledger; the invoice replaces it. */
export async function ensureProforma(work: UnitOfWork, orderId: string): Promise<DocumentRef | undefined> {
  const proforma = await issue(work, orderId, 'PROFORMA')
  return proforma && { type: 'invoice', id: proforma.id, number: proforma.number }
}

async function issue(work: UnitOfWork, orderId: string, type: 'STANDARD' | 'PROFORMA'): Promise<Issued | undefined> {
  const prefix = type === 'STANDARD' ? 'INV' : 'PRF'
  const sourceKey = `order:${orderId}:${type.toLowerCase()}`
  const year = Number(work.today.slice(0, 4))
  const invoice = await work.row<Issued>(insertInvoice, [
    work.workspaceId,
    work.organizationId,
    prefix,
    year,
    orderId,
    newId(),
    type,
    sourceKey,
    work.today,
    work.actor.userId,
  ])
  if (!invoice) return undefined
  const facts = {
    invoiceId: invoice.id,
    type,
    customerId: invoice.customerId,
    orderId,
    dealId: invoice.dealId,
    totalAmount: money(invoice.totalAmount),
  }
  const about = { aggregateType: 'invoice', aggregateId: invoice.id, aggregateVersion: 1 }
  work.announce({
    ...about,
    name: 'invoice.created',
    payload: { ...facts, invoiceNumber: invoice.number, status: 'ISSUED' },
  })
  if (type === 'STANDARD')
    work.announce({
      ...about,
      name: 'invoice.issued',
      payload: { ...facts, invoiceNumber: invoice.number, dueDate: invoice.dueDate },
    })
  return invoice
}

const money = (tiyn: bigint) => Money.of(tiyn).toNumber()

// Nothing is numbered when the invoice stands already: the counter is asked only for an order that is found owing one.
const insertInvoice = sql`
  with owing as (
    select * from app.orders o where o.workspace_id = $1 and o.id = $5
      and not exists (select from app.invoices i where i.workspace_id = $1 and i.source_key = $8)
  ), taken as (
    ${nextNumber(piece('owing'))}
  ), line as (
    select i.*, row_number() over (order by i.line_no) as position from app.order_items i
    where i.workspace_id = $1 and i.order_id = $5 and i.parent_item_id is null and i.quantity > i.quantity_cancelled
  ), made as (
    insert into app.invoices (organization_id, workspace_id, id, invoice_number, type, status, customer_id, order_id, deal_id, source_key, issue_date, due_date,
      tax_point_date, subtotal, discount_amount, tax_amount, shipping_cost, total_amount, tax_summary, payment_terms, payment_method, po_number, contract_number,
      seller_snapshot, buyer_snapshot, created_by)
    select $2, $1, $6, taken.number, $7, 'ISSUED', o.customer_id, o.id, o.deal_id, $8, $9::date,
      $9::date + case o.payment_terms when 'NET_15' then 15 when 'NET_30' then 30 when 'NET_45' then 45 when 'NET_60' then 60 else 0 end,
      $9::date, o.subtotal, o.discount_amount, o.tax_amount, o.shipping_cost, o.total_amount,
      (select coalesce(jsonb_agg(jsonb_build_object('rate', s.rate, 'net', app.money(s.net), 'tax', app.money(s.tax)) order by s.rate desc nulls last), '[]') from (
        select t.rate, sum(t.net)::bigint as net, sum(t.tax)::bigint as tax from (
          select case when vat_exempt then null else vat_rate end as rate, net_amount as net, tax_amount as tax from line
          union all
          select o.shipping_vat_rate, o.shipping_cost, o.tax_amount - (select coalesce(sum(tax_amount), 0) from line) where o.shipping_cost > 0) t group by 1) s),
      o.payment_terms, o.payment_method, o.po_number, o.contract_number,
      (select jsonb_strip_nulls(jsonb_build_object('name', g.name, 'legalName', g.legal_name, 'bin', g.bin, 'iin', g.iin, 'bankAccount', g.bank_account, 'bankBik', g.bank_bik))
        from app.organizations g where g.id = $2),
      coalesce(o.customer_snapshot, '{}'), $10
    from owing o cross join taken
    returning *
  ), items as (
    insert into app.invoice_items (organization_id, workspace_id, id, invoice_id, line_no, quantity, ${itemColumns})
    select $2, $1, app.uuid_v7(), made.id, line.position, line.quantity - line.quantity_cancelled, ${itemValues}
    from line cross join made
  ), debtor as (
    update app.customers c set balance = c.balance + made.total_amount, version = c.version + 1, updated_at = app.now()
    from made where c.workspace_id = $1 and c.id = made.customer_id and $7 = 'STANDARD'
    returning c.id, c.balance, c.version
  ), ledger as (
    insert into app.customer_ledger_entries (organization_id, workspace_id, id, party_type, party_id, type, document_type, document_id, date, debit, balance_after, due_date, description)
    select $2, $1, app.uuid_v7(), 'CUSTOMER', debtor.id, 'INVOICE', 'INVOICE', made.id, made.issue_date, made.total_amount, debtor.balance, made.due_date, made.invoice_number
    from made cross join debtor
  ), invoiced as (
    update app.orders o set invoiced_amount = o.invoiced_amount + made.total_amount, due_date = made.due_date, updated_at = app.now()
    from made where o.workspace_id = $1 and o.id = made.order_id and $7 = 'STANDARD'
  ), items_invoiced as (
    update app.order_items i set quantity_invoiced = i.quantity - i.quantity_cancelled
    from made where i.workspace_id = $1 and i.order_id = made.order_id and i.parent_item_id is null and $7 = 'STANDARD'
  ), replaced as (
    update app.invoices p set status = 'CANCELLED', cancelled_at = app.now(), cancel_reason = made.invoice_number, version = p.version + 1, updated_at = app.now()
    from made where p.workspace_id = $1 and p.order_id = made.order_id and p.type = 'PROFORMA' and p.status <> 'CANCELLED' and $7 = 'STANDARD'
  )
  select made.id, made.invoice_number as number, made.customer_id as "customerId", made.deal_id as "dealId", made.total_amount as "totalAmount", made.due_date as "dueDate",
    coalesce((select balance from debtor), 0) as balance, coalesce((select version from debtor), 1) as "customerVersion",
    $7 = 'STANDARD' and exists (select from app.payments p where p.workspace_id = $1 and p.customer_id = made.customer_id and p.direction = 'INCOMING'
      and p.unallocated_amount > 0 and (p.order_id = made.order_id or p.order_id is null)) as "hasAdvances"
  from made`
