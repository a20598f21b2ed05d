import { addDays } from '../../kernel/kazakhstan/working-days.js'
import { Money } from '../../kernel/money.js'
import { changeCredit } from '../../modules/customers/operations/change-credit.js'
import { creditOfCustomer } from '../../modules/customers/queries/credit-of-customer.js'
import { creditExcess, type GateFacts } from '../../modules/orders/acceptance-gates.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

const goodScore = 8
const daysAtMost = 30
const daysBetween = 90
/** A fifth of the limit. */
const share = 5n

/** The limit to which a customer who pays well may go for a while, when that is enough for the order; once in a quarter, and only where the workspace wants it. */
export async function lookAtIncrease(work: UnitOfWork, customerId: string, gates: GateFacts): Promise<Money | null> {
  const excess = gates.creditPolicy === 'HOLD' ? creditExcess(gates) : undefined
  if (!excess || excess.tiyn * share > gates.creditLimit.tiyn) return null
  if (!(await work.setting<boolean>('customers.autoCreditIncrease'))) return null
  const credit = await creditOfCustomer(work, customerId)
  const since = new Date(work.now.getTime() - daysBetween * 86_400_000).toISOString()
  const lately = credit.changes.some((change) => change.isTemporary && new Date(change.createdAt).toISOString() > since)
  const wanted = gates.creditLimit.plus(excess)
  const withinShare = wanted.minus(Money.parse(credit.limit)).tiyn * share <= Money.parse(credit.limit).tiyn
  return (credit.paymentScore ?? 0) >= goodScore && !lately && withinShare ? wanted : null
}

/** Lets him. The change is kept like every other. */
export async function increaseCredit(work: UnitOfWork, customerId: string, to: Money): Promise<void> {
  await changeCredit(work, customerId, {
    creditLimit: to.toString(),
    temporary: true,
    until: addDays(work.today, daysAtMost),
    reason: 'Автоматически: клиент платит вовремя',
  })
}
