import { deliveryCard, deliveryRow, deliveryStates } from '@prometric/contracts/event-deliveries'
import { eventSentence, listenerSentence } from '@prometric/contracts/chain-labels'
import { text as wellFormed } from '@prometric/contracts/wire'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.js'
import { statement } from '../../platform/database/statement.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { anyOf, byId, type Filter, instantFrom, instantTo, text } from '../../platform/http/filters.js'
import { type ListQuery, listing, type Page } from '../../platform/http/listing.js'
import { selectList } from '../../platform/http/select-list.js'
import type { DeliveryKey } from '../../platform/outbox/deliver.js'
import { documentType, idsByNumber, liveDocuments, visibleKinds } from './chain-documents.js'
import { errorWords, mayBeRetried, mayBeSkipped } from './delivery-words.js'
import { eventFacts } from './event-facts.js'

type DeliveryRow = z.infer<typeof deliveryRow>
type DeliveryCard = z.infer<typeof deliveryCard>

/** What of a delivery only helps to tell it. */
const helping = { errorFacts: z.record(z.string(), z.json()).nullable(), payload: z.record(z.string(), z.json()) }
const stored = deliveryRow.extend(helping)

// A delivery has no id of its own: it is an event at one of its listeners.
const from = `(select d.*, d.event_id as id, e.aggregate_type, e.correlation_id, e.payload,
    coalesce(case when e.aggregate_type = 'order' then e.aggregate_id end, (e.payload->>'orderId')::uuid, (e.payload->>'salesOrderId')::uuid) as order_id,
    coalesce(case when e.aggregate_type = 'deal' then e.aggregate_id end, (e.payload->>'dealId')::uuid) as deal_id
  from app.event_deliveries d join app.outbox_events e on e.workspace_id = d.workspace_id and e.id = d.event_id) d`

const computed = {
  id: `d.event_id || ':' || d.consumer`,
  eventLabel: `''`,
  consumerLabel: `''`,
  document: 'null::json',
  nextAt: `case when d.state = 'READY' then d.next_at end`,
  since: `case d.state when 'DEAD' then coalesce(d.parked_at, d.created_at) when 'DONE' then coalesce(d.done_at, d.created_at)
    when 'DISCARDED' then coalesce(d.resolved_at, d.created_at) else d.created_at end`,
  waitsFor: `case when d.state = 'READY' then (select b.event_id || ':' || b.consumer from app.event_deliveries b where b.workspace_id = d.workspace_id
    and b.consumer = d.consumer and b.aggregate_id = d.aggregate_id and b.pos < d.pos and b.state in ('READY', 'DEAD') order by b.pos limit 1) end`,
  resolvedBy: `(select json_build_object('id', u.id, 'name', u.first_name || ' ' || u.last_name) from app.users u where u.id = d.resolved_by)`,
  canRetry: 'false',
  canSkip: 'false',
  errorText: 'd.last_error',
}

/** By the beginning of a document's number: the event's own document, its order or its deal. */
const byDocument: Filter = {
  schema: wellFormed(100),
  condition: (value, bind, work) =>
    `array[d.aggregate_id, d.order_id, d.deal_id] && (select array_agg(x.id) from (${idsByNumber(bind(visibleKinds(work)), bind(value))}) x)`,
}

/** Queued deliveries, newest first: what waits, what was done, what is parked. */
const table = listing({
  from,
  alias: 'd',
  row: stored,
  computed,
  filters: {
    state: anyOf('d.state', deliveryStates),
    consumer: text('d.consumer'),
    event: text('d.event_name'),
    aggregateId: byId('d.aggregate_id'),
    orderId: byId('d.order_id'),
    dealId: byId('d.deal_id'),
    correlationId: byId('d.correlation_id'),
    from: instantFrom('d.created_at'),
    to: instantTo('d.created_at'),
    search: byDocument,
  },
  sorts: ['createdAt', 'nextAt', 'parkedAt', 'attempts', 'eventName', 'consumer', 'state'],
  defaultSort: '-createdAt',
})

export const deliveryQuery = table.query

export async function listDeliveries(work: UnitOfWork, query: ListQuery): Promise<Page<DeliveryRow>> {
  const page = await table.list(work, query)
  return { ...page, items: await told(work, page.items) }
}

/** One delivery with every line of its last error. */
export async function findDelivery(work: UnitOfWork, { eventId, consumer }: DeliveryKey): Promise<DeliveryCard> {
  const found = await work.row<{ row: Stored<DeliveryCard> }>(byKey, [work.workspaceId, eventId, consumer])
  if (!found) throw new Refusal('NOT_FOUND')
  return (await told(work, [found.row]))[0]!
}

type Stored<Row> = Row & z.infer<typeof stored>

/** In the reader's language, with the documents that they may see, and with what may be done now. */
async function told<Row extends DeliveryRow>(work: UnitOfWork, rows: ReadonlyArray<Stored<Row>>): Promise<Row[]> {
  const { language } = work.actor
  const ids = rows.filter((row) => documentType(row.aggregateType)).map((row) => row.aggregateId)
  const documents = await liveDocuments(work, [...new Set(ids)])
  return rows.map(({ errorFacts, payload, ...row }) => {
    const live = documents.get(row.aggregateId)
    const document = live?.visible ? { type: live.type, id: live.id, number: live.number } : null
    return {
      ...(row as unknown as Row),
      document,
      eventLabel: eventSentence(language, row.eventName, eventFacts(language, payload, document?.number ?? null)),
      consumerLabel: listenerSentence(language, row.consumer),
      lastError: errorWords(language, { ...row, errorFacts }),
      canRetry: mayBeRetried(row),
      canSkip: mayBeSkipped(row),
    }
  })
}

const byKey =
  statement(`select to_json(t) as row from (select ${selectList(deliveryCard.extend(helping), 'd', computed)} from ${from}
  where d.workspace_id = $1 and d.event_id = $2 and d.consumer = $3) t`)
