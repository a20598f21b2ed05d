import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Opens the default warehouse of a new workspace. */
export async function openWarehouse(work: UnitOfWork): Promise<{ warehouseId: string }> {
  const warehouseId = newId()
  await work.rows(insertWarehouse, [work.workspaceId, work.organizationId, warehouseId, work.actor.userId])
  return { warehouseId }
}

const insertWarehouse = sql`
  insert into app.warehouses (organization_id, workspace_id, id, name, code, type, is_default, is_sellable, created_by, updated_by)
  values ($2, $1, $3, 'Основной склад', 'MAIN', 'MAIN', true, true, $4, $4)`
