import { sql } from '../platform/database/statement.js'
import type { UnitOfWork } from '../platform/database/unit-of-work.js'

export interface Subject {
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
  select entity_type as "entityType", entity_id as "entityId" from app.approval_requests where workspace_id = $1 and id = $2`

const locks = {
  deal: sql`select id from app.deals where workspace_id = $1 and id = $2 for no key update`,
  order: sql`select id from app.orders where workspace_id = $1 and id = $2 for no key update`,
  customer: sql`select id from app.customers where workspace_id = $1 and id = $2 for no key update`,
} as Readonly<Record<string, ReturnType<typeof sql>>>
