import { shareRoundedUp } from '../../kernel/amount.js'
import type { Money } from '../../kernel/money.js'
import { Rate } from '../../kernel/rate.js'
import { Refusal } from '../../kernel/refusal.js'
import { authorityOf, levelsFor, policyOf, type Standing, type StoredPolicy } from '../approvals/public.js'

/** What stands about the discount of a deal: who may allow how much, what was allowed, and the question that is open. */
export interface DiscountApproval {
  /** Null: discounts need nobody's word. */
  readonly policy: StoredPolicy | null
  readonly allowed: string | null
  readonly open: string | null
}

export interface Given {
  readonly gross: Money
  readonly discounted: Money
}

/** All discounts as a share of what would be due without them; compares exact amounts, not a rounded percentage. */
export const discountShare = ({ gross, discounted }: Given): bigint => shareRoundedUp(discounted.tiyn, gross.tiyn)

/** Refuses a discount beyond what the acting person may give alone and nobody allowed. A greater one than was allowed asks again. */
export function checkDiscount(who: Standing, { policy, allowed, open }: DiscountApproval, given: Given): void {
  const limit = policy ? authorityOf(who, policyOf(policy)) : undefined
  const share = discountShare(given)
  if (limit === undefined || share <= limit || (allowed !== null && share <= BigInt(allowed))) return
  throw new Refusal('APPROVAL_REQUIRED', {
    discountPercent: Rate.of(share).toNumber(),
    limitPercent: Rate.of(limit).toNumber(),
    approvers: levelsFor(policyOf(policy!), share).map((level) => level.approverRole ?? level.approverPermission ?? ''),
    ...(open && { approvalRequestId: open }),
  })
}
