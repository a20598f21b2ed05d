import { Money } from '../../../kernel/money.js'
import { against, invalid } from '../../../kernel/refusal.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { authorityOf, policyOf } from '../../approvals/public.js'
import { amountsOf } from '../deal-amounts.js'
import { dealLifecycle } from '../deal.lifecycle.js'
import { discountShare, type Given } from '../discount-limit.js'
import { discountForTotal } from '../final-amount.js'
import { type DealToWin, lockDealToWin } from './win-deal.look.js'

export interface AskedDiscount extends Given {
  readonly dealId: string
  readonly dealNumber: string
  readonly customerId: string
  readonly createdBy: string | null
  /** Ten-thousandths of a percent. */
  readonly share: bigint
}

/** The discount of an open deal as it would be won, under the deal's lock. Refuses when the acting person needs nobody's word for it. */
export async function discountToAsk(
  work: UnitOfWork,
  dealId: string,
  finalAmount?: number | string,
): Promise<AskedDiscount> {
  const deal = await lockDealToWin(work, dealId)
  dealLifecycle.check(deal.stage, 'WON')
  const given = givenIn(deal, finalAmount)
  const share = discountShare(given)
  const { policy } = deal.discountApproval
  const limit = policy ? authorityOf(work.actor, policyOf(policy)) : undefined
  if (limit === undefined || share <= limit) throw against('WITHIN_OWN_LIMIT')
  return {
    ...given,
    dealId,
    dealNumber: deal.dealNumber,
    customerId: deal.customerId,
    createdBy: deal.createdBy,
    share,
  }
}

/** As the lines stand, or brought down to the amount that is to be agreed. Nothing is written. */
function givenIn({ lines, value }: DealToWin, finalAmount: number | string | undefined): Given {
  const total = Money.of(value)
  const wanted = finalAmount === undefined ? total : Money.parse(finalAmount)
  if (wanted.compare(total) > 0) throw invalid('finalAmount', 'AT_MOST_THE_DEAL', { maximum: total })
  if (lines.length === 0) return { gross: total, discounted: total.minus(wanted) }
  if (!wanted.equals(total)) {
    const { priced } = amountsOf(lines, discountForTotal(lines, wanted))
    return { gross: priced.grossAmount, discounted: priced.discountAmount }
  }
  const sum = (of: (line: DealToWin['lines'][number]) => bigint) =>
    Money.of(lines.reduce((all, line) => all + of(line), 0n))
  return { gross: sum((line) => line.gross), discounted: sum((line) => line.discounted) }
}
