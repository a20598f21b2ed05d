import { Quantity } from '../../kernel/quantity.js'
import { planAllocation, type Take } from '../../modules/inventory/allocation-plan.js'
import { lockSellableStock } from '../../modules/inventory/operations/lock-sellable-stock.js'
import { isStocked, openQuantity } from '../../modules/orders/order-progress.js'
import { type NeedyLine, orderNeeds, type OrderNeeds } from '../../modules/orders/queries/order-needs.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

export interface OrderSupply extends OrderNeeds {
  /** What of the locked stock each line may take now, beyond what is kept for it already. */
  readonly takes: readonly Take[]
}

/** A line that wants more than is in stock for it. */
export interface ShortLine {
  readonly orderItemId: string
  readonly productId: string
  readonly product: string
  readonly required: number
  readonly available: number
}

/** The lines of a locked order and the stock they may take, all rows of which are locked at once. */
export async function lookAtSupply(
  work: UnitOfWork,
  order: { readonly id: string; readonly warehouseId: string | null },
): Promise<OrderSupply> {
  const needs = await orderNeeds(work, order.id)
  const wanting = needs.lines
    .filter((line) => isStocked(line.productType))
    .map((line) => ({ id: line.id, productId: line.productId, wanted: wantedOf(needs, line) }))
    .filter((line) => line.wanted.isPositive())
  const stock = await lockSellableStock(work, [...new Set(wanting.map((line) => line.productId))])
  return { ...needs, takes: planAllocation(wanting, stock, order.warehouseId) }
}

/** What of a line has no source yet. */
export function unallocated(line: NeedyLine): Quantity {
  const left = openQuantity(line).minus(line.allocated)
  return left.isPositive() ? left : Quantity.zero
}

/** The lines that stock cannot serve in full. */
export function shortLines(supply: OrderSupply): ShortLine[] {
  return supply.lines
    .filter((line) => isStocked(line.productType))
    .map((line) => ({ line, wanted: wantedOf(supply, line), available: sumFor(supply.takes, line) }))
    .filter(({ wanted, available }) => available.compare(wanted) < 0)
    .map(({ line, wanted, available }) => ({
      orderItemId: line.id,
      productId: line.productId,
      product: line.productName,
      required: wanted.plus(sumFor(supply.kept, line)).toNumber(),
      available: available.plus(sumFor(supply.kept, line)).toNumber(),
    }))
}

/** What of a line is still to be taken from stock: it has no source, or a source that is only on its way, and nothing is kept for it. */
const wantedOf = ({ kept }: OrderNeeds, line: NeedyLine): Quantity =>
  unallocated(line).plus(line.waited).minus(sumFor(kept, line))

const sumFor = (parts: ReadonlyArray<{ orderItemId: string; quantity: Quantity }>, line: NeedyLine): Quantity =>
  Quantity.sum(parts.filter((part) => part.orderItemId === line.id).map((part) => part.quantity))
