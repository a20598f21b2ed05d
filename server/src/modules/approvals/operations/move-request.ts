import type { ApprovalStatus } from '@prometric/contracts/approvals'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { announceRequested, dueAfter } from '../announce-requested.js'
import type { RequestInHand, StepInHand } from '../request-in-hand.js'

/** The turn of the next level: from now on its hours are counted. */
export async function askLevel(work: UnitOfWork, request: RequestInHand, step: StepInHand): Promise<void> {
  const dueAt = step.escalationHours === null ? null : dueAfter(work.now, step.escalationHours)
  const { version } = (await work.row<{ version: number }>(turn, [work.workspaceId, request.id, step.level, dueAt]))!
  request.currentLevel = step.level
  request.status = 'PENDING'
  announceRequested(work, { ...request, version }, step)
}

/** Every level has spoken: the request is granted or refused, and says so. */
export async function closeRequest(
  work: UnitOfWork,
  request: RequestInHand,
  status: Extract<ApprovalStatus, 'APPROVED' | 'REJECTED'>,
): Promise<void> {
  const last = request.steps.findLast((step) => step.status === status)
  const { version } = (await work.row<{ version: number }>(close, [
    work.workspaceId,
    request.id,
    status,
    last?.decidedBy ?? work.actor.userId,
    work.now,
    last?.comment ?? null,
  ]))!
  request.status = status
  work.announce({
    name: status === 'APPROVED' ? 'approval.granted' : 'approval.rejected',
    aggregateType: 'approval',
    aggregateId: request.id,
    aggregateVersion: version,
    payload: {
      approvalRequestId: request.id,
      type: request.type,
      entityType: request.entityType,
      entityId: request.entityId,
      decidedBy: last?.decidedBy ?? work.actor.userId,
      ...(status === 'REJECTED' ? { reason: last?.comment ?? null } : { comment: last?.comment ?? null }),
    },
  })
}

/** Nobody decided in time: the next superior is asked too, and has as long. */
export async function escalate(work: UnitOfWork, request: RequestInHand, step: StepInHand, to: string): Promise<void> {
  const isLast = to === 'OWNER'
  const dueAt = isLast || step.escalationHours === null ? null : dueAfter(work.now, step.escalationHours)
  const { version } = (await work.row<{ version: number }>(pass, [
    work.workspaceId,
    request.id,
    step.level,
    to,
    dueAt,
  ]))!
  const from = step.escalatedTo ?? step.approverRole ?? step.approverPermission ?? step.approverId
  request.status = 'ESCALATED'
  request.steps[request.steps.indexOf(step)] = { ...step, status: 'ESCALATED', escalatedTo: to, dueAt }
  work.announce({
    name: 'approval.escalated',
    aggregateType: 'approval',
    aggregateId: request.id,
    aggregateVersion: version,
    payload: {
      approvalRequestId: request.id,
      type: request.type,
      entityType: request.entityType,
      entityId: request.entityId,
      level: step.level,
      from,
      to,
    },
  })
}

const turn = sql`
  with step as (
    update app.approval_steps set due_at = $4, updated_at = app.now() where workspace_id = $1 and request_id = $2 and level = $3
  )
  update app.approval_requests set current_level = $3, status = 'PENDING', version = version + 1, updated_at = app.now()
  where workspace_id = $1 and id = $2 returning version`

const close = sql`
  with rest as (
    update app.approval_steps set status = 'CANCELLED', decided_at = $5, due_at = null, updated_at = app.now()
    where workspace_id = $1 and request_id = $2 and status in ('PENDING', 'ESCALATED')
  )
  update app.approval_requests set status = $3, decided_by = $4, decided_at = $5, decision_note = $6, version = version + 1, updated_at = app.now()
  where workspace_id = $1 and id = $2 returning version`

const pass = sql`
  with step as (
    update app.approval_steps set status = 'ESCALATED', escalated_to = $4, due_at = $5, updated_at = app.now()
    where workspace_id = $1 and request_id = $2 and level = $3
  )
  update app.approval_requests set status = 'ESCALATED', version = version + 1, updated_at = app.now()
  where workspace_id = $1 and id = $2 returning version`
