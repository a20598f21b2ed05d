import type { OrderStatus } from '@prometric/contracts/orders'
import type { CreateProductionOrderBody } from '@prometric/contracts/production'
import { Quantity } from '../../../kernel/quantity.js'
import { against, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { defaultWarehouse, requireWarehouse } from '../../inventory/public.js'
import { openProductionOrders } from './open-production-orders.js'

interface SalesOrder {
  readonly status: OrderStatus
  readonly dealId: string | null
  readonly customerId: string | null
  readonly customerName: string | null
}

/** An order for the workshop by hand, for stock or towards a sales order. */
export async function createProductionOrder(work: UnitOfWork, body: CreateProductionOrderBody): Promise<string> {
  const product = await work.row<{ name: string; unit: string; stocked: boolean }>(readProduct, [
    work.workspaceId,
    body.productId,
  ])
  if (!product) throw new Refusal('NOT_FOUND', {}, 'productId')
  if (!product.stocked) throw against('TRACKED_IN_STOCK', { product: product.name }, 'productId')
  if (body.warehouseId) await requireWarehouse(work, body.warehouseId)
  const sales = body.salesOrderId
    ? await work.row<SalesOrder>(readSalesOrder, [work.workspaceId, body.salesOrderId])
    : undefined
  if (body.salesOrderId && !sales) throw new Refusal('NOT_FOUND', {}, 'salesOrderId')
  if (sales && settled.has(sales.status)) throw against('SALES_ORDER_OPEN', { status: sales.status }, 'salesOrderId')
  const [opened] = await openProductionOrders(work, [
    {
      orderId: body.salesOrderId ?? null,
      orderItemId: null,
      dealId: sales?.dealId ?? null,
      customerId: sales?.customerId ?? null,
      customerName: sales?.customerName ?? null,
      productId: body.productId,
      productName: product.name,
      unit: product.unit,
      quantity: Quantity.parse(body.quantity),
      dueDate: body.dueDate ?? inAWeek(work.today),
      priority: body.priority ?? 'NORMAL',
      sourceKey: null,
      warehouseId: body.warehouseId ?? (await defaultWarehouse(work)),
      ...(body.bomId ? { bomId: body.bomId } : {}),
      ...(body.notes ? { notes: body.notes } : {}),
    },
  ])
  if (body.bomId && opened!.bomMissing) throw new Refusal('NO_ACTIVE_BOM', { product: product.name }, 'bomId')
  return opened!.id
}

/** Where an order waits for nothing more. */
const settled: ReadonlySet<OrderStatus> = new Set(['DELIVERED', 'COMPLETED', 'CANCELLED'])

function inAWeek(today: string): string {
  const date = new Date(today + 'T00:00:00Z')
  date.setUTCDate(date.getUTCDate() + 7)
  return date.toISOString().slice(0, 10)
}

const readProduct = sql`
  select name, unit, track_inventory as "stocked" from app.products where workspace_id = $1 and id = $2 and deleted_at is null`
// Locked, so that it is not cancelled past what is opened for it.
const readSalesOrder = sql`
  select o.status, o.deal_id as "dealId", o.customer_id as "customerId", c.name as "customerName"
  from app.orders o left join app.customers c on c.workspace_id = o.workspace_id and c.id = o.customer_id
  where o.workspace_id = $1 and o.id = $2 and o.deleted_at is null for no key update of o`
