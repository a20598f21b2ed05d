import type { InvoiceStatus, InvoiceType } from '@prometric/contracts/invoices'
import { Money } from '../../../kernel/money.js'
import { against, invalid, Refusal } from '../../../kernel/refusal.js'
import { takeNextNumber } from '../../../platform/database/legal-number.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { dueDate } from '../due-date.js'
import { invoiceLifecycle } from '../invoice.lifecycle.js'

interface Draft {
  readonly status: InvoiceStatus
  readonly type: InvoiceType
  readonly direction: string
  readonly customerId: string | null
  readonly orderId: string | null
  readonly totalAmount: bigint
  readonly paymentTerms: string | null
}

const prefixes: Record<InvoiceType, string> = {
  STANDARD: 'INV',
  PROFORMA: 'PRF',
  CREDIT_NOTE: 'CN',
  DEBIT_NOTE: 'DN',
  RECURRING: 'INV',
}

/** Makes a draft a legal document: its gapless number, its dates and parties, and what the customer now owes. */
export async function issueInvoice(work: UnitOfWork, invoiceId: string, issueDate = work.today): Promise<void> {
  await work.rows(lockOrder, [work.workspaceId, invoiceId])
  const draft = await work.row<Draft>(lockInvoice, [work.workspaceId, invoiceId])
  if (!draft) throw new Refusal('NOT_FOUND', { invoiceId })
  invoiceLifecycle.check(draft.status, 'ISSUED')
  if (draft.direction !== 'SALES') throw against('OWN_INVOICE')
  if (issueDate > work.today) throw invalid('issueDate', 'NOT_IN_THE_FUTURE')
  if (draft.totalAmount === 0n && draft.type !== 'PROFORMA') throw against('TOTAL_POSITIVE')
  const due = dueDate(issueDate, draft.paymentTerms)
  const issued = await work.row<{
    number: string
    version: number
    balance: bigint | null
    customerVersion: number | null
  }>(issue, [
    work.workspaceId,
    work.organizationId,
    prefixes[draft.type],
    Number(work.today.slice(0, 4)),
    invoiceId,
    issueDate,
    due,
    work.actor.userId,
  ])
  tell(work, invoiceId, draft, { ...issued!, due })
}

function tell(
  work: UnitOfWork,
  invoiceId: string,
  draft: Draft,
  issued: { number: string; version: number; balance: bigint | null; customerVersion: number | null; due: string },
): void {
  if (draft.type === 'PROFORMA') return
  const { customerId, orderId, type } = draft
  const totalAmount = Money.of(draft.totalAmount).toNumber()
  work.announce({
    name: type === 'CREDIT_NOTE' ? 'credit.note.issued' : 'invoice.issued',
    aggregateType: 'invoice',
    aggregateId: invoiceId,
    aggregateVersion: issued.version,
    payload: { invoiceId, type, invoiceNumber: issued.number, customerId, orderId, totalAmount, dueDate: issued.due },
  })
  if (issued.balance === null) return
  work.announce({
    name: 'customer.balance.changed',
    aggregateType: 'customer',
    aggregateId: customerId!,
    aggregateVersion: issued.customerVersion!,
    payload: {
      customerId,
      balance: Money.of(issued.balance).toNumber(),
      delta: type === 'CREDIT_NOTE' ? -totalAmount : totalAmount,
      documentType: 'INVOICE',
      documentId: invoiceId,
    },
  })
}

// The order before its invoice: the house's order of locks.
const lockOrder = sql`
  select o.id from app.invoices i join app.orders o on o.workspace_id = i.workspace_id and o.id = i.order_id
  where i.workspace_id = $1 and i.id = $2 for no key update of o`

const lockInvoice = sql`
  select status, type, direction, customer_id as "customerId", order_id as "orderId", total_amount as "totalAmount", payment_terms as "paymentTerms"
  from app.invoices where workspace_id = $1 and id = $2 and deleted_at is null for no key update`

const issue = sql`
  with taken as (${takeNextNumber}),
  made as (
    update app.invoices i set invoice_number = taken.number, status = 'ISSUED', issue_date = $6::date, due_date = $7::date,
      tax_point_date = coalesce(i.tax_point_date, $6::date),
      seller_snapshot = (select jsonb_strip_nulls(jsonb_build_object('name', g.name, 'legalName', g.legal_name, 'bin', g.bin, 'iin', g.iin,
        'bankAccount', g.bank_account, 'bankBik', g.bank_bik)) from app.organizations g where g.id = $2),
      buyer_snapshot = (select jsonb_strip_nulls(jsonb_build_object('name', c.name, 'legalName', c.legal_name, 'bin', c.bin, 'iin', c.iin,
        'customerNumber', c.customer_number)) from app.customers c where c.workspace_id = $1 and c.id = i.customer_id),
      version = i.version + 1, updated_at = app.now(), updated_by = $8::uuid
    from taken where i.workspace_id = $1 and i.id = $5
    returning i.*
  ), owed as (
    select id, customer_id, case type when 'PROFORMA' then 0 when 'CREDIT_NOTE' then -total_amount else total_amount end as amount from made
  ), debtor as (
    update app.customers c set balance = c.balance + owed.amount, version = c.version + 1, updated_at = app.now()
    from owed where c.workspace_id = $1 and c.id = owed.customer_id and owed.amount <> 0
    returning c.id, c.balance, c.version
  ), ledger as (
    insert into app.customer_ledger_entries (organization_id, workspace_id, id, party_type, party_id, type, document_type, document_id, date, debit, credit,
      balance_after, due_date, description)
    select $2, $1, app.uuid_v7(), 'CUSTOMER', debtor.id, case made.type when 'CREDIT_NOTE' then 'CREDIT_NOTE' when 'DEBIT_NOTE' then 'DEBIT_NOTE' else 'INVOICE' end,
      'INVOICE', made.id, made.issue_date, greatest(owed.amount, 0), greatest(-owed.amount, 0), debtor.balance, made.due_date, made.invoice_number
    from made join owed using (id) cross join debtor
  ), ordered as (
    update app.orders o set invoiced_amount = o.invoiced_amount + made.total_amount, updated_at = app.now()
    from made where o.workspace_id = $1 and o.id = made.order_id and made.type in ('STANDARD', 'DEBIT_NOTE', 'RECURRING')
  )
  select made.invoice_number as number, made.version, (select balance from debtor) as balance, (select version from debtor) as "customerVersion" from made`
