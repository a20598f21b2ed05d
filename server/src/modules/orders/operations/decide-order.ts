import type { HoldOrderBody, HoldReason, RejectOrderBody, ReleaseOrderBody } from '@prometric/contracts/orders'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { orderLifecycle } from '../order.lifecycle.js'
import { changeOrderStatus } from './change-order-status.js'
import { checkValidity } from './check-validity.js'
import { placeHolds, releaseHolds } from './order-holds.js'
import { type OrderInHand, takeOrder } from './take-order.js'

/** A draft becomes an order that its gates look at. */
export async function submitOrder(work: UnitOfWork, orderId: string): Promise<void> {
  const order = await takeOrder(work, orderId)
  orderLifecycle.check(order.status, 'PENDING')
  await checkValidity(work, orderId)
  await changeOrderStatus(work, { order, to: 'PENDING' })
}

/** A person holds an order; everything it owes waits until the hold is released. */
export async function holdOrder(
  work: UnitOfWork,
  orderId: string,
  { reason, details = {} }: HoldOrderBody,
): Promise<void> {
  const order = await takeOrder(work, orderId)
  await placeHolds(work, order, [{ reason, details }])
  if (order.status !== 'ON_HOLD')
    await changeOrderStatus(work, { order, to: 'ON_HOLD', reason, set: { statusBeforeHold: order.status } })
}

/** A person releases one hold, or all that people placed. What a gate still objects to will be held again by the gate. */
export async function releaseOrder(
  work: UnitOfWork,
  orderId: string,
  { holdId, note }: ReleaseOrderBody,
): Promise<void> {
  const order = await takeOrder(work, orderId)
  const open = await work.rows<{ id: string; reason: HoldReason }>(openHolds, [work.workspaceId, orderId])
  const reasons = open.filter((hold) => (holdId ? hold.id === holdId : true)).map((hold) => hold.reason)
  if (reasons.length === 0) throw new Refusal('NOT_FOUND', {}, 'holdId')
  await releaseHolds(work, order, reasons, note)
}

/** Writes on a locked order whose word let it through. */
export async function noteApproval(
  work: UnitOfWork,
  order: { readonly id: string; readonly customerId: string | null },
  approvedBy: string,
): Promise<{ version: number }> {
  const noted = (await work.row<{ version: number }>(approve, [work.workspaceId, order.id, work.now, approvedBy]))!
  work.announce({
    name: 'order.approved',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: noted.version,
    payload: { orderId: order.id, customerId: order.customerId, approvedBy },
  })
  return noted
}

/** A refused order goes back to whoever made it. Its holds end: the gates look at it anew when it is submitted again. */
export async function returnToDraft(work: UnitOfWork, order: OrderInHand, reason: string): Promise<OrderInHand> {
  const open = await work.rows<{ reason: HoldReason }>(openHolds, [work.workspaceId, order.id])
  if (open.length > 0)
    await releaseHolds(
      work,
      order,
      open.map((hold) => hold.reason),
      reason,
    )
  const pending = order.status === 'ON_HOLD' ? await changeOrderStatus(work, { order, to: 'PENDING' }) : order
  return changeOrderStatus(work, { order: pending, to: 'DRAFT', reason })
}

/** Says that an order was refused, and by whom. */
export function announceRejection(
  work: UnitOfWork,
  order: Pick<OrderInHand, 'id' | 'version' | 'customerId'>,
  { reason, returnToDraft: asDraft = false }: RejectOrderBody,
): void {
  work.announce({
    name: 'order.rejected',
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    payload: {
      orderId: order.id,
      customerId: order.customerId,
      rejectedBy: work.actor.userId,
      reason,
      returnToDraft: asDraft,
    },
  })
}

const openHolds = sql`select id, reason from app.order_holds where workspace_id = $1 and order_id = $2 and released_at is null`

const approve = sql`
  update app.orders set approved_at = $3, approved_by = $4, version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2 returning version`
