import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { orderLifecycle } from '../order.lifecycle.js'
import { changeOrderStatus } from './change-order-status.js'
import { placeHolds, releaseHolds } from './order-holds.js'
import { type OrderInHand, takeOrder } from './take-order.js'

const reason = 'FULFILLMENT_ERROR'

/**
 * What the order owes could not be done: it is held with the error in words, unless it has left the house or ended. False when there is
 * nothing left that could fail.
 */
export async function holdFailedOrder(
  work: UnitOfWork,
  orderId: string,
  failure: { readonly step: string; readonly error: string; readonly details: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  const order = await takeOrder(work, orderId)
  if (orderLifecycle.terminal(order.status)) return false
  const { version } = await held(work, order, failure.details)
  work.announce({
    name: 'order.fulfillment.failed',
    aggregateType: 'order',
    aggregateId: orderId,
    aggregateVersion: version,
    payload: { orderId, dealId: order.dealId, step: failure.step, error: failure.error },
  })
  return true
}

/** The error is gone. True when the order was held because of it. */
export async function releaseFailedOrder(work: UnitOfWork, orderId: string): Promise<boolean> {
  const order = await takeOrder(work, orderId)
  if (!(await work.row(openHold, [work.workspaceId, orderId, reason]))) return false
  await releaseHolds(work, order, [reason], null)
  return true
}

async function held(work: UnitOfWork, order: OrderInHand, details: Readonly<Record<string, unknown>>) {
  const isHeld = order.status === 'ON_HOLD'
  if (!isHeld && !orderLifecycle.allows(order.status, 'ON_HOLD')) return order
  await placeHolds(work, order, [{ reason, details }])
  return isHeld
    ? order
    : changeOrderStatus(work, { order, to: 'ON_HOLD', reason, set: { statusBeforeHold: order.status } })
}

const openHold = sql`select 1 from app.order_holds where workspace_id = $1 and order_id = $2 and reason = $3 and released_at is null`
