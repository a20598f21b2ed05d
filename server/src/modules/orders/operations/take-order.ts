import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import type { FulfillmentStatus } from '../order-progress.js'
import type { OrderToChange } from './change-order-status.js'

/** An order that this transaction has locked, as far as shipping, delivering and paying look at it. */
export interface OrderInHand extends OrderToChange {
  readonly orderNumber: string
  readonly fulfillmentStatus: FulfillmentStatus
  readonly fulfillmentMethod: 'PICKUP' | 'DELIVERY' | 'SHIPPING'
  readonly priority: string
  readonly deliveryAddress: Record<string, unknown> | null
  readonly requestedDeliveryDate: string | null
  readonly paymentStatus: string
  readonly totalAmount: bigint
  readonly paidAmount: bigint
  readonly marginAmount: bigint | null
  readonly shippedAt: Date | null
}

/** Locks the order before anything below it: stock, invoices, the customer. */
export async function takeOrder(work: UnitOfWork, orderId: string): Promise<OrderInHand> {
  const order = await work.row<OrderInHand>(lockOrder, [work.workspaceId, orderId])
  if (!order) throw new Refusal('NOT_FOUND', { orderId })
  return order
}

const lockOrder = sql`
  select id, order_number as "orderNumber", status, version, customer_id as "customerId", deal_id as "dealId",
    fulfillment_status as "fulfillmentStatus", fulfillment_method as "fulfillmentMethod", priority, delivery_address as "deliveryAddress",
    requested_delivery_date as "requestedDeliveryDate", payment_status as "paymentStatus", total_amount as "totalAmount",
    paid_amount as "paidAmount", margin_amount as "marginAmount", shipped_at as "shippedAt"
  from app.orders where workspace_id = $1 and id = $2 and deleted_at is null for no key update`
