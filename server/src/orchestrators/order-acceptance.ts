import type { CustomerStatus } from '@prometric/contracts/customers'
import type { HoldReason, OrderStatus } from '@prometric/contracts/orders'
import { Money } from '../kernel/money.js'
import { activateOnPurchase } from '../modules/customers/operations/activate-on-purchase.js'
import { ensureInvoice, ensureProforma } from '../modules/invoices/operations/ensure-invoice.js'
import { closedGates, type GateFacts } from '../modules/orders/acceptance-gates.js'
import { advanceOrder } from '../modules/orders/operations/advance-order.js'
import { changeOrderStatus } from '../modules/orders/operations/change-order-status.js'
import { placeHolds, releaseHolds } from '../modules/orders/operations/order-holds.js'
import { takeOrder } from '../modules/orders/operations/take-order.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import type { DomainEvent } from '../platform/outbox/events.js'
import { orchestrator } from '../platform/orchestration/orchestrator.js'
import { tryComplete } from './order-completion.js'

interface AcceptedOrder {
  order: { id: string; status: OrderStatus; version: number; customerId: string; dealId: string | null }
  /** Where it stood when it was put on hold: a confirmed order goes on from there, it is not accepted twice. */
  readonly statusBeforeHold: OrderStatus | null
  readonly gates: GateFacts
  /** Reasons that hold it now; gates that opened meanwhile are released by the step below. */
  openHolds: HoldReason[]
  readonly customer: { readonly id: string; readonly status: CustomerStatus; readonly version: number }
  readonly customerSnapshot: Record<string, unknown>
}

const gateReasons: readonly HoldReason[] = ['APPROVAL', 'AWAITING_PREPAYMENT', 'OVERDUE_DEBT', 'CREDIT_LIMIT']
const aboutOrder = (event: DomainEvent) => (event.payload.orderId as string | null | undefined) ?? undefined
const undecided = ({ order, statusBeforeHold }: AcceptedOrder) =>
  order.status === 'PENDING' || (order.status === 'ON_HOLD' && (statusBeforeHold ?? 'PENDING') === 'PENDING')
const closed = (order: AcceptedOrder) => closedGates(order.gates)
const missingHolds = (order: AcceptedOrder) => closed(order).filter((gate) => !order.openHolds.includes(gate.reason))
const openedGates = (order: AcceptedOrder) =>
  order.openHolds.filter(
    (reason) => gateReasons.includes(reason) && !closed(order).some((gate) => gate.reason === reason),
  )

/** Takes an order in: what its gates object to becomes holds that people see; an order without objection is confirmed. */
export const orderAcceptance = orchestrator<AcceptedOrder>({
  name: 'order-acceptance',
  subject: 'order',
  wakesOn: {
    'order.created': (event) => event.aggregateId,
    'order.released': aboutOrder,
    'order.approved': aboutOrder,
    'order.payment.received': aboutOrder,
  },
  look,
  steps: [
    {
      name: 'release the holds whose gate opened',
      owed: (order) => undecided(order) && openedGates(order).length > 0,
      run: async (work, order) => {
        const reasons = openedGates(order)
        await releaseHolds(work, order.order, reasons, null)
        order.openHolds = order.openHolds.filter((reason) => !reasons.includes(reason))
      },
    },
    {
      name: 'hold what the gates object to',
      owed: (order) => undecided(order) && missingHolds(order).length > 0,
      run: async (work, order) => {
        const gates = missingHolds(order)
        await placeHolds(work, order.order, gates)
        order.openHolds = [...order.openHolds, ...gates.map((gate) => gate.reason)]
        const overLimit = gates.find((gate) => gate.reason === 'CREDIT_LIMIT')
        if (overLimit) {
          work.announce({
            name: 'customer.credit.exceeded',
            aggregateType: 'customer',
            aggregateId: order.customer.id,
            aggregateVersion: order.customer.version,
            payload: { customerId: order.customer.id, orderId: order.order.id, ...overLimit.details },
          })
        }
        if (gates.some((gate) => gate.reason === 'AWAITING_PREPAYMENT'))
          work.atEnd(() => ensureProforma(work, order.order.id))
      },
    },
    {
      name: 'put the order on hold',
      owed: (order) => order.order.status === 'PENDING' && order.openHolds.length > 0,
      run: async (work, order) => {
        order.order = await changeOrderStatus(work, {
          order: order.order,
          to: 'ON_HOLD',
          reason: order.openHolds.join(', '),
          set: { statusBeforeHold: 'PENDING' },
        })
      },
    },
    {
      name: 'confirm the order',
      owed: (order) => undecided(order) && order.openHolds.length === 0,
      run: confirm,
    },
    {
      name: 'let a held order go on',
      owed: (order) => order.order.status === 'ON_HOLD' && !undecided(order) && order.openHolds.length === 0,
      run: async (work, order) => {
        order.order = await changeOrderStatus(work, { order: order.order, to: order.statusBeforeHold! })
        // Goods may have been picked or delivered while it was held.
        await advanceOrder(work, await takeOrder(work, order.order.id))
      },
    },
  ],
  waitsFor: (order) => (order.openHolds.length > 0 ? order.openHolds.join(', ') : undefined),
})

async function confirm(work: UnitOfWork, accepted: AcceptedOrder): Promise<void> {
  const { customer, customerSnapshot } = accepted
  const taken =
    accepted.order.status === 'ON_HOLD'
      ? await changeOrderStatus(work, { order: accepted.order, to: 'PENDING' })
      : accepted.order
  const order = await changeOrderStatus(work, {
    order: taken,
    to: 'CONFIRMED',
    set: { confirmedAt: work.now, customerSnapshot },
  })
  accepted.order = order
  if (customer.status !== 'ACTIVE') await activateOnPurchase(work, { customer, source: 'FIRST_ORDER', refId: order.id })
  work.announce({
    name: 'order.confirmed',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    payload: {
      orderId: order.id,
      customerId: order.customerId,
      dealId: order.dealId,
      totalAmount: accepted.gates.totalAmount.toNumber(),
      paymentTerms: accepted.gates.paymentTerms,
      confirmedAt: work.now.toISOString(),
    },
  })
  // The legal number locks its counter until the commit, so the invoice is the last business row.
  if ((await work.setting<string>('finance.invoiceMode')) === 'ORDER')
    work.atEnd(() => invoice(work, order.id, accepted.gates.paidAmount))
}

/** An order that was paid before its invoice may have nothing left to wait for. */
async function invoice(work: UnitOfWork, orderId: string, paidBefore: Money): Promise<void> {
  await ensureInvoice(work, orderId)
  if (paidBefore.isPositive()) await tryComplete(work, orderId)
}

interface Row {
  readonly id: string
  readonly status: OrderStatus
  readonly version: number
  readonly dealId: string | null
  readonly statusBeforeHold: OrderStatus | null
  readonly totalAmount: bigint
  readonly paidAmount: bigint
  readonly paymentTerms: string | null
  readonly requiresApproval: boolean
  readonly isApproved: boolean
  readonly openHolds: HoldReason[]
  readonly customerId: string
  readonly customerStatus: CustomerStatus
  readonly customerVersion: number
  readonly prepaymentPercent: string
  readonly creditPolicy: 'NONE' | 'WARN' | 'HOLD'
  readonly creditLimit: bigint
  readonly balance: bigint
  readonly openOrdersAmount: bigint
  readonly hasOverdueDebt: boolean
  readonly customerSnapshot: Record<string, unknown>
}

async function look(work: UnitOfWork, orderId: string): Promise<AcceptedOrder | undefined> {
  const overdueDays = await work.setting<number>('finance.overdueHoldDays')
  const threshold = await work.setting<number | null>('orders.approvalThreshold')
  const facts = () => work.row<Row>(lockOrderAndCustomer, [work.workspaceId, orderId, work.today, overdueDays])
  const first = await facts()
  // A statement that waited for the customer's lock has not seen the orders that the one before it let through: look again.
  const row = first?.creditPolicy === 'HOLD' ? await facts() : first
  if (!row) return undefined
  return {
    order: { id: row.id, status: row.status, version: row.version, customerId: row.customerId, dealId: row.dealId },
    statusBeforeHold: row.statusBeforeHold,
    openHolds: row.openHolds,
    customer: { id: row.customerId, status: row.customerStatus, version: row.customerVersion },
    customerSnapshot: row.customerSnapshot,
    gates: {
      totalAmount: Money.of(row.totalAmount),
      paidAmount: Money.of(row.paidAmount),
      paymentTerms: row.paymentTerms,
      prepaymentPercent: Number(row.prepaymentPercent),
      requiresApproval: row.requiresApproval,
      isApproved: row.isApproved,
      approvalThreshold: threshold === null ? null : Money.parse(threshold),
      creditPolicy: row.creditPolicy,
      creditLimit: Money.of(row.creditLimit),
      balance: Money.of(row.balance),
      openOrdersAmount: Money.of(row.openOrdersAmount),
      hasOverdueDebt: row.hasOverdueDebt,
    },
  }
}

// The order, then its customer. What other orders of the customer owe is counted under the customer's lock, so of two orders
// that together pass the limit the second is held.
const lockOrderAndCustomer = sql`
  with placed as (
    select * from app.orders where workspace_id = $1 and id = $2 and deleted_at is null for no key update
  ), customer as (
    select * from app.customers where workspace_id = $1 and id = (select customer_id from placed) for no key update
  )
  select o.id, o.status, o.version, o.deal_id as "dealId", o.status_before_hold as "statusBeforeHold", o.total_amount as "totalAmount", o.payment_terms as "paymentTerms",
    o.requires_approval as "requiresApproval", o.approved_at is not null as "isApproved",
    o.paid_amount as "paidAmount",
    coalesce((select array_agg(h.reason) from app.order_holds h where h.workspace_id = $1 and h.order_id = o.id and h.released_at is null), '{}') as "openHolds",
    c.id as "customerId", c.status as "customerStatus", c.version as "customerVersion", c.prepayment_percent as "prepaymentPercent",
    c.credit_policy as "creditPolicy", c.credit_limit + case when c.temporary_credit_until >= $3::date then coalesce(c.temporary_credit_limit, 0) else 0 end as "creditLimit",
    c.balance,
    case when c.credit_policy = 'HOLD' then coalesce((select sum(x.total_amount - x.invoiced_amount) from app.orders x where x.workspace_id = $1 and x.customer_id = c.id
      and x.id <> o.id and x.status in ('CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED') and x.invoiced_amount < x.total_amount), 0)::bigint
      else 0 end as "openOrdersAmount",
    c.credit_policy = 'HOLD' and exists (select from app.invoices i where i.workspace_id = $1 and i.customer_id = c.id and i.type = 'STANDARD'
      and i.status in ('ISSUED', 'SENT', 'VIEWED', 'PARTIAL') and i.due_date < $3::date - $4::int) as "hasOverdueDebt",
    jsonb_strip_nulls(jsonb_build_object('name', c.name, 'legalName', c.legal_name, 'bin', c.bin, 'iin', c.iin, 'email', c.email, 'phone', c.phone,
      'customerNumber', c.customer_number)) as "customerSnapshot"
  from placed o join customer c on c.id = o.customer_id`
