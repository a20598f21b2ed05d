import { amountOf } from '../../kernel/amount.js'
import { newId } from '../../kernel/ids.js'
import { Quantity } from '../../kernel/quantity.js'
import { Refusal } from '../../kernel/refusal.js'
import { divideRoundingHalfAway } from '../../kernel/rounding.js'
import { UnitPrice } from '../../kernel/unit-price.js'
import type { Moved, Movement } from './movement.js'

/** One locked balance row while movements pass over it. */
export interface Balance {
  readonly id: string
  readonly warehouseId: string
  readonly productId: string
  quantity: Quantity
  reserved: Quantity
  unitCost: UnitPrice
}

/** What the book must know of a product: its cost over all warehouses. */
export interface Good {
  readonly id: string
  readonly name: string
  readonly costingMethod: 'AVERAGE' | 'FIFO' | 'STANDARD'
  readonly stocked: boolean
  onHand: Quantity
  cost: UnitPrice
}

/** (oldQty × oldCost + qty × cost) / (oldQty + qty); without an old stock the new cost is the cost. */
export function averageCost(oldQuantity: Quantity, oldCost: UnitPrice, quantity: Quantity, cost: UnitPrice): UnitPrice {
  if (!oldQuantity.isPositive()) return cost
  const value = oldQuantity.micro * oldCost.units + quantity.micro * cost.units
  return UnitPrice.of(divideRoundingHalfAway(value, oldQuantity.micro + quantity.micro))
}

/** Passes one movement over its balance and product; refuses what would take goods that are not there or promised to others. */
export function passMovement(movement: Movement, balance: Balance, good: Good): Moved {
  const { quantity } = movement
  const consumed = movement.consumeReserved ?? Quantity.zero
  const free = balance.quantity.minus(balance.reserved).plus(consumed)
  if (consumed.compare(balance.reserved) > 0 || free.plus(quantity).isNegative())
    throw stockUnavailable(movement, good, free)
  const unitCost =
    quantity.isNegative() || good.costingMethod === 'STANDARD'
      ? costOf(balance, good)
      : (movement.unitCost ?? costOf(balance, good))
  if (quantity.isPositive()) {
    balance.unitCost = averageCost(balance.quantity, balance.unitCost, quantity, unitCost)
    if (good.costingMethod === 'AVERAGE') good.cost = averageCost(good.onHand, good.cost, quantity, unitCost)
  }
  balance.quantity = balance.quantity.plus(quantity)
  balance.reserved = balance.reserved.minus(consumed)
  good.onHand = good.onHand.plus(quantity)
  return {
    id: newId(),
    idempotencyKey: movement.idempotencyKey,
    unitCost,
    totalCost: amountOf(quantity, unitCost),
    balanceAfter: balance.quantity,
  }
}

/** An empty row has no average of its own yet. */
const costOf = (balance: Balance, good: Good): UnitPrice =>
  balance.quantity.isPositive() && good.costingMethod !== 'STANDARD' ? balance.unitCost : good.cost

export const stockUnavailable = (movement: Movement, good: { id: string; name: string }, free: Quantity): Refusal =>
  new Refusal('STOCK_UNAVAILABLE', {
    productId: good.id,
    product: good.name,
    warehouseId: movement.warehouseId,
    available: (free.isNegative() ? Quantity.zero : free).toString(),
    required: movement.quantity.negated().toString(),
  })
