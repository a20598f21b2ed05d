import { wholeRate } from '../../kernel/amount.js'
import { Money } from '../../kernel/money.js'
import { Rate } from '../../kernel/rate.js'
import { invalid } from '../../kernel/refusal.js'

export type DiscountType = 'PERCENTAGE' | 'FIXED'

/** A discount as its column holds it: ten-thousandths of a percent, or of a tenge. */
export interface Discount {
  value: bigint
  type: DiscountType
}

const unitsPerTiyn = 100n

/** The percentage, refused outside 0..100. */
export function percentageOff(discount: Discount, field: string): Rate {
  if (discount.value < 0n || discount.value > wholeRate) {
    throw invalid(field, 'BETWEEN_0_AND', { maximum: 100 })
  }
  return Rate.of(discount.value)
}

/** The fixed amount, refused when it is negative, not in whole tiyn or greater than what it is taken from. */
export function amountOff(discount: Discount, from: Money, field: string): Money {
  const amount = Money.of(discount.value / unitsPerTiyn)
  const whole = discount.value % unitsPerTiyn === 0n
  if (!whole || amount.isNegative() || amount.compare(from) > 0) {
    throw invalid(field, 'BETWEEN_0_AND', { maximum: from })
  }
  return amount
}
