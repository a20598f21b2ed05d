import { listenerSentence } from '@prometric/contracts/chain-labels'
import type { DeliverySummary } from '@prometric/contracts/event-deliveries'
import { sql } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'

const countedUpTo = 10_000

type Counted = Omit<DeliverySummary, 'parked'> & {
  readonly parked: ReadonlyArray<{ consumer: string; count: number; since: string }>
}

/** Where the queue stands: how much waits, how much was given up, and which listeners are stuck. */
export async function deliverySummary(work: UnitOfWork): Promise<DeliverySummary> {
  const { summary } = (await work.row<{ summary: Counted }>(counted, [work.workspaceId, countedUpTo]))!
  const parked = summary.parked.map((one) => ({ ...one, label: listenerSentence(work.actor.language, one.consumer) }))
  return { ...summary, parked }
}

const counted = sql`
  with parked as (select consumer, coalesce(parked_at, created_at) as since from app.event_deliveries where workspace_id = $1 and state = 'DEAD' limit $2),
  ready as (
    select attempts > 0 as failing, exists (select from app.event_deliveries b where b.workspace_id = d.workspace_id and b.consumer = d.consumer
      and b.aggregate_id = d.aggregate_id and b.pos < d.pos and b.state = 'DEAD') as waiting
    from app.event_deliveries d where workspace_id = $1 and state = 'READY' limit $2
  )
  select json_build_object(
    'states', json_build_object(
      'READY', (select count(*) from ready),
      'DONE', (select count(*) from (select from app.event_deliveries where workspace_id = $1 and state = 'DONE' limit $2) x),
      'DEAD', (select count(*) from parked),
      'DISCARDED', (select count(*) from (select from app.event_deliveries where workspace_id = $1 and state = 'DISCARDED' limit $2) x)),
    'failing', (select count(*) from ready where failing),
    'waiting', (select count(*) from ready where waiting),
    'oldestParkedAt', (select min(since) from parked),
    'parked', coalesce((select json_agg(json_build_object('consumer', g.consumer, 'count', g.count, 'since', g.since) order by g.count desc, g.consumer)
      from (select consumer, count(*), min(since) as since from parked group by consumer) g), '[]')) as summary`
