import type { BundleItemIn } from '@prometric/contracts/products'
import { Refusal } from '../../../kernel/refusal.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { productEvent } from '../events.js'
import { lockProduct, rewriteProduct } from '../product.table.js'
import { setBundleItems } from './set-bundle-items.js'

/** Gives a bundle other parts. A bundle on sale is never left without any. */
export async function replaceBundleItems(
  work: UnitOfWork,
  { id, items, ifMatch }: { id: string; items: readonly BundleItemIn[]; ifMatch?: number | undefined },
): Promise<void> {
  const bundle = await lockProduct(work, id, { ifMatch })
  const { productType, status } = bundle
  if (productType === 'BUNDLE' && status === 'ACTIVE' && items.length === 0)
    throw new Refusal('PRODUCT_TYPE_RULE', { productType, missing: ['bundleItems'] }, 'items')
  await setBundleItems(work, { productId: id, items })
  const version = await rewriteProduct(work, id, bundle)
  work.announce(productEvent('product.updated', version, { productId: id, changes: ['bundleItems'] }))
}
