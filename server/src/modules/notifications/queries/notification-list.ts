import { notificationCategories, notificationRow } from '@prometric/contracts/notifications'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'
import { anyOf, flag } from '../../../platform/http/filters.js'
import { listing } from '../../../platform/http/listing.js'

/** What the acting person was told in this workspace; nobody reads anybody else's. */
export const notificationList = listing({
  from: 'app.notifications n',
  alias: 'n',
  row: notificationRow,
  where: `n.user_id = nullif(current_setting('app.actor_id', true), '')::uuid and (n.expires_at is null or n.expires_at > app.now())`,
  filters: { unread: flag('not n.is_read'), category: anyOf('n.category', notificationCategories) },
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
})

export async function countUnread(work: UnitOfWork): Promise<{ unreadCount: number }> {
  return (await work.row<{ unreadCount: number }>(unread, [work.workspaceId, work.actor.userId]))!
}

const unread = sql`
  select count(*)::int as "unreadCount" from app.notifications
  where workspace_id = $1 and user_id = $2 and not is_read and (expires_at is null or expires_at > app.now())`
