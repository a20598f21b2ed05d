import type { CreateReceiptBody } from '@prometric/contracts/receipts'
import { newId } from '../../../kernel/ids.js'
import { against, Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { requireWarehouse } from '../../inventory/public.js'
import { requireSupplier } from '../../procurement/public.js'

interface Known {
  readonly line: number
  readonly stocked: boolean | null
  readonly product: string | null
  readonly requisitionLineId: string | null
  readonly open: boolean | null
}

/** Goods stand at the gate: a draft of what came, from whom and against which requisition. Nothing moves until it is confirmed. */
export async function createReceipt(work: UnitOfWork, body: CreateReceiptBody): Promise<string> {
  await requireSupplier(work, body.supplierId)
  await requireWarehouse(work, body.warehouseId)
  const lines = body.lines.map((line, i) => ({
    ...line,
    line: i + 1,
    id: newId(),
    quantity: String(line.quantity),
    unitCost: line.unitCost === undefined ? null : String(UnitPrice.parse(line.unitCost).units),
  }))
  const json = JSON.stringify(lines)
  for (const known of await work.rows<Known>(readKnown, [work.workspaceId, json]))
    refuseStrange(known, body.lines[known.line - 1]!.requisitionLineId)
  const id = newId()
  const { workspaceId, organizationId, actor } = work
  await work.rows(insertReceipt, [
    workspaceId,
    organizationId,
    id,
    body.supplierId,
    body.warehouseId,
    body.supplierDocument ?? null,
    actor.userId,
  ])
  await work.rows(insertLines, [workspaceId, organizationId, json, id])
  return id
}

function refuseStrange(known: Known, requisitionLineId: string | undefined): void {
  const at = `lines[${known.line - 1}]`
  if (known.stocked === null) throw new Refusal('NOT_FOUND', {}, `${at}.productId`)
  if (!known.stocked) throw against('TRACKED_IN_STOCK', { product: known.product }, `${at}.productId`)
  if (!requisitionLineId) return
  if (known.requisitionLineId === null) throw new Refusal('NOT_FOUND', {}, `${at}.requisitionLineId`)
  if (!known.open) throw against('REQUISITION_OPEN', { product: known.product }, `${at}.requisitionLineId`)
}

const readKnown = sql`
  select a.line, product.track_inventory as "stocked", product.name as product, requested.id as "requisitionLineId",
    requested.status not in ('RECEIVED', 'CANCELLED', 'REJECTED') as "open"
  from json_to_recordset($2::json) as a(line int, "productId" uuid, "requisitionLineId" uuid)
  left join app.products product on product.workspace_id = $1 and product.id = a."productId" and product.deleted_at is null
  left join app.purchase_requisition_lines requested on requested.workspace_id = $1 and requested.id = a."requisitionLineId"
    and requested.product_id = a."productId"`

const insertReceipt = sql`
  insert into app.goods_receipts (organization_id, workspace_id, id, supplier_id, warehouse_id, supplier_document, created_by, updated_by)
  values ($2, $1, $3, $4, $5, $6, $7, $7)`

const insertLines = sql`
  insert into app.goods_receipt_lines (
    organization_id, workspace_id, id, goods_receipt_id, requisition_line_id, product_id, quantity_expected, quantity_received, unit_cost)
  select $2, $1, a."id", $4, a."requisitionLineId", a."productId", coalesce(requested.quantity - requested.received_quantity, a."quantity"),
    a."quantity", coalesce(a."unitCost", nullif(requested.estimated_price, 0), product.purchase_price, product.cost)
  from json_to_recordset($3::json) as a("id" uuid, "productId" uuid, "quantity" numeric, "unitCost" bigint, "requisitionLineId" uuid)
  join app.products product on product.workspace_id = $1 and product.id = a."productId"
  left join app.purchase_requisition_lines requested on requested.workspace_id = $1 and requested.id = a."requisitionLineId"`
