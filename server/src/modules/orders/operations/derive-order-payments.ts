import { Money } from '../../../kernel/money.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { orderPaymentStatus, type OrderPaymentStatus } from '../order-payment.js'

export interface PaidOrder {
  readonly id: string
  readonly version: number
  readonly paymentStatus: OrderPaymentStatus
  readonly paidAmount: Money
}

/**
 * Reads from the payments what locked orders have been paid: what was allocated to their invoices, and what was paid for them in
 * advance and is not allocated yet. The columns of the order are a memory of it.
 */
export async function deriveOrderPayments(work: UnitOfWork, orderIds: readonly string[]): Promise<PaidOrder[]> {
  if (orderIds.length === 0) return []
  const sums = await work.rows<{ id: string; total: bigint; paid: bigint; refunded: bigint }>(sumPayments, [
    work.workspaceId,
    orderIds,
  ])
  const derived = sums.map(({ id, total, paid, refunded }) => ({
    id,
    paid,
    refunded,
    status: orderPaymentStatus({ total: Money.of(total), paid: Money.of(paid), refunded: Money.of(refunded) }),
  }))
  const written = await work.rows<{
    id: string
    version: number
    paymentStatus: OrderPaymentStatus
    paidAmount: bigint
  }>(writePayments, [
    work.workspaceId,
    derived.map((one) => one.id),
    derived.map((one) => one.paid),
    derived.map((one) => one.refunded),
    derived.map((one) => one.status),
    work.now,
  ])
  return written.map((one) => ({ ...one, paidAmount: Money.of(one.paidAmount) }))
}

const sumPayments = sql`
  select o.id, o.total_amount as total,
    (coalesce((select sum(allocation.amount) from app.invoices invoice
      join app.payment_allocations allocation on allocation.workspace_id = $1 and allocation.invoice_id = invoice.id and allocation.reversed_at is null
      where invoice.workspace_id = $1 and invoice.order_id = o.id), 0)
    + coalesce((select sum(payment.unallocated_amount) from app.payments payment
      where payment.workspace_id = $1 and payment.order_id = o.id and payment.direction = 'INCOMING'
        and payment.status in ('COMPLETED', 'PARTIALLY_REFUNDED')), 0))::bigint as paid,
    coalesce((select sum(refund.amount) from app.refunds refund
      where refund.workspace_id = $1 and refund.order_id = o.id and refund.status = 'COMPLETED'), 0)::bigint as refunded
  from app.orders o where o.workspace_id = $1 and o.id = any($2::uuid[])`

const writePayments = sql`
  with derived as (
    select * from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::text[]) as of_order (id, paid, refunded, status)
  ), changed as (
    update app.orders o set paid_amount = derived.paid, refunded_amount = derived.refunded, payment_status = derived.status,
      paid_at = case when derived.status in ('PAID', 'OVERPAID') then coalesce(o.paid_at, $6::timestamptz) end,
      version = o.version + 1, updated_at = app.now()
    from derived where o.workspace_id = $1 and o.id = derived.id
      and (o.paid_amount, o.refunded_amount, o.payment_status) is distinct from (derived.paid, derived.refunded, derived.status)
    returning o.id, o.version, o.payment_status, o.paid_amount
  )
  select o.id, coalesce(changed.version, o.version) as version, coalesce(changed.payment_status, o.payment_status) as "paymentStatus",
    coalesce(changed.paid_amount, o.paid_amount) as "paidAmount"
  from derived join app.orders o on o.workspace_id = $1 and o.id = derived.id left join changed on changed.id = o.id
  order by o.id`
