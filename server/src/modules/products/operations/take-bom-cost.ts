import { UnitPrice } from '../../../kernel/unit-price.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { InlineListener } from '../../../platform/outbox/listener.js'
import { calculated } from '../manufactured-cost.js'
import { announcePrices, priceChanges, recordPrices } from '../price-history.js'
import { lockProduct, rewriteProduct } from '../product.table.js'

/** A manufactured product costs what its default bill of materials rolls up to. The selling price stays a person's decision. */
export async function takeBomCost(
  work: UnitOfWork,
  {
    productId,
    bomId,
    materialCost,
    laborCost,
  }: { productId: string; bomId: string; materialCost: UnitPrice; laborCost: UnitPrice },
): Promise<void> {
  const before = await lockProduct(work, productId)
  const costed = { ...before, materialCost: materialCost.units, laborCost: laborCost.units }
  if (costed.materialCost === before.materialCost && costed.laborCost === before.laborCost) return
  const after = { ...costed, cost: calculated(costed)?.cost ?? before.cost }
  const version = await rewriteProduct(work, productId, after)
  const changes = priceChanges(before, after)
  await recordPrices(work, { productId, changes, reason: 'RECALCULATION', sourceId: bomId })
  announcePrices(work, { id: productId, version, vatIncluded: after.vatIncluded }, changes)
}

/** Hears `bom.activated` and `bom.cost.changed` of default bills of materials. */
export const bomCostTaker: InlineListener = {
  name: 'products.take-bom-cost',
  hear: async (work, { payload }) => {
    const { productId, bomId, isDefault, materialCost, laborCost } = payload as {
      productId: string
      bomId: string
      isDefault: boolean
      materialCost: number
      laborCost: number
    }
    if (!isDefault) return
    await takeBomCost(work, {
      productId,
      bomId,
      materialCost: UnitPrice.told(materialCost),
      laborCost: UnitPrice.told(laborCost),
    })
  },
}
