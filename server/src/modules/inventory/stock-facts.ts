import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { Moved, Movement, MovementType } from './movement.js'

const facts: Record<MovementType, 'stock.received' | 'stock.issued' | 'stock.adjusted'> = {
  RECEIPT: 'stock.received',
  PRODUCTION_IN: 'stock.received',
  RETURN_IN: 'stock.received',
  TRANSFER_IN: 'stock.received',
  ISSUE: 'stock.issued',
  PRODUCTION_OUT: 'stock.issued',
  RETURN_OUT: 'stock.issued',
  TRANSFER_OUT: 'stock.issued',
  ADJUSTMENT_IN: 'stock.adjusted',
  ADJUSTMENT_OUT: 'stock.adjusted',
  SCRAP: 'stock.adjusted',
}

/** One fact a movement, about its product. */
export function announceMovement(work: UnitOfWork, movement: Movement, moved: Moved): void {
  const name = facts[movement.type]
  const { productId, warehouseId, referenceType, referenceId, quantity } = movement
  const about = { productId, warehouseId, movementId: moved.id }
  const unitCost = moved.unitCost.toNumber()
  const payload =
    name === 'stock.received'
      ? {
          ...about,
          batchId: null,
          quantity: quantity.toNumber(),
          unitCost,
          source: referenceType,
          sourceId: referenceId,
        }
      : name === 'stock.issued'
        ? { ...about, quantity: quantity.negated().toNumber(), unitCost, referenceType, referenceId }
        : {
            ...about,
            difference: quantity.toNumber(),
            cost: moved.totalCost.toNumber(),
            reason: movement.reason ?? null,
          }
  work.announce({ name, aggregateType: 'stock', aggregateId: productId, aggregateVersion: 1, payload })
}
