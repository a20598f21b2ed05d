// What other modules may ask of notifications: to tell people something.

import { newId } from '../../kernel/ids.js'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

export interface Notice {
  readonly userId: string
  readonly category:
    | 'DEAL'
    | 'ORDER'
    | 'CUSTOMER'
    | 'PRODUCT'
    | 'STOCK'
    | 'PRODUCTION'
    | 'FINANCE'
    | 'TASK'
    | 'APPROVAL'
    | 'EMPLOYEE'
    | 'REPORT'
    | 'SYSTEM'
  readonly code: string
  readonly title: string
  readonly message: string
  readonly type?: 'INFO' | 'SUCCESS' | 'WARNING' | 'ERROR'
  readonly link?: string
  /** The same key tells the same person once. */
  readonly dedupeKey: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** Tells a person something, once for a dedupe key. */
export async function notify(work: UnitOfWork, notice: Notice): Promise<void> {
  await notifyAll(work, [notice])
}

/** Tells several people at once, each in their own words. */
export async function notifyAll(work: UnitOfWork, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map((notice) => ({ type: 'INFO', link: null, data: {}, ...notice, id: newId() }))
  const told = await work.rows<{ id: string; userId: string }>(insert, [
    work.workspaceId,
    work.organizationId,
    JSON.stringify(rows),
  ])
  for (const { id, userId } of told) {
    work.announce({
      name: 'notification.created',
      aggregateType: 'notification',
      aggregateId: id,
      aggregateVersion: 1,
      payload: { notificationId: id, userId },
    })
  }
}

const insert = sql`
  insert into app.notifications (organization_id, workspace_id, id, user_id, type, category, code, title, message, link, dedupe_key, data, created_at, updated_at)
  select $2, $1, n."id", n."userId", n."type", n."category", n."code", n."title", n."message", n."link", n."dedupeKey", n."data", app.now(), app.now()
  from json_to_recordset($3::json) as n("id" uuid, "userId" uuid, "type" text, "category" text, "code" text, "title" text, "message" text, "link" text,
    "dedupeKey" text, "data" jsonb)
  on conflict do nothing
  returning id, user_id as "userId"`
