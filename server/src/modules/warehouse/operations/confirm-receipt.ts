import type { ReceiptStatus } from '@prometric/contracts/receipts'
import { Quantity } from '../../../kernel/quantity.js'
import { Refusal } from '../../../kernel/refusal.js'
import { UnitPrice } from '../../../kernel/unit-price.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { postMovements } from '../../inventory/public.js'
import { receiveRequisitionLines } from '../../procurement/public.js'
import { receiptLifecycle } from '../receipt.lifecycle.js'

interface Receipt {
  readonly status: ReceiptStatus
  readonly supplierId: string
  readonly warehouseId: string
  readonly version: number
}

interface Line {
  readonly id: string
  readonly productId: string
  readonly quantity: string
  readonly unitCost: bigint
  readonly requisitionLineId: string | null
}

/** The goods are in: stock rises, requisitions close, and the receipt takes its number last. A second confirmation changes nothing. */
export async function confirmReceipt(work: UnitOfWork, id: string): Promise<void> {
  const receipt = await work.row<Receipt>(lockReceipt, [work.workspaceId, id])
  if (!receipt) throw new Refusal('NOT_FOUND')
  if (receipt.status === 'CONFIRMED') return
  receiptLifecycle.check(receipt.status, 'CONFIRMED')
  const { supplierId, warehouseId } = receipt
  const lines = (await work.rows<Line>(readLines, [work.workspaceId, id])).map((line) => ({
    ...line,
    quantity: Quantity.parse(line.quantity),
  }))
  const requested = lines.flatMap(({ requisitionLineId, quantity }) =>
    requisitionLineId ? [{ requisitionLineId, quantity }] : [],
  )
  await receiveRequisitionLines(work, requested)
  await postMovements(
    work,
    lines.map((line) => ({
      type: 'RECEIPT' as const,
      warehouseId,
      productId: line.productId,
      quantity: line.quantity,
      unitCost: UnitPrice.of(line.unitCost),
      referenceType: 'GOODS_RECEIPT' as const,
      referenceId: id,
      referenceLineId: line.id,
      idempotencyKey: `goods_receipt:${line.id}`,
    })),
  )
  const number = await work.legalNumber('GR')
  await work.rows(confirm, [work.workspaceId, id, number, work.now, work.actor.userId])
  work.announce({
    name: 'goods.receipt.confirmed',
    aggregateType: 'goods_receipt',
    aggregateId: id,
    aggregateVersion: receipt.version + 1,
    payload: {
      receiptId: id,
      number,
      purchaseOrderId: null,
      supplierId,
      warehouseId,
      lines: lines.map((line) => ({
        productId: line.productId,
        quantity: line.quantity.toNumber(),
        unitCost: UnitPrice.of(line.unitCost).toNumber(),
        requisitionLineId: line.requisitionLineId,
      })),
    },
  })
}

const lockReceipt = sql`
  select status, supplier_id as "supplierId", warehouse_id as "warehouseId", version
  from app.goods_receipts where workspace_id = $1 and id = $2 for no key update`
const readLines = sql`
  select id, product_id as "productId", quantity_received as "quantity", unit_cost as "unitCost", requisition_line_id as "requisitionLineId"
  from app.goods_receipt_lines where workspace_id = $1 and goods_receipt_id = $2 order by id`
const confirm = sql`
  with accepted as (
    update app.goods_receipt_lines set quantity_accepted = quantity_received - quantity_rejected, updated_at = app.now()
    where workspace_id = $1 and goods_receipt_id = $2
  )
  update app.goods_receipts set status = 'CONFIRMED', receipt_number = $3, received_at = $4, version = version + 1, updated_at = app.now(), updated_by = $5
  where workspace_id = $1 and id = $2`
