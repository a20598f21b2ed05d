import { newId } from '../../../kernel/ids.js'
import type { Money } from '../../../kernel/money.js'
import { invalid, Refusal } from '../../../kernel/refusal.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { PaymentCommand } from '../payment-command.js'
import { tellPayment } from '../payment-facts.js'
import { type Share, sharePayment } from '../payment-shares.js'
import { insertPayment } from '../payment-statements.js'
import { lockDebts, payerOf, type Debts } from './lock-debts.js'
import { paymentOf } from '../queries/known-payment.js'

export interface RecordedPayment {
  readonly paymentId: string
  /** The orders whose payment state this changes; they are locked. */
  readonly orderIds: readonly string[]
}

/**
 * Takes money in: what it pays, what stays an advance, the ledger's credit and the customer's balance, with the gapless number last.
 * A payment that its provider has told before is answered, not repeated; other money under its name is refused. Locks orders, invoices, the customer, in this order.
 */
export async function recordPayment(work: UnitOfWork, command: PaymentCommand): Promise<RecordedPayment> {
  const known = await paymentOf(work, command)
  if (known) {
    const { amount, method, customerId = known.customerId } = command
    const isSame = known.amount === amount.tiyn && known.method === method && known.customerId === customerId
    if (!isSame) throw new Refusal('DUPLICATE', { field: 'externalId', paymentId: known.id }, 'externalId')
    return { paymentId: known.id, orderIds: [] }
  }
  const paymentDate = command.paymentDate ?? work.today
  if (paymentDate > work.today) throw invalid('paymentDate', 'NOT_IN_THE_FUTURE')
  const payer = await payerOf(work, command)
  const debts = await lockDebts(work, command, payer)
  const { shares, rest } = sharePayment({ amount: command.amount, given: debts.given, queue: debts.queue })
  refuseOverpayment(command, debts, shares, rest)
  const payment = {
    ...command,
    id: newId(),
    paymentDate,
    customerId: payer.customerId,
    orderId: payer.orderId ?? undefined,
    allocated: command.amount.minus(rest),
  }
  const written = await insertPayment(work, payment, shares)
  tellPayment(work, payment, shares, written)
  return { paymentId: payment.id, orderIds: debts.orderIds }
}

/** More money than there is debt is asked about, unless it is what the named order still costs. */
function refuseOverpayment(command: PaymentCommand, debts: Debts, shares: readonly Share[], rest: Money): void {
  if (command.acceptAdvance || !rest.isPositive()) return
  const excess = rest.minus(debts.advanceAllowed(shares))
  if (excess.isPositive()) throw new Refusal('OVERPAYMENT_CONFIRM', { excess: excess.toString() }, 'amount')
}
