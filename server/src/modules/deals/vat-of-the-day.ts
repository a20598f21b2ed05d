import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { atLawfulRates, vatRegimeOn } from '../pricing/public.js'
import { discountOf } from './locked-deal.js'
import type { DealToWin, LineToWin } from './operations/win-deal.look.js'
import { repriceDeal } from './write-deal.js'

/** A deal agreed under one rate and won under another: its lines take the rate of the day on which its order is placed. */
export async function takeRatesOfToday(work: UnitOfWork, deal: DealToWin): Promise<DealToWin> {
  const lines = atLawfulRates(await vatRegimeOn(work), deal.lines)
  if (lines.every((line, index) => line === deal.lines[index])) return deal
  const {
    amounts: { priced },
  } = await repriceDeal(work, deal.id, lines, discountOf(deal))
  return {
    ...deal,
    value: priced.totalAmount.tiyn,
    netValue: priced.subtotal.tiyn,
    lines: lines.map((line, index): LineToWin => ({ ...line, totalPrice: priced.lines[index]!.total.tiyn })),
  }
}
