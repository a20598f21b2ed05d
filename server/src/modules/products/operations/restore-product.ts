import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { productEvent } from '../events.js'
import { refusingTwins } from '../product.table.js'

/** Brings a deleted product back, unless another has taken its code or barcode meanwhile. */
export async function restoreProduct(work: UnitOfWork, id: string): Promise<void> {
  const deleted = await work.row<{ code: string; barcode: string | null }>(lockDeleted, [work.workspaceId, id])
  if (!deleted) throw new Refusal('NOT_FOUND')
  const restored = await refusingTwins(deleted, () =>
    work.row<{ version: number }>(restoreOne, [work.workspaceId, id, work.actor.userId]),
  )
  work.announce(productEvent('product.updated', restored!.version, { productId: id, changes: ['deletedAt'] }))
}

const lockDeleted = sql`
  select code, barcode from app.products where workspace_id = $1 and id = $2 and deleted_at is not null for no key update`
const restoreOne = sql`
  update app.products set deleted_at = null, deleted_by = null, version = version + 1, updated_at = app.now(), updated_by = $3
  where workspace_id = $1 and id = $2 returning version`
