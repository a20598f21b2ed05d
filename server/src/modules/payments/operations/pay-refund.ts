import type { RefundStatus } from '@prometric/contracts/refunds'
import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import { takeNextNumber } from '../../../platform/database/legal-number.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../../platform/outbox/events.js'

/** A refund that this transaction has locked, together with its order, customer and payment. */
export interface RefundInHand {
  readonly id: string
  readonly number: string
  readonly status: RefundStatus
  readonly paymentId: string
  readonly customerId: string
  readonly orderId: string | null
  readonly amount: bigint
  readonly reason: string
  /** What of the payment lies on no invoice. */
  readonly free: bigint
}

/** Locks a refund and what it moves, in the house's order. */
export async function takeRefund(work: UnitOfWork, refundId: string): Promise<RefundInHand | undefined> {
  await work.rows(lockOrder, [work.workspaceId, refundId])
  await work.rows(lockCustomer, [work.workspaceId, refundId])
  await work.rows(lockPayment, [work.workspaceId, refundId])
  return work.row<RefundInHand>(lockRefund, [work.workspaceId, refundId])
}

/** The money leaves the house: an outgoing payment with its gapless number, the ledger's debit, and the payment it came from. */
export async function payRefund(work: UnitOfWork, refund: RefundInHand): Promise<DocumentRef> {
  const payoutId = newId()
  const paid = (await work.row<{ number: string; balance: bigint; customerVersion: number; paymentVersion: number }>(
    payOut,
    [
      work.workspaceId,
      work.organizationId,
      'PAY',
      Number(work.today.slice(0, 4)),
      refund.id,
      payoutId,
      work.today,
      work.actor.employeeId,
      work.actor.userId,
      work.now,
    ],
  ))!
  const { id: refundId, paymentId, customerId, orderId } = refund
  const amount = Money.of(refund.amount).toNumber()
  work.announce({
    name: 'payment.refunded',
    aggregateType: 'payment',
    aggregateId: paymentId,
    aggregateVersion: paid.paymentVersion,
    payload: { refundId, paymentId, payoutId, paymentNumber: paid.number, customerId, orderId, amount },
  })
  work.announce({
    name: 'customer.balance.changed',
    aggregateType: 'customer',
    aggregateId: customerId,
    aggregateVersion: paid.customerVersion,
    payload: {
      customerId,
      balance: Money.of(paid.balance).toNumber(),
      delta: amount,
      documentType: 'REFUND',
      documentId: refundId,
    },
  })
  return { type: 'payment', id: payoutId, number: paid.number }
}

/** The money is not free any more: nothing is paid, and somebody has to look. */
export async function failRefund(work: UnitOfWork, refundId: string): Promise<void> {
  await work.rows(fail, [work.workspaceId, refundId, work.actor.userId])
}

const ofRefund = { text: `from app.refunds r where r.workspace_id = $1 and r.id = $2` }
const lockOrder = sql`
  select id from app.orders where workspace_id = $1 and id = (select r.order_id ${ofRefund}) for no key update`
const lockCustomer = sql`
  select id from app.customers where workspace_id = $1 and id = (select r.customer_id ${ofRefund}) for no key update`
const lockPayment = sql`
  select id from app.payments where workspace_id = $1 and id = (select r.payment_id ${ofRefund}) for no key update`
const lockRefund = sql`
  select r.id, r.refund_number as number, r.status, r.payment_id as "paymentId", r.customer_id as "customerId", r.order_id as "orderId", r.amount, r.reason,
    (select p.unallocated_amount from app.payments p where p.workspace_id = $1 and p.id = r.payment_id) as free
  ${ofRefund} for no key update of r`
const fail = sql`
  update app.refunds set status = 'FAILED', version = version + 1, updated_at = app.now(), updated_by = coalesce($3::uuid, updated_by)
  where workspace_id = $1 and id = $2`

const payOut = sql`
  with taken as (${takeNextNumber}), refund as (
    select * from app.refunds where workspace_id = $1 and id = $5
  ), payout as (
    insert into app.payments (organization_id, workspace_id, id, payment_number, direction, customer_id, order_id, amount, payment_date, method, status,
      account_id, purpose, processed_by, created_by, updated_by)
    select $2, $1, $6, taken.number, 'OUTGOING', refund.customer_id, refund.order_id, refund.amount, $7::date, refund.method, 'COMPLETED', p.account_id,
      refund.refund_number, $8::uuid, $9::uuid, $9::uuid
    from refund cross join taken join app.payments p on p.workspace_id = $1 and p.id = refund.payment_id
    returning id, payment_number
  ), done as (
    update app.refunds r set status = 'COMPLETED', completed_at = $10, payout_id = payout.id, version = r.version + 1, updated_at = app.now(),
      updated_by = coalesce($9::uuid, r.updated_by)
    from payout where r.workspace_id = $1 and r.id = $5
  ), source as (
    update app.payments p set refunded_amount = p.refunded_amount + refund.amount, version = p.version + 1, updated_at = app.now(),
      status = case when p.refunded_amount + refund.amount >= p.amount then 'REFUNDED' else 'PARTIALLY_REFUNDED' end
    from refund where p.workspace_id = $1 and p.id = refund.payment_id returning p.version
  ), debtor as (
    update app.customers c set balance = c.balance + refund.amount, version = c.version + 1, updated_at = app.now()
    from refund where c.workspace_id = $1 and c.id = refund.customer_id returning c.balance, c.version
  ), ledger as (
    insert into app.customer_ledger_entries (organization_id, workspace_id, id, party_type, party_id, type, document_type, document_id, date, debit, balance_after, description)
    select $2, $1, app.uuid_v7(), 'CUSTOMER', refund.customer_id, 'REFUND', 'REFUND', refund.id, $7::date, refund.amount, debtor.balance,
      refund.refund_number || ' · ' || payout.payment_number
    from refund cross join debtor cross join payout
  )
  select payout.payment_number as number, debtor.balance, debtor.version as "customerVersion", source.version as "paymentVersion"
  from payout cross join debtor cross join source`
