import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'
import { everyMinute, type ScheduledJob } from '../platform/schedule/schedule.js'
import { approvalWorkflow } from './approval-workflow.js'

/** Requests in one transaction; the next tick goes on. */
const requestsAtMost = 100

/** A level that did not decide in time is passed by: its superior is asked as well, and both hear of it. */
export const approvalEscalation: ScheduledJob = {
  name: 'approval-escalation',
  queue: 'schedule',
  due: 'select * from app.late_approvals($1)',
  slot: everyMinute,
  run: async (work) => ({ result: { requests: await escalateLate(work) } }),
}

/** Does it in one workspace; answers how many were late. */
async function escalateLate(work: UnitOfWork): Promise<number> {
  const late = await work.rows<{ id: string }>(lateRequests, [work.workspaceId, work.now, requestsAtMost])
  for (const { id } of late) await approvalWorkflow.visit(work, id, 'QUEUED', null)
  return late.length
}

const lateRequests = sql`
  select r.id from app.approval_steps s
  join app.approval_requests r on r.workspace_id = s.workspace_id and r.id = s.request_id and r.current_level = s.level and r.status in ('PENDING', 'ESCALATED')
  where s.workspace_id = $1 and s.due_at <= $2 and s.status in ('PENDING', 'ESCALATED')
  order by r.entity_type, r.entity_id limit $3`
