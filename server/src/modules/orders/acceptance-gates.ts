import type { HoldReason } from '@prometric/contracts/orders'
import { Money } from '../../kernel/money.js'
import { Rate } from '../../kernel/rate.js'

/** What the gates look at: the order, its customer's credit and debts, and the workspace's policy. */
export interface GateFacts {
  readonly totalAmount: Money
  /** Paid on the order's own invoices and advances. */
  readonly paidAmount: Money
  readonly paymentTerms: string | null
  readonly prepaymentPercent: number
  readonly requiresApproval: boolean
  readonly approvalThreshold: Money | null
  /** What whoever made the order may not give alone; the order of a deal was judged when the deal was won. */
  readonly concession: Concession
  /** The greatest values that somebody allowed for this order. */
  readonly allowed: Allowed
  readonly creditPolicy: 'NONE' | 'WARN' | 'HOLD'
  readonly creditLimit: Money
  readonly balance: Money
  /** Confirmed orders that are not invoiced yet. */
  readonly openOrdersAmount: Money
  readonly overdueDebt: OverdueDebt | null
}

export interface Concession {
  /** All discounts as ten-thousandths of a percent, when they are above what their giver may give alone. */
  readonly discount?: { readonly percent: bigint; readonly limit: bigint }
  /** The line that is farthest below the least price of its product. */
  readonly belowMinimum?: { readonly product: string; readonly price: number; readonly minimum: number }
}

export interface Allowed {
  readonly ORDER?: bigint | null
  readonly DISCOUNT?: bigint | null
  readonly CREDIT_LIMIT?: bigint | null
}

export interface OverdueDebt {
  readonly invoice: string | null
  readonly days: number
  readonly amount: number
}

export interface ClosedGate {
  readonly reason: HoldReason
  readonly details: Readonly<Record<string, unknown>>
}

/** The gates that an order does not pass, in the order in which they stand. An empty list confirms it. */
export function closedGates(order: GateFacts): ClosedGate[] {
  return [approval(order), prepayment(order), overdueDebt(order), credit(order)].filter((gate) => gate !== undefined)
}

/** Why an order needs approval: `ORDER` questions are about its total, `DISCOUNT` about the share it gives away. */
function approval(order: GateFacts): ClosedGate | undefined {
  const { totalAmount, approvalThreshold: threshold, concession, allowed } = order
  const { discount, belowMinimum } = concession
  const totalAllowed = covers(allowed.ORDER, totalAmount.tiyn)
  const aboveThreshold = threshold !== null && totalAmount.compare(threshold) >= 0
  const causes = [
    ...(order.requiresApproval && !totalAllowed ? ['REQUIRED'] : []),
    ...(aboveThreshold && !totalAllowed ? ['THRESHOLD'] : []),
    ...(belowMinimum && !totalAllowed ? ['MIN_PRICE'] : []),
    ...(discount && !covers(allowed.DISCOUNT, discount.percent) ? ['DISCOUNT'] : []),
  ]
  if (causes.length === 0) return undefined
  return {
    reason: 'APPROVAL',
    details: {
      causes,
      total: totalAmount.toNumber(),
      ...(causes.includes('THRESHOLD') && { threshold: threshold!.toNumber() }),
      ...(causes.includes('MIN_PRICE') && belowMinimum),
      ...(causes.includes('DISCOUNT') && {
        discountPercent: Rate.of(discount!.percent).toNumber(),
        limitPercent: Rate.of(discount!.limit).toNumber(),
      }),
    },
  }
}

function prepayment(order: GateFacts): ClosedGate | undefined {
  if (order.paymentTerms !== 'PREPAYMENT') return undefined
  const required = prepaymentOf(order)
  if (order.paidAmount.compare(required) >= 0) return undefined
  return {
    reason: 'AWAITING_PREPAYMENT',
    details: {
      required: required.toNumber(),
      paid: order.paidAmount.toNumber(),
      remaining: required.minus(order.paidAmount).toNumber(),
    },
  }
}

/** What must be paid before the order goes on, to the tiyn upwards: half a tiyn is never forgiven. */
function prepaymentOf({ totalAmount, prepaymentPercent }: GateFacts): Money {
  const share = BigInt(Math.round(prepaymentPercent * 10_000))
  return Money.of((totalAmount.tiyn * share + 999_999n) / 1_000_000n)
}

function overdueDebt({ creditPolicy, overdueDebt: debt }: GateFacts): ClosedGate | undefined {
  return creditPolicy === 'HOLD' && debt ? { reason: 'OVERDUE_DEBT', details: { ...debt } } : undefined
}

function credit(order: GateFacts): ClosedGate | undefined {
  const excess = creditExcess(order)
  if (order.creditPolicy !== 'HOLD' || !excess || covers(order.allowed.CREDIT_LIMIT, excess.tiyn)) return undefined
  return { reason: 'CREDIT_LIMIT', details: creditFigures(order, excess) }
}

/** By how much the order goes beyond the credit of its customer; undefined within it, and where nothing is bought on credit. */
export function creditExcess(order: GateFacts): Money | undefined {
  const onCredit = order.paymentTerms !== 'PREPAYMENT' && order.paymentTerms !== 'IMMEDIATE'
  if (!onCredit || order.creditPolicy === 'NONE') return undefined
  const excess = creditNeeded(order).minus(order.creditLimit)
  return excess.isPositive() ? excess : undefined
}

/** The figures behind a passed limit. */
export const creditFigures = (order: GateFacts, excess: Money) => ({
  limit: order.creditLimit.toNumber(),
  balance: order.balance.toNumber(),
  openOrders: order.openOrdersAmount.toNumber(),
  required: creditNeeded(order).toNumber(),
  excess: excess.toNumber(),
})

const creditNeeded = (order: GateFacts): Money =>
  order.balance.plus(order.openOrdersAmount).plus(order.totalAmount).minus(order.paidAmount)

const covers = (allowed: bigint | null | undefined, value: bigint): boolean => allowed != null && allowed >= value
