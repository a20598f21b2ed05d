import { Quantity } from '../../kernel/quantity.js'
import { Refusal } from '../../kernel/refusal.js'
import type { ShippablePortion } from './queries/shippable-goods.js'

export interface WishedLine {
  readonly itemId: string
  /** All that is picked when missing. */
  readonly quantity?: Quantity
}

/** Goods of one order line leaving one warehouse, and the reservations they leave by. */
export interface PlannedLine {
  readonly orderItemId: string
  readonly productId: string
  readonly quantity: Quantity
  readonly portions: ReadonlyArray<{ readonly reservationId: string; readonly quantity: Quantity }>
}

export interface PlannedShipment {
  readonly warehouseId: string
  readonly lines: readonly PlannedLine[]
}

/** One shipment a warehouse, of what is wished and picked. Refuses what is not picked. */
export function planShipments(
  portions: readonly ShippablePortion[],
  wishes?: readonly WishedLine[],
): PlannedShipment[] {
  const taken = wishes ? wishes.flatMap((wish, index) => fulfil(portions, wish, index)) : portions
  if (taken.length === 0) throw new Refusal('NOT_PICKED')
  return [...groups(taken, (portion) => portion.warehouseId)].map(([warehouseId, ofWarehouse]) => ({
    warehouseId,
    lines: [...groups(ofWarehouse, (portion) => portion.orderItemId)].map(([orderItemId, ofLine]) => ({
      orderItemId,
      productId: ofLine[0]!.productId,
      quantity: Quantity.sum(ofLine.map((portion) => portion.quantity)),
      portions: ofLine.map(({ reservationId, quantity }) => ({ reservationId, quantity })),
    })),
  }))
}

function fulfil(portions: readonly ShippablePortion[], wish: WishedLine, index: number): ShippablePortion[] {
  const own = portions.filter((portion) => portion.orderItemId === wish.itemId)
  const picked = Quantity.sum(own.map((portion) => portion.quantity))
  const wished = wish.quantity ?? picked
  if (own.length === 0 || wished.compare(picked) > 0)
    throw new Refusal('NOT_PICKED', { itemId: wish.itemId, picked: picked.toNumber() }, `lines[${index}]`)
  let left = wished
  return own.flatMap((portion) => {
    const quantity = left.compare(portion.quantity) < 0 ? left : portion.quantity
    left = left.minus(quantity)
    return quantity.isPositive() ? [{ ...portion, quantity }] : []
  })
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item])
  return found
}
