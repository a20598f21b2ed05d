import { Money } from '../../../kernel/money.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** A part of a payment that was in the house before the invoice. */
export interface AppliedAdvance {
  readonly paymentId: string
  readonly amount: Money
  /** The customer's free money, as against what was paid for this order. */
  readonly isFree: boolean
}

interface Row {
  readonly paymentId: string
  readonly paymentVersion: number
  readonly amount: bigint
  readonly isFree: boolean
  readonly invoiceVersion: number
  readonly status: 'PAID' | 'PARTIAL'
  readonly paidAmount: bigint
  readonly balanceDue: bigint
}

/**
 * Gives a new invoice what was paid before it: first what was paid for its order, then the customer's free money, each the oldest first. Money
 * that is asked back stays where it is. It moves nowhere, since the ledger knows it already. The caller has locked order and customer.
 */
export async function applyAdvances(
  work: UnitOfWork,
  { invoiceId, orderId, customerId }: { invoiceId: string; orderId: string; customerId: string },
): Promise<AppliedAdvance[]> {
  const rows = await work.rows<Row>(apply, [
    work.workspaceId,
    work.organizationId,
    orderId,
    invoiceId,
    work.now,
    work.actor.userId,
    customerId,
  ])
  for (const { paymentId, paymentVersion, amount } of rows) {
    work.announce({
      name: 'payment.allocated',
      aggregateType: 'payment',
      aggregateId: paymentId,
      aggregateVersion: paymentVersion,
      payload: { paymentId, invoiceId, orderId, amount: wire(amount) },
    })
  }
  const [invoice] = rows
  if (invoice) tellInvoice(work, { invoiceId, orderId, customerId }, invoice)
  return rows.map(({ paymentId, amount, isFree }) => ({ paymentId, amount: Money.of(amount), isFree }))
}

function tellInvoice(
  work: UnitOfWork,
  ids: { invoiceId: string; orderId: string; customerId: string },
  { status, invoiceVersion, paidAmount, balanceDue }: Row,
): void {
  const about = { aggregateType: 'invoice', aggregateId: ids.invoiceId, aggregateVersion: invoiceVersion }
  // Paid before it was due, whatever the day of its payments.
  if (status === 'PAID')
    work.announce({ ...about, name: 'invoice.paid', payload: { ...ids, paidAt: work.now.toISOString(), daysLate: 0 } })
  else
    work.announce({
      ...about,
      name: 'invoice.partially.paid',
      payload: { ...ids, paidAmount: wire(paidAmount), balanceDue: wire(balanceDue) },
    })
}

const wire = (tiyn: bigint) => Money.of(tiyn).toNumber()

const apply = sql`
  with held as materialized (
    select p.id, p.order_id is null as is_free, p.payment_date, p.unallocated_amount
    from app.payments p
    where p.workspace_id = $1 and p.customer_id = $7 and p.direction = 'INCOMING' and p.unallocated_amount > 0 and (p.order_id = $3 or p.order_id is null)
      and p.status in ('COMPLETED', 'PARTIALLY_REFUNDED')
    for no key update
  ), advance as (
    select held.*, greatest(held.unallocated_amount - coalesce((select sum(r.amount) from app.refunds r
      where r.workspace_id = $1 and r.payment_id = held.id and r.status in ('REQUESTED', 'APPROVED')), 0), 0)::bigint as free
    from held
  ), share as (
    select a.id, a.is_free, least(a.free, greatest(i.balance_due - coalesce(sum(a.free) over (order by a.is_free, a.payment_date, a.id
      rows between unbounded preceding and 1 preceding), 0), 0))::bigint as amount
    from advance a join app.invoices i on i.workspace_id = $1 and i.id = $4
  ), allocated as (
    insert into app.payment_allocations (organization_id, workspace_id, id, payment_id, invoice_id, amount, allocated_at, allocated_by)
    select $2, $1, app.uuid_v7(), id, $4, amount, $5, $6 from share where amount > 0
  ), paid as (
    update app.payments p set allocated_amount = p.allocated_amount + s.amount, version = p.version + 1, updated_at = app.now()
    from share s where p.workspace_id = $1 and p.id = s.id and s.amount > 0
    returning p.id, p.version, p.payment_date, s.amount, s.is_free
  ), invoice as (
    update app.invoices i set paid_amount = i.paid_amount + s.amount, version = i.version + 1, updated_at = app.now(),
      status = case when i.balance_due <= s.amount then 'PAID' else 'PARTIAL' end,
      paid_at = case when i.balance_due <= s.amount then $5::timestamptz else i.paid_at end
    from (select sum(amount)::bigint as amount from share) s
    where i.workspace_id = $1 and i.id = $4 and s.amount > 0
    returning i.version, i.status, i.paid_amount, i.balance_due
  )
  select paid.id as "paymentId", paid.version as "paymentVersion", paid.amount, paid.is_free as "isFree", invoice.version as "invoiceVersion",
    invoice.status, invoice.paid_amount as "paidAmount", invoice.balance_due as "balanceDue"
  from paid cross join invoice order by paid.is_free, paid.payment_date, paid.id`
