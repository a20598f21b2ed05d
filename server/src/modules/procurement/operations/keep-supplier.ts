import type { CreateSupplierBody, UpdateSupplierBody } from '@prometric/contracts/procurement'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { piece, sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { keptColumns, writableColumns } from '../supplier.fields.js'

/** A new supplier. */
export async function createSupplier(work: UnitOfWork, body: CreateSupplierBody): Promise<string> {
  const kept = keptColumns(body, work.today)
  await refuseTaken(work, kept, null)
  await refuseUnknownCategories(work, body.categories)
  const id = newId()
  const number = await work.number('SUP')
  await work.rows(insert, [work.workspaceId, work.organizationId, id, number, work.actor.userId])
  await work.rows(write, [work.workspaceId, id, JSON.stringify(kept), work.actor.userId, 0])
  return id
}

/** Changes what was named; null clears. */
export async function updateSupplier(
  work: UnitOfWork,
  id: string,
  { version, ...written }: UpdateSupplierBody,
  ifMatch?: number,
): Promise<void> {
  const supplier = await work.row<{ version: number }>(lock, [work.workspaceId, id])
  if (!supplier) throw new Refusal('NOT_FOUND')
  if (ifMatch !== undefined && ifMatch !== supplier.version)
    throw new Refusal('PRECONDITION_FAILED', { currentVersion: supplier.version })
  if (version !== undefined && version !== supplier.version)
    throw new Refusal('VERSION_CONFLICT', { currentVersion: supplier.version })
  const kept = keptColumns(written, work.today)
  if (Object.keys(kept).length === 0) return
  await refuseTaken(work, kept, id)
  await refuseUnknownCategories(work, written.categories)
  await work.rows(write, [work.workspaceId, id, JSON.stringify(kept), work.actor.userId, 1])
}

/** Strikes a supplier out that nothing leans on. */
export async function deleteSupplier(work: UnitOfWork, id: string): Promise<void> {
  if (!(await work.row(lock, [work.workspaceId, id]))) throw new Refusal('NOT_FOUND')
  if (await work.row(readUse, [work.workspaceId, id])) throw new Refusal('IN_USE')
  await work.rows(strike, [work.workspaceId, id, work.now, work.actor.userId])
}

async function refuseTaken(work: UnitOfWork, kept: Record<string, unknown>, id: string | null): Promise<void> {
  const taken = await work.row<{ field: string }>(readTaken, [
    work.workspaceId,
    kept['bin'] ?? null,
    kept['iin'] ?? null,
    id,
  ])
  if (taken) throw new Refusal('DUPLICATE', { field: taken.field }, taken.field)
}

async function refuseUnknownCategories(work: UnitOfWork, ids: readonly string[] | null | undefined): Promise<void> {
  if (!ids?.length) return
  const known = await work.rows(readCategories, [work.workspaceId, ids])
  if (known.length < new Set(ids).size) throw new Refusal('NOT_FOUND', {}, 'categories')
}

const columns = piece(writableColumns.join(', '))
const changed = piece(writableColumns.map((column) => `next.${column}`).join(', '))

const insert = sql`
  insert into app.suppliers (organization_id, workspace_id, id, supplier_number, name, created_by) values ($2, $1, $3, $4, '', $5)`
// Keys that the record lacks keep the row's value, nulls clear it.
const write = sql`
  update app.suppliers s set (${columns}) = (select ${changed} from jsonb_populate_record(s, $3::jsonb) next),
    version = version + $5::int, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2`
const lock = sql`select version from app.suppliers where workspace_id = $1 and id = $2 and deleted_at is null for no key update`
const readTaken = sql`
  select case when bin = $2::text then 'bin' else 'iin' end as field from app.suppliers
  where workspace_id = $1 and deleted_at is null and (bin = $2::text or iin = $3::text) and id is distinct from $4::uuid`
const readCategories = sql`
  select id from app.product_categories where workspace_id = $1 and id = any($2::uuid[]) and deleted_at is null`
const readUse = sql`
  select 1 where exists (select from app.purchase_requisition_lines where workspace_id = $1 and supplier_id = $2)
    or exists (select from app.goods_receipts where workspace_id = $1 and supplier_id = $2)
    or exists (select from app.products where workspace_id = $1 and primary_supplier_id = $2 and deleted_at is null)`
const strike = sql`
  update app.suppliers set deleted_at = $3, deleted_by = $4, version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2`
