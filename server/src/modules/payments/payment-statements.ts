import type { PaymentMethod } from '@prometric/contracts/payments'
import type { Money } from '../../kernel/money.js'
import { takeNextNumber } from '../../platform/database/legal-number.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Share } from './payment-shares.js'

export interface PaymentToWrite {
  readonly id: string
  readonly customerId: string
  readonly orderId?: string | undefined
  readonly amount: Money
  readonly allocated: Money
  readonly method: PaymentMethod
  readonly paymentDate: string
  readonly gateway?: string | undefined
  readonly externalId?: string | undefined
  readonly referenceNumber?: string | undefined
  readonly accountId?: string | undefined
  readonly payerName?: string | undefined
  readonly purpose?: string | undefined
  readonly notes?: string | undefined
}

export interface PaidInvoice {
  readonly id: string
  readonly orderId: string | null
  readonly version: number
  readonly status: 'PAID' | 'PARTIAL'
  readonly paidAmount: bigint
  readonly balanceDue: bigint
  readonly dueDate: string | null
}

export interface Written {
  readonly number: string
  readonly balance: bigint
  readonly customerVersion: number
  readonly invoices: readonly PaidInvoice[]
}

/** A payment with all that it changes, in one statement: its number is taken in it and locks its counter until the commit. */
export async function insertPayment(
  work: UnitOfWork,
  payment: PaymentToWrite,
  shares: readonly Share[],
): Promise<Written> {
  const rows = await work.rows<Omit<Written, 'invoices'> & { [Key in keyof PaidInvoice]: PaidInvoice[Key] | null }>(
    writePayment,
    [
      work.workspaceId,
      work.organizationId,
      'PAY',
      Number(work.today.slice(0, 4)),
      payment.id,
      payment.customerId,
      payment.orderId ?? null,
      payment.amount.tiyn,
      payment.paymentDate,
      payment.method,
      payment.gateway ?? null,
      payment.externalId ?? null,
      payment.referenceNumber ?? null,
      payment.accountId ?? null,
      payment.allocated.tiyn,
      payment.payerName ?? null,
      payment.purpose ?? null,
      payment.notes ?? null,
      work.actor.employeeId,
      work.actor.userId,
      work.now,
      shares.map((share) => share.invoiceId),
      shares.map((share) => share.amount.tiyn),
    ],
  )
  const { number, balance, customerVersion } = rows[0]!
  return {
    number,
    balance,
    customerVersion,
    invoices: rows.filter((row) => row.id !== null) as unknown as PaidInvoice[],
  }
}

const writePayment = sql`
  with taken as (${takeNextNumber}),
  share as (
    select * from unnest($22::uuid[], $23::bigint[]) as part (invoice_id, amount)
  ), payment as (
    insert into app.payments (organization_id, workspace_id, id, payment_number, direction, customer_id, order_id, amount, payment_date, method, gateway,
      external_id, reference_number, account_id, status, allocated_amount, payer_name, purpose, notes, processed_by, created_by, updated_by)
    select $2, $1, $5, taken.number, 'INCOMING', $6, $7, $8, $9::date, $10, $11, $12, $13, $14, 'COMPLETED', $15, $16, $17, $18, $19::uuid, $20::uuid, $20::uuid
    from taken
    returning id, payment_number
  ), allocated as (
    insert into app.payment_allocations (organization_id, workspace_id, id, payment_id, invoice_id, amount, allocated_at, allocated_by)
    select $2, $1, app.uuid_v7(), payment.id, share.invoice_id, share.amount, $21::timestamptz, $20::uuid from share cross join payment
  ), paid as (
    update app.invoices invoice set paid_amount = invoice.paid_amount + share.amount,
      status = case when invoice.balance_due <= share.amount then 'PAID' else 'PARTIAL' end,
      paid_at = case when invoice.balance_due <= share.amount then $21::timestamptz end,
      version = invoice.version + 1, updated_at = app.now()
    from share where invoice.workspace_id = $1 and invoice.id = share.invoice_id
    returning invoice.id, invoice.order_id, invoice.version, invoice.status, invoice.paid_amount, invoice.balance_due, invoice.due_date
  ), debtor as (
    update app.customers set balance = balance - $8, version = version + 1, updated_at = app.now()
    where workspace_id = $1 and id = $6
    returning balance, version
  ), ledger as (
    insert into app.customer_ledger_entries (organization_id, workspace_id, id, party_type, party_id, type, document_type, document_id, date, credit,
      balance_after, description)
    select $2, $1, app.uuid_v7(), 'CUSTOMER', $6, 'PAYMENT', 'PAYMENT', payment.id, $9::date, $8, debtor.balance, payment.payment_number
    from payment cross join debtor
  )
  select payment.payment_number as number, debtor.balance, debtor.version as "customerVersion", paid.id, paid.order_id as "orderId", paid.version, paid.status,
    paid.paid_amount as "paidAmount", paid.balance_due as "balanceDue", paid.due_date as "dueDate"
  from payment cross join debtor left join paid on true
  order by paid.id`
