import { type ApproveBody, approvalTypes, type RejectApprovalBody } from '@prometric/contracts/approvals'
import { Refusal } from '../kernel/refusal.js'
import { cancelRequests } from '../modules/approvals/public.js'
import { approveRequest, rejectRequest, withdrawRequest } from '../modules/approvals/operations/decide-request.js'
import { openRequest } from '../modules/approvals/operations/open-request.js'
import { announceRejection, returnToDraft } from '../modules/orders/operations/decide-order.js'
import { orderLifecycle } from '../modules/orders/order.lifecycle.js'
import { type OrderInHand, takeOrder } from '../modules/orders/operations/take-order.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { approvalWorkflow, lockSubject } from './approval-workflow.js'
import { takeBackPreparations } from './editing/preparations.js'
import { cancelOrderDown } from './order-cancellation.js'

/** The acting person agrees; the next level is asked, or what waited for it goes on. */
export async function approve(work: UnitOfWork, requestId: string, { comment }: ApproveBody): Promise<void> {
  await lockSubject(work, requestId)
  if (await approveRequest(work, requestId, comment)) await approvalWorkflow.visit(work, requestId, 'MANUAL', null)
}

/** The acting person refuses. An order that is refused ends or goes back as a draft; one that may only not pass its limit keeps waiting for money. */
export async function reject(
  work: UnitOfWork,
  requestId: string,
  { reason, returnToDraft }: RejectApprovalBody,
): Promise<void> {
  const subject = await lockSubject(work, requestId)
  if (!(await rejectRequest(work, requestId, reason))) return
  await approvalWorkflow.visit(work, requestId, 'MANUAL', null)
  if (subject?.entityType === 'order' && subject.type !== 'CREDIT_LIMIT')
    await endOrder(work, await takeOrder(work, subject.entityId), { reason, returnToDraft })
}

/** Whoever asked asks no longer. What waits for an answer keeps waiting. */
export async function withdraw(work: UnitOfWork, requestId: string): Promise<void> {
  await lockSubject(work, requestId)
  const { entityId, type } = await withdrawRequest(work, requestId)
  await cancelRequests(work, entityId, [type], 'withdrawn')
}

/** Approves everything that an order is asked about and that the acting person decides; an order nobody was asked about is approved in advance. */
export async function approveOrder(work: UnitOfWork, orderId: string, body: ApproveBody): Promise<void> {
  const order = await takeUndecided(work, orderId)
  const asked = await openOf(work, orderId)
  const questions = asked.length > 0 ? asked : [await askInAdvance(work, order)]
  await decideOwn(questions, (requestId) => approve(work, requestId, body))
}

/** Decides what the acting person may; refuses when that is nothing. */
async function decideOwn(questions: readonly string[], decide: (requestId: string) => Promise<void>): Promise<void> {
  let refusal: Refusal | undefined
  let decided = false
  for (const requestId of questions) {
    try {
      await decide(requestId)
      decided = true
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'NOT_THE_APPROVER') throw error
      refusal = error
    }
  }
  if (!decided && refusal) throw refusal
}

/** Refuses an order: what it was asked about is refused with it. */
export async function rejectOrderByHand(work: UnitOfWork, orderId: string, body: RejectApprovalBody): Promise<void> {
  const order = await takeUndecided(work, orderId)
  const questions = await openOf(work, orderId)
  await decideOwn(questions, async (requestId) => {
    if (await rejectRequest(work, requestId, body.reason)) await approvalWorkflow.visit(work, requestId, 'MANUAL', null)
  })
  if (questions.length === 0 && order.createdBy === work.actor.userId && work.actor.role !== 'OWNER')
    throw new Refusal('SEPARATION_OF_DUTIES', { orderId })
  await endOrder(work, order, body)
}

/** A refused order ends with everything that was made for it, or goes back as a draft without what was kept for its prepayment. */
async function endOrder(work: UnitOfWork, order: OrderInHand, body: RejectApprovalBody): Promise<void> {
  await cancelRequests(work, order.id, approvalTypes, 'the order was rejected')
  announceRejection(work, order, body)
  if (!body.returnToDraft) return cancelOrderDown(work, { orderId: order.id, reason: body.reason })
  await takeBackPreparations(work, order, 'ORDER_CHANGED')
  await returnToDraft(work, order, body.reason)
}

type UndecidedOrder = OrderInHand & { readonly createdBy: string | null }

/** An order that is not confirmed yet; one that was confirmed and is held by hand is not anybody's to approve. */
async function takeUndecided(work: UnitOfWork, orderId: string): Promise<UndecidedOrder> {
  const order = await takeOrder(work, orderId)
  const { createdBy, confirmed } = (await work.row<{ createdBy: string | null; confirmed: boolean }>(standingOf, [
    work.workspaceId,
    orderId,
  ]))!
  if (confirmed || (order.status !== 'PENDING' && order.status !== 'ON_HOLD'))
    throw new Refusal('INVALID_TRANSITION', {
      from: order.status,
      to: 'CONFIRMED',
      allowed: orderLifecycle.from(order.status),
    })
  return { ...order, createdBy }
}

async function askInAdvance(work: UnitOfWork, order: UndecidedOrder): Promise<string> {
  const { id } = await openRequest(work, {
    type: 'ORDER',
    entityType: 'order',
    entityId: order.id,
    value: order.totalAmount,
    requestedBy: order.createdBy,
    payload: { total: Number(order.totalAmount) / 100, causes: [], customerId: order.customerId },
  })
  return id
}

const openOf = async (work: UnitOfWork, orderId: string): Promise<string[]> =>
  (await work.rows<{ id: string }>(openRequests, [work.workspaceId, orderId])).map(({ id }) => id)

const openRequests = sql`
  select id from app.approval_requests where workspace_id = $1 and entity_id = $2 and status in ('PENDING', 'ESCALATED') order by created_at, id`
const standingOf = sql`select created_by as "createdBy", confirmed_at is not null as confirmed from app.orders where workspace_id = $1 and id = $2`
