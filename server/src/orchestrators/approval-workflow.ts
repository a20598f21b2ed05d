import { askLevel, closeRequest, escalate } from '../modules/approvals/operations/move-request.js'
import {
  currentStep,
  isOpen,
  type RequestInHand,
  type StepInHand,
  takeRequest,
} from '../modules/approvals/request-in-hand.js'
import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { orchestrator } from '../platform/orchestration/orchestrator.js'

interface Asked {
  readonly request: RequestInHand
  readonly now: Date
}

const refused = ({ request }: Asked) => request.steps.some((step) => step.status === 'REJECTED')
const waiting = ({ request }: Asked) => request.steps.filter(isOpen)
/** The level that is next once the one whose turn it was has spoken. */
const next = (asked: Asked): StepInHand | undefined =>
  isOpen(currentStep(asked.request)) || refused(asked) ? undefined : waiting(asked)[0]
/** The one above whoever let the time pass: the level's superiors in turn, the owner last. */
function superior({ superiors, escalatedTo, approverRole }: StepInHand): string | undefined {
  const above = [...new Set([...superiors, ...(approverRole === 'OWNER' ? [] : ['OWNER'])])]
  return above[escalatedTo === null ? 0 : above.indexOf(escalatedTo) + 1]
}
const overdue = ({ request, now }: Asked): boolean => {
  const step = currentStep(request)
  return isOpen(step) && step.dueAt !== null && step.dueAt <= now
}

/** A question that somebody has to answer: it goes from level to level until all have agreed or one has refused, and above whoever is late. */
export const approvalWorkflow = orchestrator<Asked>({
  name: 'approval-workflow',
  subject: 'approval',
  wakesOn: {},
  look: async (work: UnitOfWork, requestId) => {
    await lockSubject(work, requestId)
    const request = await takeRequest(work, requestId)
    return isOpen(request) ? { request, now: work.now } : undefined
  },
  steps: [
    {
      name: 'ask the next level',
      owed: (asked) => next(asked) !== undefined,
      run: (work, asked) => askLevel(work, asked.request, next(asked)!),
    },
    {
      name: 'pass it to the superior',
      owed: overdue,
      run: async (work, { request }) => {
        const step = currentStep(request)
        await escalate(work, request, step, superior(step) ?? 'OWNER')
      },
    },
    {
      name: 'refuse what was asked',
      owed: (asked) => isOpen(asked.request) && refused(asked),
      run: (work, { request }) => closeRequest(work, request, 'REJECTED'),
    },
    {
      name: 'grant what was asked',
      owed: (asked) => isOpen(asked.request) && !refused(asked) && waiting(asked).length === 0,
      run: (work, { request }) => closeRequest(work, request, 'APPROVED'),
    },
  ],
  waitsFor: ({ request }) => {
    if (!isOpen(request)) return undefined
    const { approverRole, approverPermission } = currentStep(request)
    return approverRole ?? approverPermission ?? 'APPROVAL'
  },
})

/** What a request is about, and what it asks for. */
interface Subject {
  readonly type: string
  readonly entityType: string
  readonly entityId: string
}

/** Locks what a request is about, before the request itself: the house's order. */
export async function lockSubject(work: UnitOfWork, requestId: string): Promise<Subject | undefined> {
  const subject = await work.row<Subject>(ofRequest, [work.workspaceId, requestId])
  const lock = subject && locks[subject.entityType]
  if (lock) await work.rows(lock, [work.workspaceId, subject.entityId])
  return subject
}

const ofRequest = sql`
  select type, entity_type as "entityType", entity_id as "entityId" from app.approval_requests where workspace_id = $1 and id = $2`

const locks = {
  deal: sql`select id from app.deals where workspace_id = $1 and id = $2 for no key update`,
  order: sql`select id from app.orders where workspace_id = $1 and id = $2 for no key update`,
  customer: sql`select id from app.customers where workspace_id = $1 and id = $2 for no key update`,
} as Readonly<Record<string, ReturnType<typeof sql>>>
