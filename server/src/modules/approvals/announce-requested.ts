import { type ApprovalType, unitOf } from '@prometric/contracts/approvals'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { type Level, wireValue } from './policy.js'

export type AskedStep = Omit<Level, 'threshold'>

export interface AskedRequest {
  readonly id: string
  readonly version: number
  readonly type: ApprovalType
  readonly entityType: string
  readonly entityId: string
  readonly value: bigint
  readonly requestedBy: string | null
}

/** Says that a level is asked to decide, and until when. */
export function announceRequested(work: UnitOfWork, request: AskedRequest, step: AskedStep): void {
  const { level, approverRole, approverPermission, approverId, escalationHours } = step
  work.announce({
    name: 'approval.requested',
    aggregateType: 'approval',
    aggregateId: request.id,
    aggregateVersion: request.version,
    payload: {
      approvalRequestId: request.id,
      type: request.type,
      entityType: request.entityType,
      entityId: request.entityId,
      value: wireValue(unitOf(request.type), request.value),
      requestedBy: request.requestedBy,
      level,
      approverId,
      approverRole,
      approverPermission,
      dueAt: escalationHours === null ? null : dueAfter(work.now, escalationHours).toISOString(),
    },
  })
}

export const dueAfter = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
