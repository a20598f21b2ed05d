import { markReadBody, type MarkReadBody, notificationRow, unreadCount } from '@prometric/contracts/notifications'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { markRead } from '../operations/mark-read.js'
import { countUnread, notificationList } from '../queries/notification-list.js'

/** What I was told. */
@WorkspaceController('notifications')
export class NotificationsController {
  @Route.get('', {
    summary: 'My notifications',
    permission: 'MEMBER',
    query: notificationList.query,
    answer: notificationRow,
    list: true,
  })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => notificationList.list(work, call.query))
  }

  @Route.get('unread-count', { summary: 'How many I have not read', permission: 'MEMBER', answer: unreadCount })
  unread(@Called() call: Call) {
    return call.read((work) => countUnread(work))
  }

  @Route.post('mark-read', {
    summary: 'I have read these',
    permission: 'MEMBER',
    body: markReadBody,
    answer: unreadCount,
  })
  read(@Called() call: Call<MarkReadBody>) {
    return call.write(async (work) => {
      await markRead(work, call.body.ids)
      return countUnread(work)
    })
  }

  @Route.post('mark-all-read', { summary: 'I have read everything', permission: 'MEMBER', answer: unreadCount })
  readAll(@Called() call: Call) {
    return call.write(async (work) => {
      await markRead(work, 'ALL')
      return countUnread(work)
    })
  }

  @Route.put(':id/read', { summary: 'I have read this', permission: 'MEMBER', answer: notificationRow })
  readOne(@Called() call: Call) {
    return call.write(async (work) => {
      await markRead(work, [call.params.id])
      return notificationList.find(work, call.params.id)
    })
  }
}
