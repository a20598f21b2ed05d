import type { Money } from '../../kernel/money.js'
import type { Quantity } from '../../kernel/quantity.js'
import type { UnitPrice } from '../../kernel/unit-price.js'

export type MovementType =
  | 'RECEIPT'
  | 'ISSUE'
  | 'TRANSFER_OUT'
  | 'TRANSFER_IN'
  | 'ADJUSTMENT_IN'
  | 'ADJUSTMENT_OUT'
  | 'PRODUCTION_IN'
  | 'PRODUCTION_OUT'
  | 'RETURN_IN'
  | 'RETURN_OUT'
  | 'SCRAP'
export type MovementReference =
  | 'ORDER'
  | 'SHIPMENT'
  | 'PRODUCTION_ORDER'
  | 'WORK_ORDER'
  | 'GOODS_RECEIPT'
  | 'TRANSFER'
  | 'COUNT'
  | 'RETURN'
  | 'MANUAL'

/** A change of one balance. */
export interface Movement {
  readonly type: MovementType
  readonly warehouseId: string
  readonly productId: string
  /** Positive comes in, negative goes out. */
  readonly quantity: Quantity
  /** The cost of what comes in; the current average when missing. What goes out always leaves at the average. */
  readonly unitCost?: UnitPrice | undefined
  readonly referenceType: MovementReference
  readonly referenceId: string | null
  readonly referenceLineId?: string | null
  readonly reason?: string | null
  readonly notes?: string | null
  /** How much of the row's reserved quantity leaves with it. The reservations themselves are the caller's. */
  readonly consumeReserved?: Quantity
  /** The same key never moves twice. */
  readonly idempotencyKey: string
}

/** What a movement came to. */
export interface Moved {
  readonly id: string
  readonly idempotencyKey: string
  readonly unitCost: UnitPrice
  /** Signed like the quantity. */
  readonly totalCost: Money
  readonly balanceAfter: Quantity
}
