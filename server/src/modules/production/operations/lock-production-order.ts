import type { ProductionStatus } from '@prometric/contracts/production'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface LockedProductionOrder {
  readonly id: string
  readonly orderNumber: string
  readonly status: ProductionStatus
  readonly salesOrderId: string | null
  readonly orderItemId: string | null
  readonly productId: string
  readonly productName: string
  readonly bomId: string | null
  readonly bomMissing: boolean
  readonly quantity: string
  readonly startQuantity: string
  readonly targetWarehouseId: string
  readonly materialWarehouseId: string
  readonly laborCost: bigint | null
  readonly overheadCost: bigint | null
  readonly qcRequired: boolean
  readonly version: number
}

/** The sales order first, as everybody locks it who will touch its stock; then the production order. */
export async function lockProductionOrder(work: UnitOfWork, id: string): Promise<LockedProductionOrder> {
  await work.rows(lockSalesOrder, [work.workspaceId, id])
  const order = await work.row<LockedProductionOrder>(lock, [work.workspaceId, id])
  if (!order) throw new Refusal('NOT_FOUND')
  return order
}

const lockSalesOrder = sql`
  select id from app.orders where workspace_id = $1
    and id = (select sales_order_id from app.production_orders where workspace_id = $1 and id = $2)
  for no key update`
const lock = sql`
  select id, order_number as "orderNumber", status, sales_order_id as "salesOrderId", order_item_id as "orderItemId", product_id as "productId",
    product_name as "productName", bom_id as "bomId", bom_missing as "bomMissing", quantity, start_quantity as "startQuantity",
    target_warehouse_id as "targetWarehouseId", material_warehouse_id as "materialWarehouseId", labor_cost as "laborCost",
    overhead_cost as "overheadCost", qc_required as "qcRequired", version
  from app.production_orders where workspace_id = $1 and id = $2 and deleted_at is null for no key update`
