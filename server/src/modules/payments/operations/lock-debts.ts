import { Money } from '../../../kernel/money.js'
import { against, invalid, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { PaymentCommand } from '../payment-command.js'
import { type OpenInvoice, type Share, sharePayment } from '../payment-shares.js'

export interface Payer {
  readonly customerId: string
  readonly orderId: string | null
  /** The named invoice, when money can be put on it. A proforma only tells the order that the advance is for. */
  readonly invoiceId: string | null
}

/** Whose money this is: the customer of whatever was named, and all that was named must be his. */
export async function payerOf(work: UnitOfWork, command: PaymentCommand): Promise<Payer> {
  const { customerId = null, orderId = null, invoiceId = command.allocations?.[0]?.invoiceId ?? null } = command
  const found = await work.row<
    Record<'ofInvoice' | 'ofOrder' | 'ofCustomer' | 'invoiceOrder' | 'type' | 'status', string | null>
  >(readPayer, [work.workspaceId, invoiceId, orderId, customerId])
  const { ofInvoice, ofOrder, ofCustomer, invoiceOrder, type, status } = found!
  if (invoiceId && !ofInvoice) throw new Refusal('NOT_FOUND', { invoiceId }, 'invoiceId')
  if (orderId && !ofOrder) throw new Refusal('NOT_FOUND', { orderId }, 'orderId')
  if (customerId && !ofCustomer) throw new Refusal('NOT_FOUND', { customerId }, 'customerId')
  const owners = new Set([ofInvoice, ofOrder, ofCustomer].filter((owner) => owner !== null))
  if (owners.size !== 1) throw invalid('customerId', 'ONE_CUSTOMER')
  if (invoiceId && (status === 'DRAFT' || (status === 'CANCELLED' && type !== 'PROFORMA')))
    throw against('INVOICE_ISSUED', { status }, 'invoiceId')
  const payable = command.invoiceId && type !== 'PROFORMA' ? command.invoiceId : null
  return {
    customerId: [...owners][0]!,
    orderId: orderId ?? (command.invoiceId ? invoiceOrder : null),
    invoiceId: payable,
  }
}

export interface Debts {
  readonly given: readonly Share[]
  readonly queue: readonly OpenInvoice[]
  readonly orderIds: readonly string[]
  /** How much of an advance is simply the rest of what the named order costs. */
  advanceAllowed(shares: readonly Share[]): Money
}

/** Finds the debts that the money reaches, and locks these and no others: a customer with a hundred invoices does not wait for himself. */
export async function lockDebts(work: UnitOfWork, command: PaymentCommand, payer: Payer): Promise<Debts> {
  const named = command.allocations?.map((share) => share.invoiceId) ?? (payer.invoiceId ? [payer.invoiceId] : [])
  const open = await work.rows<{ id: string; orderId: string | null; balance: bigint }>(readOpen, [
    work.workspaceId,
    payer.customerId,
    payer.orderId,
    named,
    command.autoAllocate,
  ])
  const queueOf = (rows: ReadonlyArray<{ id: string; balance: bigint }>) =>
    rows.map(({ id, balance }) => ({ id, balance: Money.of(balance) }))
  const givenOf = (queue: readonly OpenInvoice[]): readonly Share[] =>
    command.allocations ?? wholly(queue, payer.invoiceId, command.amount)
  const reached = new Set(
    sharePayment({ amount: command.amount, given: givenOf(queueOf(open)), queue: queueOf(open) }).shares.map(
      (share) => share.invoiceId,
    ),
  )
  const debts = open.filter((invoice) => reached.has(invoice.id))
  const orderIds = [
    ...new Set([...debts.map((invoice) => invoice.orderId), payer.orderId].filter((id) => id !== null)),
  ].toSorted()
  const orders = await work.rows<{ id: string; status: string; left: bigint }>(lockOrders, [work.workspaceId, orderIds])
  const locked = new Map(
    (await work.rows<{ id: string; balance: bigint }>(lockInvoices, [work.workspaceId, [...reached]])).map((row) => [
      row.id,
      row.balance,
    ]),
  )
  await work.rows(lockCustomer, [work.workspaceId, payer.customerId])
  const queue = queueOf(debts.map((invoice) => ({ id: invoice.id, balance: locked.get(invoice.id) ?? 0n })))
  const own = new Set(debts.filter((invoice) => invoice.orderId === payer.orderId).map((invoice) => invoice.id))
  const order = orders.find((one) => one.id === payer.orderId && one.status !== 'CANCELLED')
  return {
    given: givenOf(queue),
    queue,
    orderIds,
    advanceAllowed: (shares) => {
      const left = Money.of(order?.left ?? 0n).minus(
        Money.sum(shares.filter((share) => own.has(share.invoiceId)).map((share) => share.amount)),
      )
      return left.isNegative() ? Money.zero : left
    },
  }
}

/** A named invoice takes what it can. */
function wholly(queue: readonly OpenInvoice[], invoiceId: string | null, amount: Money): Share[] {
  if (!invoiceId) return []
  const balance = queue.find((invoice) => invoice.id === invoiceId)?.balance ?? Money.zero
  return [{ invoiceId, amount: balance.isPositive() && balance.compare(amount) < 0 ? balance : amount }]
}

const readPayer = sql`
  select invoice.customer_id as "ofInvoice", invoice.order_id as "invoiceOrder", invoice.type, invoice.status,
    (select customer_id from app.orders where workspace_id = $1 and id = $3::uuid and deleted_at is null) as "ofOrder",
    (select id from app.customers where workspace_id = $1 and id = $4::uuid and deleted_at is null) as "ofCustomer"
  from (select 1) one
  left join app.invoices invoice on invoice.workspace_id = $1 and invoice.id = $2::uuid and invoice.deleted_at is null`

// Named invoices first, then those of the order, then the customer's others, each by the oldest due day.
const readOpen = sql`
  select id, order_id as "orderId", balance_due as balance
  from app.invoices
  where workspace_id = $1 and customer_id = $2 and direction = 'SALES' and type in ('STANDARD', 'DEBIT_NOTE', 'RECURRING')
    and status in ('ISSUED', 'SENT', 'VIEWED', 'PARTIAL') and balance_due > 0 and deleted_at is null
    and ($5::boolean or order_id = $3::uuid or id = any($4::uuid[]))
  order by id = any($4::uuid[]) desc, coalesce(order_id = $3::uuid, false) desc, due_date, id`

const lockOrders = sql`
  select id, status, total_amount - paid_amount as "left" from app.orders where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update`
const lockInvoices = sql`
  select id, balance_due as balance from app.invoices where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update`
const lockCustomer = sql`select id from app.customers where workspace_id = $1 and id = $2 for no key update`
