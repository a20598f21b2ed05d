import type { ProductStatusBody } from '@prometric/contracts/products'
import { invalid } from '../../../kernel/refusal.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { productEvent } from '../events.js'
import { toldOf } from '../product-completeness.js'
import { lookAtReferences } from '../product-references.js'
import { productLifecycle } from '../product.lifecycle.js'
import { checkComplete } from '../product.rules.js'
import { lockProduct, rewriteProduct } from '../product.table.js'

/** Moves a product through its life. Becoming active demands what the type demands; coming back from discontinued demands a reason. */
export async function changeProductStatus(
  work: UnitOfWork,
  { id, body, ifMatch }: { id: string; body: ProductStatusBody; ifMatch?: number | undefined },
): Promise<void> {
  const before = await lockProduct(work, id, { version: body.version, ifMatch })
  productLifecycle.check(before.status, body.status)
  if (before.status === 'DISCONTINUED' && !body.reason) throw invalid('reason', 'REQUIRED')
  const replacementProductId = body.replacementProductId ?? before.replacementProductId
  if (replacementProductId === id) throw invalid('replacementProductId', 'NOT_ITSELF')
  if (body.replacementProductId) await lookAtReferences(work, { replacementProductId })
  const discontinuedAt = body.status === 'DISCONTINUED' ? work.now : null
  const after = { ...before, status: body.status, replacementProductId, discontinuedAt }
  checkComplete(after, await toldOf(work, id))
  const version = await rewriteProduct(work, id, after)
  work.announce(
    productEvent('product.status.changed', version, {
      productId: id,
      previousStatus: before.status,
      newStatus: body.status,
      replacementProductId,
      reason: body.reason ?? null,
    }),
  )
}
