import type { BundleItemIn } from '@prometric/contracts/products'
import { Refusal } from '../../../kernel/refusal.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { productEvent } from '../events.js'
import { lockProduct, rewriteProduct } from '../product.table.js'
import { setBundleItems } from './set-bundle-items.js'

/**
 * Gives a bundle other parts. A bundle on sale always has a part that everybody gets: with optional ones alone an order of it would
 * promise nothing that could be picked, so it is refused here, where its owner can mend it, and not in the order.
 */
export async function replaceBundleItems(
  work: UnitOfWork,
  { id, items, ifMatch }: { id: string; items: readonly BundleItemIn[]; ifMatch?: number | undefined },
): Promise<void> {
  const bundle = await lockProduct(work, id, { ifMatch })
  const { productType, status } = bundle
  if (productType === 'BUNDLE' && status === 'ACTIVE' && !items.some((item) => !item.isOptional))
    throw new Refusal('PRODUCT_TYPE_RULE', { productType, missing: ['bundleItems'] }, 'items')
  await setBundleItems(work, { productId: id, items })
  const version = await rewriteProduct(work, id, bundle)
  work.announce(productEvent('product.updated', version, { productId: id, changes: ['bundleItems'] }))
}
