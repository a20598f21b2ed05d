import type { CustomerStatus } from '@prometric/contracts/customers'
import type { HoldReason, OrderStatus } from '@prometric/contracts/orders'
import { Money } from '../../kernel/money.js'
import { Refusal } from '../../kernel/refusal.js'
import type { ApprovalsOf } from '../../modules/approvals/queries/approvals-of.js'
import type { Take } from '../../modules/inventory/allocation-plan.js'
import {
  type ClosedGate,
  closedGates,
  type Concession,
  type GateFacts,
  type OverdueDebt,
} from '../../modules/orders/acceptance-gates.js'
import { ratesOutdatedSql } from '../../modules/orders/operations/take-rates-of-the-day.js'
import { overdueDebt } from '../../modules/orders/overdue-debt.js'
import { piece, sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { lookAtIncrease } from './credit-increase.js'
import { allowedBy, lookAtApprovals, lookAtConcession } from './approvals.js'
import { lookAtSupply, type ShortLine, shortLines } from '../fulfilment/supply.js'

/** An order that is not confirmed yet, its customer, and what its gates look at, all under their locks. */
export interface AcceptedOrder {
  order: { id: string; status: OrderStatus; version: number; customerId: string; dealId: string | null }
  /** Where it stood when it was put on hold: a confirmed order goes on from there, it is not accepted twice. */
  readonly statusBeforeHold: OrderStatus | null
  /** False: it waits until somebody asks for its confirmation. */
  readonly mayDecide: boolean
  gates: GateFacts
  /** What was asked about it, when a gate needs somebody's word. */
  approvals: ApprovalsOf
  /** Whose order it is: he does not decide about it. */
  readonly createdBy: string | null
  /** The limit to which the customer may go for a while, when that lets the order through. */
  increaseTo: Money | null
  /** Written on the order already. */
  isApproved: boolean
  /** What its lines lack, where orders are taken only for what is in stock. */
  readonly short: readonly ShortLine[]
  /** The reasons that hold it now and what each waits for; gates that opened meanwhile are released by a step. */
  openHolds: ReadonlyMap<HoldReason, ClosedGate['details']>
  /** Stock to keep until its prepayment, and until when. */
  keep: { takes: readonly Take[]; until: Date }
  /** It waited while the law gave its lines other rates. */
  vatOutdated: boolean
  readonly customer: { readonly id: string; readonly status: CustomerStatus; readonly version: number }
  readonly customerSnapshot: Record<string, unknown>
}

/** The reasons that gates give; the others are people's. */
export const gateReasons: readonly HoldReason[] = [
  'APPROVAL',
  'AWAITING_PREPAYMENT',
  'OVERDUE_DEBT',
  'CREDIT_LIMIT',
  'STOCK',
]

/** Not confirmed yet. */
const undecided = ({ order, statusBeforeHold }: Pick<AcceptedOrder, 'order' | 'statusBeforeHold'>): boolean =>
  order.status === 'PENDING' || (order.status === 'ON_HOLD' && (statusBeforeHold ?? 'PENDING') === 'PENDING')

/** The gates decide about it now. */
export const deciding = (order: Pick<AcceptedOrder, 'mayDecide' | 'order' | 'statusBeforeHold'>): boolean =>
  order.mayDecide && undecided(order)

/** The gates that do not let it pass now. */
export const closed = ({ gates, short }: Pick<AcceptedOrder, 'gates' | 'short'>): ClosedGate[] => [
  ...closedGates(gates),
  ...(short.length > 0 ? [{ reason: 'STOCK' as const, details: { lines: short } }] : []),
]

interface Row {
  readonly id: string
  readonly status: OrderStatus
  readonly version: number
  readonly dealId: string | null
  readonly warehouseId: string | null
  readonly statusBeforeHold: OrderStatus | null
  readonly totalAmount: bigint
  readonly paidAmount: bigint
  readonly paymentTerms: string | null
  readonly requiresApproval: boolean
  readonly isApproved: boolean
  readonly createdBy: string | null
  readonly source: string
  readonly grossAmount: bigint
  readonly discountAmount: bigint
  readonly belowMinimum: Concession['belowMinimum'] | null
  readonly openHolds: ReadonlyArray<{ reason: HoldReason; details: ClosedGate['details']; placedAt: string }>
  readonly gatesSpoke: boolean
  readonly keepsStock: boolean
  readonly vatOutdated: boolean
  readonly customerId: string
  readonly customerStatus: CustomerStatus
  readonly customerVersion: number
  readonly prepaymentPercent: string
  readonly creditPolicy: 'NONE' | 'WARN' | 'HOLD'
  readonly creditLimit: bigint
  readonly balance: bigint
  readonly openOrdersAmount: bigint
  readonly overdueDebt: OverdueDebt | null
  readonly customerSnapshot: Record<string, unknown>
}

/**
 * Locks the order, its customer and, where stock decides, the stock of its lines. `asked`: a person asks for the confirmation now, so
 * that the gates decide whatever the setting says. Where orders are taken only for what is in stock, a person who asks for more is
 * refused here and everything stays as it was; an order that comes to it by itself is held.
 */
export async function lookAtAcceptance(
  work: UnitOfWork,
  orderId: string,
  asked: boolean,
): Promise<AcceptedOrder | undefined> {
  const overdueDays = await work.setting<number>('finance.overdueHoldDays')
  const facts = () =>
    work.row<Row>(lockOrderAndCustomer, [work.workspaceId, orderId, work.today, overdueDays, work.tenant.timezone])
  const first = await facts()
  // A statement that waited for the customer's lock has not seen the orders that the one before it let through: look again.
  const row = first?.creditPolicy === 'HOLD' ? await facts() : first
  if (!row) return undefined
  const autoConfirm = await work.setting<boolean>('orders.autoConfirm')
  const order = {
    order: { id: row.id, status: row.status, version: row.version, customerId: row.customerId, dealId: row.dealId },
    statusBeforeHold: row.statusBeforeHold,
    mayDecide: asked || autoConfirm || row.gatesSpoke,
    isApproved: row.isApproved,
    createdBy: row.createdBy,
    ...(await gatesOf(work, row)),
  }
  const strict = (await work.setting<string>('orders.stockPolicy')) === 'STRICT'
  const refuses = asked || (row.status === 'PENDING' && work.hearing === 'INLINE')
  const judgesStock = strict && undecided(order) && (order.mayDecide || refuses)
  const keepUntil = await keptUntil(work, row)
  const keeps =
    undecided(order) && order.mayDecide && keepUntil > work.now && !row.keepsStock && awaitsMoney(order.gates)
  const supply = judgesStock || keeps ? await lookAtSupply(work, row) : undefined
  const short = judgesStock ? shortLines(supply!) : []
  if (refuses && short.length > 0) throw outOfStock(short)
  return {
    ...order,
    short,
    vatOutdated: row.vatOutdated,
    openHolds: new Map(row.openHolds.map(({ reason, details }) => [reason, details])),
    keep: { takes: keeps ? supply!.takes : [], until: keepUntil },
    customer: { id: row.customerId, status: row.customerStatus, version: row.customerVersion },
    customerSnapshot: row.customerSnapshot,
  }
}

async function gatesOf(work: UnitOfWork, row: Row): Promise<Pick<AcceptedOrder, 'gates' | 'approvals' | 'increaseTo'>> {
  const threshold = await work.setting<number | null>('orders.approvalThreshold')
  const gates: GateFacts = {
    totalAmount: Money.of(row.totalAmount),
    paidAmount: Money.of(row.paidAmount),
    paymentTerms: row.paymentTerms,
    prepaymentPercent: Number(row.prepaymentPercent),
    requiresApproval: row.requiresApproval,
    approvalThreshold: threshold === null ? null : Money.parse(threshold),
    creditPolicy: row.creditPolicy,
    creditLimit: Money.of(row.creditLimit),
    balance: Money.of(row.balance),
    openOrdersAmount: Money.of(row.openOrdersAmount),
    overdueDebt: row.overdueDebt,
    concession: await lookAtConcession(work, row),
    allowed: {},
  }
  const approvals = await lookAtApprovals(work, row.id, gates)
  const allowing = { ...gates, allowed: allowedBy(approvals) }
  const isHeld = closedGates(allowing).some(({ reason }) => reason === 'CREDIT_LIMIT')
  return {
    gates: allowing,
    approvals,
    increaseTo: isHeld ? await lookAtIncrease(work, row.customerId, allowing) : null,
  }
}

const awaitsMoney = (gates: GateFacts) => closedGates(gates).some((gate) => gate.reason === 'AWAITING_PREPAYMENT')

/** The days run from the hold; a later change of the order does not begin them anew. */
async function keptUntil(work: UnitOfWork, { openHolds }: Row): Promise<Date> {
  const hold = openHolds.find(({ reason }) => reason === 'AWAITING_PREPAYMENT')
  const days = await work.setting<number>('orders.softReservationDays')
  return new Date((hold ? Date.parse(hold.placedAt) : work.now.getTime()) + days * 86_400_000)
}

/** The refusal of what is not in stock, line by line. */
export function outOfStock(lines: readonly ShortLine[]): Refusal {
  const { available, required } = lines[0]!
  return new Refusal('STOCK_UNAVAILABLE', { available, required, lines })
}

// From here on the system acts on behalf of whoever set it in motion; the audit is told in the same statement.
// The order, then its customer. What other orders of the customer owe is counted under the customer's lock, so of two orders
// that together pass the limit the second is held.
const lockOrderAndCustomer = sql`
  with placed as (
    select * from app.orders where workspace_id = $1 and id = $2 and deleted_at is null for no key update
  ), customer as (
    select * from app.customers where workspace_id = $1 and id = (select customer_id from placed) for no key update
  )
  select set_config('app.acting', 'order-acceptance', true) as acting, o.id, o.status, o.version, o.deal_id as "dealId", o.status_before_hold as "statusBeforeHold", o.total_amount as "totalAmount", o.payment_terms as "paymentTerms",
    o.requires_approval as "requiresApproval", o.approved_at is not null as "isApproved", o.created_by as "createdBy", o.source, o.gross_amount as "grossAmount",
    o.discount_amount as "discountAmount",
    case when o.source <> 'DEAL' then (select json_build_object('product', i.product_name, 'price', app.price(i.unit_price), 'minimum', app.price(p.min_price))
      from app.order_items i join app.products p on p.workspace_id = i.workspace_id and p.id = i.product_id and p.min_price > i.unit_price
      where i.workspace_id = $1 and i.order_id = o.id and i.parent_item_id is null order by i.unit_price::numeric / p.min_price limit 1) end as "belowMinimum",
    o.paid_amount as "paidAmount",
    o.warehouse_id as "warehouseId", ${piece(ratesOutdatedSql('$3', '$5'))} as "vatOutdated",
    coalesce((select json_agg(json_build_object('reason', h.reason, 'details', h.details, 'placedAt', h.placed_at) order by h.placed_at, h.id)
      from app.order_holds h where h.workspace_id = $1 and h.order_id = o.id and h.released_at is null), '[]') as "openHolds",
    o.status = 'ON_HOLD' and exists (select from app.order_holds h where h.workspace_id = $1 and h.order_id = o.id
      and h.reason in (${piece(gateReasons.map((reason) => `'${reason}'`).join(', '))})) as "gatesSpoke",
    o.payment_terms = 'PREPAYMENT' and exists (select from app.stock_reservations r
      where r.workspace_id = $1 and r.order_id = o.id and r.kind = 'SOFT' and r.status = 'ACTIVE') as "keepsStock",
    c.id as "customerId", c.status as "customerStatus", c.version as "customerVersion", c.prepayment_percent as "prepaymentPercent",
    c.credit_policy as "creditPolicy", greatest(c.credit_limit, case when c.temporary_credit_until >= $3::date then c.temporary_credit_limit end) as "creditLimit",
    c.balance,
    case when c.credit_policy <> 'NONE' then coalesce((select sum(x.total_amount - x.invoiced_amount) from app.orders x where x.workspace_id = $1 and x.customer_id = c.id
      and x.id <> o.id and x.status in ('CONFIRMED', 'PROCESSING', 'READY', 'SHIPPED', 'DELIVERED') and x.invoiced_amount < x.total_amount), 0)::bigint
      else 0 end as "openOrdersAmount",
    case when c.credit_policy = 'HOLD' then (${overdueDebt}) end as "overdueDebt",
    jsonb_strip_nulls(jsonb_build_object('name', c.name, 'legalName', c.legal_name, 'bin', c.bin, 'iin', c.iin, 'email', c.email, 'phone', c.phone,
      'customerNumber', c.customer_number)) as "customerSnapshot"
  from placed o join customer c on c.id = o.customer_id`
