import { Refusal } from '../../../kernel/refusal.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { currentStep, isOpen, type RequestInHand, takeRequest } from '../request-in-hand.js'

/**
 * The acting person approves the level whose turn it is, and every level after it that is his as well. False when there was nothing left
 * to decide for him: somebody was quicker with the same answer.
 */
export async function approveRequest(work: UnitOfWork, id: string, comment?: string): Promise<boolean> {
  const request = await takeRequest(work, id)
  if (request.status === 'APPROVED') return false
  if (!mayAct(work, request, { again: 'APPROVED' })) return false
  const from = request.steps.indexOf(currentStep(request))
  const until = request.steps.findIndex((step, i) => i > from && step.status === 'PENDING' && !step.mine)
  const levels = request.steps
    .slice(from, until === -1 ? undefined : until)
    .flatMap((step) => (isOpen(step) ? [step.level] : []))
  await decide(work, id, levels, 'APPROVED', comment)
  return true
}

/** The acting person refuses what is asked. False when it was refused already. */
export async function rejectRequest(work: UnitOfWork, id: string, reason: string): Promise<boolean> {
  const request = await takeRequest(work, id)
  if (request.status === 'REJECTED') return false
  mayAct(work, request, {})
  await decide(work, id, [request.currentLevel], 'REJECTED', reason)
  return true
}

/** The requester takes his question back. */
export async function withdrawRequest(work: UnitOfWork, id: string): Promise<RequestInHand> {
  const request = await takeRequest(work, id)
  if (!isOpen(request)) throw new Refusal('APPROVAL_DECIDED', { status: request.status })
  if (request.requestedBy !== work.actor.userId && work.actor.role !== 'OWNER')
    throw new Refusal('FORBIDDEN', { rule: 'REQUESTER' })
  return request
}

/** Refuses whoever may not; false when the person's own level was decided so before. */
function mayAct(work: UnitOfWork, request: RequestInHand, { again }: { again?: 'APPROVED' }): boolean {
  const step = currentStep(request)
  if (!isOpen(request)) throw new Refusal('APPROVAL_DECIDED', { status: request.status })
  const { userId, role } = work.actor
  const own = userId !== null && (request.requestedBy === userId || request.createdBy === userId)
  if (own && role !== 'OWNER') throw new Refusal('SEPARATION_OF_DUTIES', { approvalRequestId: request.id })
  if (step.mine) return true
  if (again && request.steps.some((other) => other.mine && other.status === again && other.level < step.level))
    return false
  throw new Refusal('NOT_THE_APPROVER', {
    approvalRequestId: request.id,
    approver: step.approverRole ?? step.approverPermission ?? step.approverId,
    level: step.level,
  })
}

async function decide(
  work: UnitOfWork,
  id: string,
  levels: readonly number[],
  status: 'APPROVED' | 'REJECTED',
  comment: string | undefined,
): Promise<void> {
  await work.rows(decideSteps, [work.workspaceId, id, levels, status, work.actor.userId, work.now, comment ?? null])
}

const decideSteps = sql`
  update app.approval_steps set status = $4, decided_by = $5, decided_at = $6, comment = $7, due_at = null, updated_at = app.now()
  where workspace_id = $1 and request_id = $2 and level = any($3::int[]) and status in ('PENDING', 'ESCALATED')`
