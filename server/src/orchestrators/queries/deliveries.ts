import { deliveryRow } from '@prometric/contracts/chains'
import { Refusal } from '../../kernel/refusal.js'
import { statement } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { anyOf, byId, instantFrom, instantTo, text } from '../../platform/http/filters.js'
import { listing } from '../../platform/http/listing.js'
import { selectList } from '../../platform/http/select-list.js'
import type { z } from 'zod'

// A delivery has no id of its own: it is an event at one of its listeners.
const key = `d.event_id || ':' || d.consumer`
const from = `(select *, event_id as id from app.event_deliveries) d`

/** Queued deliveries, newest first: what waits, what was done, what is parked. */
export const deliveryQueue = listing({
  from,
  alias: 'd',
  row: deliveryRow,
  computed: { id: key },
  filters: {
    state: anyOf('d.state', ['READY', 'DONE', 'DEAD', 'DISCARDED']),
    consumer: text('d.consumer'),
    event: text('d.event_name'),
    aggregateId: byId('d.aggregate_id'),
    from: instantFrom('d.created_at'),
    to: instantTo('d.created_at'),
  },
  sorts: ['createdAt', 'nextAt', 'attempts', 'eventName', 'consumer', 'state'],
  defaultSort: '-createdAt',
})

export async function findDelivery(
  work: UnitOfWork,
  eventId: string,
  consumer: string,
): Promise<z.infer<typeof deliveryRow>> {
  const found = await work.row<{ row: z.infer<typeof deliveryRow> }>(byKey, [work.workspaceId, eventId, consumer])
  if (!found) throw new Refusal('NOT_FOUND')
  return found.row
}

const byKey = statement(`select to_json(t) as row from (select ${selectList(deliveryRow, 'd', { id: key })} from ${from}
  where d.workspace_id = $1 and d.event_id = $2 and d.consumer = $3) t`)
