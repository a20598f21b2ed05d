// What other modules may ask of notifications: to tell a person something.

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
  readonly link?: string
  /** The same key tells the same person once. */
  readonly dedupeKey: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** Tells a person something, once for a dedupe key. */
export async function notify(
  work: UnitOfWork,
  { userId, category, code, title, message, link, dedupeKey, data = {} }: Notice,
): Promise<void> {
  await work.rows(insert, [
    work.workspaceId,
    work.organizationId,
    newId(),
    userId,
    category,
    code,
    title,
    message,
    link ?? null,
    dedupeKey,
    JSON.stringify(data),
  ])
}

const insert = sql`
  insert into app.notifications (organization_id, workspace_id, id, user_id, category, code, title, message, link, dedupe_key, data, created_at, updated_at)
  values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, app.now(), app.now())
  on conflict do nothing`
