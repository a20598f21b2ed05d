import { against, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Refuses a supplier that is not there, or that nothing may be taken from. */
export async function requireSupplier(work: UnitOfWork, supplierId: string, field = 'supplierId'): Promise<void> {
  const supplier = await work.row<{ name: string; status: string }>(readSupplier, [work.workspaceId, supplierId])
  if (!supplier) throw new Refusal('NOT_FOUND', { supplierId }, field)
  if (supplier.status === 'BLOCKED') throw against('SUPPLIER_BLOCKED', { supplier: supplier.name }, field)
}

const readSupplier = sql`select name, status from app.suppliers where workspace_id = $1 and id = $2 and deleted_at is null`
