import type { PaymentMethod } from '@prometric/contracts/payments'
import type { RefundStatus } from '@prometric/contracts/refunds'
import { newId } from '../../../kernel/ids.js'
import type { Money } from '../../../kernel/money.js'
import { against, Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

export interface RefundWish {
  readonly paymentId: string
  readonly method: PaymentMethod
  readonly customerId: string
  readonly orderId: string
  readonly amount: Money
  readonly reason: string
  /** The same key never asks twice. */
  readonly key: string
}

/**
 * Asks for free money of a payment to be paid back. Above the workspace's limit somebody else has to approve it first; the owner needs
 * nobody. The caller has locked the payment and seen that the money is free.
 */
export async function requestRefund(work: UnitOfWork, wish: RefundWish): Promise<{ id: string; number: string }> {
  const id = newId()
  const number = await work.number('RF')
  const limit = await work.setting<number>('finance.refundApproval')
  const status: RefundStatus = wish.amount.toNumber() > limit && work.actor.role !== 'OWNER' ? 'REQUESTED' : 'APPROVED'
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    id,
    number,
    wish.paymentId,
    wish.customerId,
    wish.orderId,
    wish.amount.tiyn,
    wish.method,
    wish.reason,
    status,
    wish.key,
    work.actor.userId,
  ])
  work.announce({
    name: 'payment.refund.requested',
    aggregateType: 'refund',
    aggregateId: id,
    aggregateVersion: 1,
    payload: {
      refundId: id,
      paymentId: wish.paymentId,
      orderId: wish.orderId,
      customerId: wish.customerId,
      amount: wish.amount.toNumber(),
      reason: wish.reason,
    },
  })
  return { id, number }
}

/** Somebody other than who asked, or the owner, lets the money go. */
export async function approveRefund(work: UnitOfWork, refundId: string): Promise<void> {
  const refund = await work.row<{ status: RefundStatus; createdBy: string | null }>(lock, [work.workspaceId, refundId])
  if (!refund) throw new Refusal('NOT_FOUND', { refundId })
  if (refund.status !== 'REQUESTED')
    throw new Refusal('INVALID_TRANSITION', { from: refund.status, to: 'APPROVED', allowed: [] })
  if (refund.createdBy === work.actor.userId && work.actor.role !== 'OWNER') throw against('SEPARATION_OF_DUTIES')
  await work.rows(approve, [work.workspaceId, refundId, work.actor.userId])
}

const insert = sql`
  insert into app.refunds (organization_id, workspace_id, id, refund_number, payment_id, customer_id, order_id, amount, method, reason, status, approved_by,
    idempotency_key, created_by, updated_by)
  values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11::text, case when $11::text = 'APPROVED' then $13::uuid end, $12, $13::uuid, $13::uuid)`
const lock = sql`select status, created_by as "createdBy" from app.refunds where workspace_id = $1 and id = $2 for no key update`
const approve = sql`
  update app.refunds set status = 'APPROVED', approved_by = $3, version = version + 1, updated_at = app.now(), updated_by = $3 where workspace_id = $1 and id = $2`
