import type { CreateWarehouseBody } from '@prometric/contracts/inventory'
import { newId } from '../../../kernel/ids.js'
import { against, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

const neverSold: readonly string[] = ['QUARANTINE', 'TRANSIT']

/** Opens a warehouse. There is always one default: a new one takes the place of the old. */
export async function createWarehouse(work: UnitOfWork, body: CreateWarehouseBody): Promise<string> {
  const { type = 'MAIN', isDefault = false, isSellable = true } = body
  if (neverSold.includes(type) && body.isSellable) throw against('WAREHOUSE_NEVER_SELLS', {}, 'isSellable')
  if (body.managerId && !(await work.row(readEmployee, [work.workspaceId, body.managerId])))
    throw new Refusal('NOT_FOUND', {}, 'managerId')
  if (await work.row(readCode, [work.workspaceId, body.code])) throw new Refusal('DUPLICATE', { field: 'code' }, 'code')
  if (isDefault) await work.rows(dethrone, [work.workspaceId, work.actor.userId])
  const id = newId()
  await work.rows(insertWarehouse, [
    work.workspaceId,
    work.organizationId,
    id,
    body.name,
    body.code,
    type,
    body.address ? JSON.stringify(body.address) : null,
    body.managerId ?? null,
    body.capacity ?? null,
    isDefault,
    isSellable && !neverSold.includes(type),
    work.actor.userId,
  ])
  return id
}

const readEmployee = sql`select id from app.employees where workspace_id = $1 and id = $2 and deleted_at is null`
const readCode = sql`select id from app.warehouses where workspace_id = $1 and code = $2 and deleted_at is null`
const dethrone = sql`
  update app.warehouses set is_default = false, updated_at = app.now(), updated_by = $2
  where workspace_id = $1 and is_default and deleted_at is null`
const insertWarehouse = sql`
  insert into app.warehouses (
    organization_id, workspace_id, id, name, code, type, address, manager_id, capacity, is_default, is_sellable, created_by, updated_by)
  values ($2, $1, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12, $12)`
