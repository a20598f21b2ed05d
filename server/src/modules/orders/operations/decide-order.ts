import type { ApproveOrderBody, HoldOrderBody, HoldReason, ReleaseOrderBody } from '@prometric/contracts/orders'
import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { changeOrderStatus } from './change-order-status.js'
import { placeHolds, releaseHolds } from './order-holds.js'
import { takeOrder } from './take-order.js'

/** A draft becomes an order that its gates look at. */
export async function submitOrder(work: UnitOfWork, orderId: string): Promise<void> {
  await changeOrderStatus(work, { order: await takeOrder(work, orderId), to: 'PENDING' })
}

/** A person holds an order; everything it owes waits until the hold is released. */
export async function holdOrder(
  work: UnitOfWork,
  orderId: string,
  { reason, details = {} }: HoldOrderBody,
): Promise<void> {
  const order = await takeOrder(work, orderId)
  await placeHolds(work, order, [{ reason, details: details as Record<string, string | number> }])
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

/** Approves an order that waits for it. Nobody but the owner approves what they placed themselves. */
export async function approveOrder(work: UnitOfWork, orderId: string, { comment }: ApproveOrderBody): Promise<void> {
  const order = await takeOrder(work, orderId)
  const approved = await work.row<{ version: number }>(approve, [
    work.workspaceId,
    orderId,
    work.now,
    work.actor.userId,
    work.actor.role === 'OWNER',
  ])
  if (!approved) throw new Refusal('BUSINESS_RULE', { rule: 'SEPARATION_OF_DUTIES' })
  work.announce({
    name: 'order.approved',
    aggregateType: 'order',
    aggregateId: orderId,
    aggregateVersion: approved.version,
    payload: { orderId, customerId: order.customerId, approvedBy: work.actor.userId, comment: comment ?? null },
  })
}

const openHolds = sql`select id, reason from app.order_holds where workspace_id = $1 and order_id = $2 and released_at is null`

const approve = sql`
  update app.orders set approved_at = $3, approved_by = $4, version = version + 1, updated_at = app.now(), updated_by = $4
  where workspace_id = $1 and id = $2 and status in ('PENDING', 'ON_HOLD') and ($5 or created_by is distinct from $4)
  returning version`
