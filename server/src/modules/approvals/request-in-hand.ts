import type { ApprovalStatus, ApprovalType } from '@prometric/contracts/approvals'
import { Refusal } from '../../kernel/refusal.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { AskedStep } from './announce-requested.js'

export interface StepInHand extends AskedStep {
  readonly id: string
  status: ApprovalStatus
  readonly superiors: readonly string[]
  readonly dueAt: Date | null
  readonly escalatedTo: string | null
  readonly decidedBy: string | null
  readonly comment: string | null
  /** Whether the acting person may decide it. */
  readonly mine: boolean
}

/** A request that this transaction has locked, with its steps from the lowest level. */
export interface RequestInHand {
  readonly id: string
  readonly version: number
  readonly type: ApprovalType
  readonly entityType: string
  readonly entityId: string
  readonly value: bigint
  status: ApprovalStatus
  readonly requestedBy: string | null
  readonly createdBy: string | null
  currentLevel: number
  readonly steps: StepInHand[]
}

interface Row extends Omit<RequestInHand, 'steps'> {
  readonly steps: Array<Omit<StepInHand, 'dueAt'> & { dueAt: string | null }>
}

export const isOpen = ({ status }: { status: ApprovalStatus }): boolean =>
  status === 'PENDING' || status === 'ESCALATED'

/** The step whose turn it is. */
export const currentStep = ({ steps, currentLevel }: RequestInHand): StepInHand =>
  steps.find((step) => step.level === currentLevel)!

/** Locks a request. The thing it is about is locked before it. */
export async function takeRequest(work: UnitOfWork, id: string): Promise<RequestInHand> {
  // Locked first and read afterwards: a statement that waited for its lock has not seen what the one before it wrote.
  await work.rows(lock, [work.workspaceId, id])
  const found = await work.row<Row>(whole, [work.workspaceId, id, work.actor.userId])
  if (!found) throw new Refusal('NOT_FOUND')
  return {
    ...found,
    steps: found.steps.map((step) => ({ ...step, dueAt: step.dueAt === null ? null : new Date(step.dueAt) })),
  }
}

const lock = sql`select id from app.approval_requests where workspace_id = $1 and id = $2 for no key update`

const whole = sql`
  select r.id, r.version, r.type, r.entity_type as "entityType", r.entity_id as "entityId", r.value, r.status, r.requested_by as "requestedBy",
    (r.payload->>'createdBy')::uuid as "createdBy", r.current_level as "currentLevel",
    (select json_agg(json_build_object('id', s.id, 'level', s.level, 'approverRole', s.approver_role, 'approverPermission', s.approver_permission,
        'approverId', s.approver_id, 'escalationHours', s.escalation_hours, 'superiors', s.superiors, 'status', s.status, 'dueAt', s.due_at,
        'escalatedTo', s.escalated_to, 'decidedBy', s.decided_by, 'comment', s.comment, 'mine', app.may_decide(s, $3::uuid)) order by s.level)
      from app.approval_steps s where s.workspace_id = $1 and s.request_id = r.id) as steps
  from app.approval_requests r where r.workspace_id = $1 and r.id = $2`
