import type { HoldReason } from '@prometric/contracts/orders'
import { Money } from '../../kernel/money.js'

/** What the gates look at: the order, its customer's credit and debts, and the workspace's policy. */
export interface GateFacts {
  readonly totalAmount: Money
  /** Paid on the order's own invoices and advances. */
  readonly paidAmount: Money
  readonly paymentTerms: string | null
  readonly prepaymentPercent: number
  readonly requiresApproval: boolean
  readonly isApproved: boolean
  readonly approvalThreshold: Money | null
  readonly creditPolicy: 'NONE' | 'WARN' | 'HOLD'
  readonly creditLimit: Money
  readonly balance: Money
  /** Confirmed orders that are not invoiced yet. */
  readonly openOrdersAmount: Money
  readonly hasOverdueDebt: boolean
}

export interface ClosedGate {
  readonly reason: HoldReason
  readonly details: Readonly<Record<string, string | number>>
}

/** The gates that an order does not pass, in the order in which they stand. An empty list confirms it. */
export function closedGates(order: GateFacts): ClosedGate[] {
  return [approval(order), prepayment(order), overdueDebt(order), credit(order)].filter((gate) => gate !== undefined)
}

function approval(order: GateFacts): ClosedGate | undefined {
  const aboveThreshold = order.approvalThreshold !== null && order.totalAmount.compare(order.approvalThreshold) >= 0
  if (order.isApproved || (!order.requiresApproval && !aboveThreshold)) return undefined
  return { reason: 'APPROVAL', details: { total: order.totalAmount.toNumber() } }
}

function prepayment(order: GateFacts): ClosedGate | undefined {
  if (order.paymentTerms !== 'PREPAYMENT') return undefined
  const required = prepaymentOf(order)
  if (order.paidAmount.compare(required) >= 0) return undefined
  return {
    reason: 'AWAITING_PREPAYMENT',
    details: { required: required.toNumber(), paid: order.paidAmount.toNumber() },
  }
}

/** What must be paid before the order goes on, to the tiyn upwards: half a tiyn is never forgiven. */
function prepaymentOf({ totalAmount, prepaymentPercent }: GateFacts): Money {
  const share = BigInt(Math.round(prepaymentPercent * 10_000))
  return Money.of((totalAmount.tiyn * share + 999_999n) / 1_000_000n)
}

function overdueDebt(order: GateFacts): ClosedGate | undefined {
  return order.creditPolicy === 'HOLD' && order.hasOverdueDebt ? { reason: 'OVERDUE_DEBT', details: {} } : undefined
}

function credit(order: GateFacts): ClosedGate | undefined {
  const onCredit = order.paymentTerms !== 'PREPAYMENT' && order.paymentTerms !== 'IMMEDIATE'
  if (!onCredit || order.creditPolicy !== 'HOLD') return undefined
  const required = order.balance.plus(order.openOrdersAmount).plus(order.totalAmount).minus(order.paidAmount)
  if (required.compare(order.creditLimit) <= 0) return undefined
  return {
    reason: 'CREDIT_LIMIT',
    details: {
      limit: order.creditLimit.toNumber(),
      balance: order.balance.toNumber(),
      required: required.toNumber(),
      excess: required.minus(order.creditLimit).toNumber(),
    },
  }
}
