import type { OrderStatus } from '@prometric/contracts/orders'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { statement } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { orderLifecycle } from '../order.lifecycle.js'
import type { FulfillmentStatus } from '../order-progress.js'

/** What the caller knows of the order it has locked. */
export interface OrderToChange {
  readonly id: string
  readonly status: OrderStatus
  readonly version: number
  readonly customerId: string | null
  readonly dealId: string | null
}

export interface StatusChange<Order extends OrderToChange = OrderToChange> {
  readonly order: Order
  readonly to: OrderStatus
  readonly fulfillmentStatus?: FulfillmentStatus
  readonly reason?: string
  /** Further columns that change with the status, written in the same statement. */
  readonly set?: Partial<Record<keyof typeof settable, unknown>>
}

/** The columns that may change with a status, and their types. */
const settable = {
  statusBeforeHold: 'status_before_hold = %::text',
  customerSnapshot: 'customer_snapshot = %::jsonb',
  deliveryAddress: 'delivery_address = %::jsonb',
  billingAddress: 'billing_address = %::jsonb',
  fulfillmentDetails: 'fulfillment_details = %::jsonb',
  confirmedAt: 'confirmed_at = %::timestamptz',
  shippedAt: 'shipped_at = %::timestamptz',
  deliveredAt: 'delivered_at = %::timestamptz',
  actualDeliveryDate: 'actual_delivery_date = %::timestamptz',
  completedAt: 'completed_at = %::timestamptz',
  approvedBy: 'approved_by = %::uuid',
  approvedAt: 'approved_at = %::timestamptz',
  cancelledAt: 'cancelled_at = %::timestamptz',
  cancelledBy: 'cancelled_by = %::uuid',
  cancelReason: 'cancel_reason = %::text',
  dueDate: 'due_date = %::date',
  promisedDate: 'promised_date = %::date',
  invoicedAmount: 'invoiced_amount = %::bigint',
} as const

/**
 * Moves a locked order: its row, its history and its version in one statement. Gives the order as it now stands. A change of
 * nothing but fulfilment or further columns leaves no history and is not announced. Refuses what the lifecycle does not know, and an
 * order that is no longer where the caller saw it.
 */
export async function changeOrderStatus<Order extends OrderToChange>(
  work: UnitOfWork,
  change: StatusChange<Order>,
): Promise<Order> {
  const { order, to, reason = null, set = {} } = change
  if (to !== order.status) orderLifecycle.check(order.status, to)
  const keys = (Object.keys(set) as Array<keyof typeof settable>).filter((key) => set[key] !== undefined).sort()
  const changed = await work.row<{ version: number }>(changing(keys), [
    work.workspaceId,
    order.id,
    order.status,
    to,
    change.fulfillmentStatus ?? null,
    work.actor.userId,
    newId(),
    reason,
    work.now,
    work.tenant.correlationId,
    ...keys.map((key) => columnValue(set[key])),
  ])
  if (!changed) throw new Refusal('VERSION_CONFLICT', { orderId: order.id })
  const { version } = changed
  if (to !== order.status) {
    work.announce({
      name: 'order.status.changed',
      aggregateType: 'order',
      aggregateId: order.id,
      aggregateVersion: version,
      payload: {
        orderId: order.id,
        customerId: order.customerId,
        dealId: order.dealId,
        previousStatus: order.status,
        newStatus: to,
        reason,
        changedBy: work.actor.userId,
      },
    })
  }
  return { ...order, status: to, version }
}

function changing(keys: ReadonlyArray<keyof typeof settable>) {
  const further = keys.map((key, index) => ', ' + settable[key].replace('%', `$${index + 11}`)).join('')
  return statement(`
    with changed as (
      update app.orders set status = $4::text, fulfillment_status = coalesce($5::text, fulfillment_status), version = version + 1,
        updated_at = app.now(), updated_by = coalesce($6::uuid, updated_by)${further}
      where workspace_id = $1 and id = $2 and status = $3::text
      returning organization_id, workspace_id, id, version
    ), told as (
      insert into app.order_status_history
        (organization_id, workspace_id, id, order_id, from_status, to_status, reason, changed_by, changed_at, correlation_id)
      select organization_id, workspace_id, $7::uuid, id, $3, $4, $8::text, $6::uuid, $9::timestamptz, $10::uuid from changed where $3 <> $4
    )
    select version from changed`)
}

// Objects stand for jsonb columns; the driver would take arrays for PostgreSQL arrays.
const columnValue = (value: unknown) =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value
