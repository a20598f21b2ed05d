import type { OrderItem } from '../order-answer.js'
import { isStocked, rounded, wanted } from '../order-facts.js'

export type Part = 'delivered' | 'shipped' | 'picked' | 'reserved' | 'production' | 'purchase' | 'open'

export interface Portion {
  readonly part: Part
  readonly quantity: number
  /** By when it will be there. */
  readonly by?: string | null
  readonly productionOrderId?: string | null
}

/** Where every piece of a line is now, the nearest to the customer first. The portions make up what is wanted. */
export function supplyOf(item: OrderItem): Portion[] {
  const all = wanted(item)
  const { quantityDelivered, quantityShipped, quantityPicked, quantityReserved, allocations } = item
  if (!isStocked(item)) return portions([{ part: 'delivered', quantity: quantityDelivered }], all)
  const held = Math.max(quantityReserved, quantityPicked)
  return portions(
    [
      { part: 'delivered', quantity: quantityDelivered },
      { part: 'shipped', quantity: quantityShipped - quantityDelivered },
      { part: 'picked', quantity: quantityPicked - quantityShipped },
      { part: 'reserved', quantity: held - quantityPicked },
      ...allocations
        .filter(({ status, kind }) => status === 'OPEN' && (kind === 'PRODUCTION' || kind === 'PURCHASE'))
        .map(({ kind, quantity, expectedDate, productionOrderId }) => ({
          part: kind === 'PRODUCTION' ? ('production' as const) : ('purchase' as const),
          quantity,
          by: expectedDate,
          productionOrderId,
        })),
    ],
    all,
  )
}

function portions(known: readonly Portion[], all: number): Portion[] {
  const left = rounded(all - known.reduce((sum, { quantity }) => sum + quantity, 0))
  const rest: Portion = { part: 'open', quantity: left }
  return [...known, rest]
    .map((one) => ({ ...one, quantity: rounded(one.quantity) }))
    .filter(({ quantity }) => quantity > 0)
}
