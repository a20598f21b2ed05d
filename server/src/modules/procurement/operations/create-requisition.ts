import type { CreateRequisitionBody } from '@prometric/contracts/procurement'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { requireSupplier } from '../queries/require-supplier.js'
import { announceRequisition } from './open-requisitions.js'

/** Somebody asks for goods by hand. A line without a supplier of its own takes the requisition's, then the product's. */
export async function createRequisition(work: UnitOfWork, body: CreateRequisitionBody): Promise<string> {
  const suppliers = [body.supplierId, ...body.lines.map((line) => line.supplierId)].flatMap((id) => id ?? [])
  for (const supplierId of new Set(suppliers)) await requireSupplier(work, supplierId)
  if (body.departmentId && !(await work.row(readDepartment, [work.workspaceId, body.departmentId])))
    throw new Refusal('NOT_FOUND', {}, 'departmentId')
  const id = newId()
  const { workspaceId, organizationId, actor } = work
  const number = await work.number('PR')
  await work.rows(insertHeader, [
    workspaceId,
    organizationId,
    id,
    number,
    body.priority ?? 'NORMAL',
    actor.userId,
    body.departmentId ?? null,
    body.requiredBy,
  ])
  const lines = body.lines.map((line) => ({
    id: newId(),
    productId: line.productId,
    quantity: String(line.quantity),
    supplierId: line.supplierId ?? body.supplierId ?? null,
    estimatedPrice: line.estimatedPrice === undefined ? null : String(UnitPrice.parse(line.estimatedPrice).units),
  }))
  const written = await work.rows<{ id: string }>(insertLines, [workspaceId, organizationId, id, JSON.stringify(lines)])
  const strange = lines.findIndex((line) => !written.some((row) => row.id === line.id))
  if (strange >= 0) throw new Refusal('NOT_FOUND', {}, `lines[${strange}].productId`)
  const header = await work.row<{ version: number; estimatedCost: bigint }>(sumUp, [workspaceId, id])
  announceRequisition(work, { id, ...header! }, 'MANUAL', lines.length, null)
  return id
}

const readDepartment = sql`select id from app.departments where workspace_id = $1 and id = $2`
const insertHeader = sql`
  insert into app.purchase_requisitions (
    organization_id, workspace_id, id, requisition_number, source, status, priority, requested_by, department_id, required_by, created_by)
  values ($2, $1, $3, $4, 'MANUAL', 'PENDING_APPROVAL', $5, $6::uuid, $7, $8, $6::uuid)`
const insertLines = sql`
  insert into app.purchase_requisition_lines (
    organization_id, workspace_id, id, requisition_id, product_id, quantity, unit, estimated_price, supplier_id, status)
  select $2, $1, a."id", $3, a."productId", a."quantity", product.unit, coalesce(a."estimatedPrice", product.purchase_price, product.cost),
    coalesce(a."supplierId", product.primary_supplier_id), 'PENDING_APPROVAL'
  from json_to_recordset($4::json) as a("id" uuid, "productId" uuid, "quantity" numeric, "supplierId" uuid, "estimatedPrice" bigint)
  join app.products product on product.workspace_id = $1 and product.id = a."productId" and product.deleted_at is null
  returning id`
const sumUp = sql`
  update app.purchase_requisitions set estimated_cost = (
    select coalesce(sum(round(quantity * estimated_price / 100)), 0)::bigint
    from app.purchase_requisition_lines where workspace_id = $1 and requisition_id = $2)
  where workspace_id = $1 and id = $2 returning version, estimated_cost as "estimatedCost"`
