import { markRead } from '../modules/notifications/operations/mark-read.js'
import { settleTasks } from '../modules/tasks/operations/complete-task.js'
import { sql } from '../platform/database/statement.js'
import { hats, type Shop } from './shop.js'

/** People end the tasks they have dealt with, and read what they were told. What is of these days is still on their desks. */
export async function tidyDesks(shop: Shop): Promise<void> {
  const desks = new Map(hats.map((hat) => [shop.person(hat).userId, hat]))
  for (const hat of desks.values()) {
    await shop.act(hat, async (work) => {
      const done = await work.rows<{ key: string }>(dealtWith, [
        work.workspaceId,
        shop.person(hat).employeeId,
        hat === 'manager' || desks.size === 1,
        work.now,
      ])
      await settleTasks(
        work,
        done.map((task) => task.key),
        'DONE',
      )
      await markRead(work, 'ALL')
    })
  }
}

// Services that nobody was named for are the manager's to tick off, once they were done.
const dealtWith = sql`
  select t.source_key as key from app.tasks t
  where t.workspace_id = $1 and t.status = 'TODO' and t.source_key is not null and t.created_at < $4::timestamptz - interval '2 days'
    and ((t.assigned_to = $2 and t.type in ('ORDER_APPROVAL', 'INVOICE_SENDING'))
      or (t.type = 'SERVICE_DELIVERY' and (t.assigned_to = $2 or (t.assigned_to is null and $3::boolean))
        and exists (select from app.order_items i where i.workspace_id = $1 and i.id = t.related_entity_id and i.quantity_delivered >= i.quantity)))
  order by t.id`
