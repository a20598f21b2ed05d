import { newId } from '../../../kernel/ids.js'
import { Money } from '../../../kernel/money.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Money of a payment that an order has no need of any more. */
export interface FreedMoney {
  readonly paymentId: string
  /** What comes off invoices: an allocation, or a part of one. */
  readonly shares: ReadonlyArray<{ readonly allocationId: string; readonly invoiceId: string; readonly amount: Money }>
  /** The payment is the customer's advance from now on, not the order's. */
  readonly leavesOrder: boolean
}

/**
 * Takes money off the invoices of an order and leaves it free. An allocation is reversed whole, and what of it stays is laid back, so
 * that the history tells both. The caller has locked order, invoices and payments; the ledger knows the money already.
 */
export async function freeMoney(work: UnitOfWork, orderId: string, freed: readonly FreedMoney[]): Promise<void> {
  const shares = freed.flatMap((one) => one.shares)
  const taken = await work.rows<{ paymentId: string; invoiceId: string; amount: bigint; version: number }>(takeOff, [
    work.workspaceId,
    work.organizationId,
    shares.map((share) => share.allocationId),
    shares.map((share) => share.amount.tiyn),
    shares.map(() => newId()),
    work.now,
  ])
  await work.rows(leaveOrder, [
    work.workspaceId,
    orderId,
    freed.map((one) => one.paymentId),
    freed.map((one) => one.leavesOrder),
  ])
  for (const { paymentId, invoiceId, amount, version } of taken) {
    work.announce({
      name: 'payment.unallocated',
      aggregateType: 'payment',
      aggregateId: paymentId,
      aggregateVersion: version,
      payload: { paymentId, invoiceId, orderId, amount: Money.of(amount).toNumber() },
    })
  }
}

const takeOff = sql`
  with given as (
    select * from unnest($3::uuid[], $4::bigint[], $5::uuid[]) as g (id, amount, new_id)
  ), reversed as (
    update app.payment_allocations a set reversed_at = $6, updated_at = app.now()
    from given where a.workspace_id = $1 and a.id = given.id and a.reversed_at is null and a.amount >= given.amount
    returning a.payment_id, a.invoice_id, a.amount - given.amount as stays, given.amount, given.new_id, a.allocated_at, a.allocated_by
  ), laid_back as (
    insert into app.payment_allocations (organization_id, workspace_id, id, payment_id, invoice_id, amount, allocated_at, allocated_by)
    select $2, $1, new_id, payment_id, invoice_id, stays, allocated_at, allocated_by from reversed where stays > 0
  ), invoice as (
    update app.invoices i set paid_amount = i.paid_amount - s.amount, version = i.version + 1, updated_at = app.now(),
      status = case when i.paid_amount = s.amount then case when i.viewed_at is not null then 'VIEWED' when i.sent_at is not null then 'SENT' else 'ISSUED' end
        when i.total_amount - i.credited_amount <= i.paid_amount - s.amount then 'PAID' else 'PARTIAL' end,
      paid_at = case when i.paid_amount > s.amount and i.total_amount - i.credited_amount <= i.paid_amount - s.amount then i.paid_at end
    from (select invoice_id as id, sum(amount)::bigint as amount from reversed group by 1) s where i.workspace_id = $1 and i.id = s.id
  ), payment as (
    update app.payments p set allocated_amount = p.allocated_amount - s.amount, version = p.version + 1, updated_at = app.now()
    from (select payment_id as id, sum(amount)::bigint as amount from reversed group by 1) s where p.workspace_id = $1 and p.id = s.id
    returning p.id, p.version
  )
  select reversed.payment_id as "paymentId", reversed.invoice_id as "invoiceId", reversed.amount, payment.version
  from reversed join payment on payment.id = reversed.payment_id order by 1, 2`

const leaveOrder = sql`
  update app.payments p set advance_from_order_id = $2, order_id = case when given.leaves then null else p.order_id end, version = p.version + 1, updated_at = app.now()
  from unnest($3::uuid[], $4::boolean[]) as given (id, leaves) where p.workspace_id = $1 and p.id = given.id`
