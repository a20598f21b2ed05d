import type { PaymentMethod } from '@prometric/contracts/payments'
import { Money } from '../../../kernel/money.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { freeOfPayment } from './refundable-money.js'

/** What of a payment lies on an invoice of the order. */
export interface MoneyOnInvoice {
  readonly allocationId: string
  readonly invoiceId: string
  readonly amount: Money
}

/** A payment that pays an order: by its invoices, or in advance. */
export interface PaymentOfOrder {
  readonly id: string
  readonly number: string
  readonly method: PaymentMethod
  /** The order that it was paid for. */
  readonly orderId: string | null
  /** On no invoice, and not asked back yet. */
  readonly free: Money
  /** The newest allocation first. */
  readonly shares: readonly MoneyOnInvoice[]
}

/** The money of a locked order, the newest payment last. Locks the payments. */
export async function moneyOfOrder(work: UnitOfWork, orderId: string): Promise<PaymentOfOrder[]> {
  const payments = await work.rows<Omit<PaymentOfOrder, 'free' | 'shares'> & { free: bigint }>(lock, [
    work.workspaceId,
    orderId,
  ])
  const shares = await work.rows<Omit<MoneyOnInvoice, 'amount'> & { amount: bigint; paymentId: string }>(readShares, [
    work.workspaceId,
    orderId,
  ])
  return payments.map(({ free, ...payment }) => ({
    ...payment,
    free: Money.of(free),
    shares: shares
      .filter((share) => share.paymentId === payment.id)
      .map(({ allocationId, invoiceId, amount }) => ({ allocationId, invoiceId, amount: Money.of(amount) })),
  }))
}

const lock = sql`
  select p.id, p.payment_number as number, p.method, p.order_id as "orderId", ${freeOfPayment} as free
  from app.payments p
  where p.workspace_id = $1 and p.direction = 'INCOMING' and p.status in ('COMPLETED', 'PARTIALLY_REFUNDED')
    and (p.order_id = $2 or p.id in (
      select a.payment_id from app.payment_allocations a join app.invoices i on i.workspace_id = a.workspace_id and i.id = a.invoice_id
      where a.workspace_id = $1 and i.order_id = $2 and a.reversed_at is null))
  order by p.id for no key update of p`

const readShares = sql`
  select a.id as "allocationId", a.payment_id as "paymentId", a.invoice_id as "invoiceId", a.amount
  from app.payment_allocations a join app.invoices i on i.workspace_id = a.workspace_id and i.id = a.invoice_id
  where a.workspace_id = $1 and i.order_id = $2 and a.reversed_at is null
  order by a.allocated_at desc, a.id desc`
