import { Money } from './money.js'
import type { Quantity } from './quantity.js'
import type { Rate } from './rate.js'
import { divideRoundingHalfAway } from './rounding.js'
import type { UnitPrice } from './unit-price.js'

// Millionths of a unit × ten-thousandths of a tenge, expressed in tiyn.
const productPerTiyn = 10n ** 8n

/** One hundred percent in the units of Rate. */
export const wholeRate = 1_000_000n

/** Quantity × price, rounded once to the tiyn. */
export function amountOf(quantity: Quantity, price: UnitPrice): Money {
  return Money.of(divideRoundingHalfAway(quantity.micro * price.units, productPerTiyn))
}

/** Quantity × price less a percentage, still rounded only once. */
export function discountedAmountOf(quantity: Quantity, price: UnitPrice, discount: Rate): Money {
  const product = quantity.micro * price.units * (wholeRate - discount.units)
  return Money.of(divideRoundingHalfAway(product, productPerTiyn * wholeRate))
}

/** The given percentage of an amount, rounded once to the tiyn. */
export function percentOf(amount: Money, rate: Rate): Money {
  return Money.of(divideRoundingHalfAway(amount.tiyn * rate.units, wholeRate))
}

/** A part of a whole as ten-thousandths of a percent, rounded up: whoever is held to a limit does not pass it by a fraction. */
export function shareRoundedUp(part: bigint, whole: bigint): bigint {
  return whole === 0n ? 0n : (part * wholeRate + whole - 1n) / whole
}
