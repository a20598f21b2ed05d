import type { AskDiscountBody } from '@prometric/contracts/won-deal'
import { Rate } from '../kernel/rate.js'
import { openRequest } from '../modules/approvals/operations/open-request.js'
import { discountToAsk } from '../modules/deals/operations/discount-to-ask.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'

/** Asks for the discount that keeps the acting person from winning a deal. Once it is allowed he wins it himself. */
export async function askForDiscount(work: UnitOfWork, dealId: string, body: AskDiscountBody): Promise<string> {
  const asked = await discountToAsk(work, dealId, body.finalAmount)
  const { id } = await openRequest(work, {
    type: 'DISCOUNT',
    entityType: 'deal',
    entityId: dealId,
    value: asked.share,
    requestedBy: work.actor.userId,
    reason: body.comment,
    payload: {
      discountPercent: Rate.of(asked.share).toNumber(),
      gross: asked.gross.toNumber(),
      discount: asked.discounted.toNumber(),
      total: asked.gross.minus(asked.discounted).toNumber(),
      customerId: asked.customerId,
    },
  })
  return id
}
