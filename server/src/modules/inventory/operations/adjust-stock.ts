import type { AdjustStockBody } from '@prometric/contracts/inventory'
import { newId } from '../../../kernel/ids.js'
import { Quantity } from '../../../kernel/quantity.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { requireWarehouse } from '../warehouse-place.js'
import type { Moved } from '../movement.js'
import { postMovements } from './post-movements.js'

/** Puts a balance right by hand, with a reason. More comes in at the given cost, less goes out at the average. */
export async function adjustStock(work: UnitOfWork, adjustment: AdjustStockBody): Promise<Moved> {
  const { warehouseId, productId, reason, notes = null, unitCost } = adjustment
  await requireWarehouse(work, warehouseId)
  const quantity = Quantity.parse(adjustment.adjustment)
  const [moved] = await postMovements(work, [
    {
      type: quantity.isNegative() ? 'ADJUSTMENT_OUT' : 'ADJUSTMENT_IN',
      warehouseId,
      productId,
      quantity,
      reason,
      notes,
      unitCost: unitCost === undefined ? undefined : UnitPrice.parse(unitCost),
      referenceType: 'MANUAL',
      referenceId: null,
      idempotencyKey: `adjustment:${newId()}`,
    },
  ])
  return moved!
}
