import { against, Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

/** Refuses a warehouse that is not there, or no longer used. */
export async function requireWarehouse(work: UnitOfWork, warehouseId: string, field = 'warehouseId'): Promise<void> {
  const found = await work.row<{ active: boolean; name: string }>(readWarehouse, [work.workspaceId, warehouseId])
  if (!found) throw new Refusal('NOT_FOUND', { warehouseId }, field)
  if (!found.active) throw against('WAREHOUSE_IN_USE', { warehouse: found.name }, field)
}

/** The warehouse that is meant when nobody names one. */
export async function defaultWarehouse(work: UnitOfWork): Promise<string> {
  const found = await work.row<{ id: string }>(readDefault, [work.workspaceId])
  if (!found) throw against('DEFAULT_WAREHOUSE', {}, 'warehouseId')
  return found.id
}

const readWarehouse = sql`
  select is_active as "active", name from app.warehouses where workspace_id = $1 and id = $2 and deleted_at is null`
const readDefault = sql`
  select id from app.warehouses where workspace_id = $1 and is_default and is_active and deleted_at is null`
