import { Money } from '../../kernel/money.js'
import { invalid } from '../../kernel/refusal.js'
import { priceDocument, type Discount, type LineToPrice } from '../pricing/public.js'

const unitsPerTiyn = 100n

/**
 * The fixed document discount that brings the lines down to the amount agreed at the end. With VAT on top of the prices not
 * every tiyn can be reached: then the discount that comes nearest from below is taken, in the customer's favour.
 */
export function discountForTotal(lines: readonly LineToPrice[], wanted: Money): Discount {
  const totalWith = (tiyn: bigint) => priceDocument({ lines, discount: fixed(tiyn) }).totalAmount
  const base = priceDocument({ lines })
  if (wanted.compare(base.totalAmount) > 0)
    throw invalid('finalAmount', 'AT_MOST_THE_DEAL', { maximum: base.totalAmount })
  let least = 0n
  let most = Money.sum(base.lines.map((line) => line.gross.minus(line.lineDiscount))).tiyn
  while (least < most) {
    const middle = (least + most) / 2n
    if (totalWith(middle).compare(wanted) <= 0) most = middle
    else least = middle + 1n
  }
  return fixed(least)
}

const fixed = (tiyn: bigint): Discount => ({ value: tiyn * unitsPerTiyn, type: 'FIXED' })
