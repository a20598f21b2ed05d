import { Quantity } from '../../kernel/quantity.js'
import { openQuantity } from '../../modules/orders/order-progress.js'
import { least } from './effects.js'
import { handedOver, type LineCancellation } from './lines-to-cancel.js'

/** From where the cancelled quantity of a line is taken away. */
export interface Sources {
  readonly bought: Quantity
  readonly made: Quantity
  readonly work: Quantity
  readonly stock: Quantity
}

/**
 * Gives up what is furthest from the customer first: what has no source yet, what is to be bought, what is to be made, work that is not
 * done, and last what already lies in the warehouse for him.
 */
export function sourcesGivenUp({ line, by, hasParts }: LineCancellation): Sources {
  const zero = Quantity.zero
  if (hasParts) return { bought: zero, made: zero, work: zero, stock: zero }
  const { bought, made, work, reserved } = line
  let left = by
  const take = (available: Quantity) => {
    const taken = available.isPositive() ? least(left, available) : zero
    left = left.minus(taken)
    return taken
  }
  const sourced = bought.plus(made).plus(work).plus(reserved)
  take(openQuantity(line).minus(sourced))
  const given = { bought: take(bought), made: take(made), work: take(work.minus(handedOver(line))) }
  const stock = take(reserved.minus(line.shipped))
  if (!left.isZero()) throw new Error(`line ${line.id} has ${left} more to cancel than its sources hold`)
  return { ...given, stock }
}
