import type { Chain, ChainNode } from '@prometric/contracts/chains'
import {
  type Cause,
  eventSentence,
  listenerSentence,
  phrase,
  runSentence,
  stateName,
  stepSentence,
} from '@prometric/contracts/chain-labels'
import type { Language } from '../../platform/database/tenant.js'
import { documentType, type LiveDocument } from './chain-documents.js'
import { errorWords, mayBeRetried, mayBeSkipped } from './delivery-words.js'
import { eventFacts } from './event-facts.js'
import type { ChainRows, DeliveryRow, EventRow, HoldRow, RunRow } from './chain-rows.js'

/** Who reads: in what language, what they may see of the documents, and whether failures are theirs to see and to resolve. */
export interface Reader {
  readonly language: Language
  readonly documents: ReadonlyMap<string, LiveDocument>
  readonly managesProcesses: boolean
}

/** The rows of one chain as a tree by causation, told in the order in which things led to one another. */
export function chainTree(correlationId: string, rows: ChainRows, reader: Reader): Chain {
  const nodes: ChainNode[] = []
  const events = new Map(rows.events.map((event) => [event.id, event]))
  const root = causeNode(correlationId, rows, reader)
  const parentOf = (eventId: string | null) => (eventId !== null && events.has(eventId) ? eventId : root.id)
  const tell = (parentId: string): void => {
    for (const run of rows.runs.filter((one) => parentOf(one.triggerEventId) === parentId))
      nodes.push(...runNodes(run, parentId, events.get(parentId), reader))
    for (const event of rows.events.filter((one) => parentOf(one.causationId) === parentId)) {
      nodes.push(eventNode(event, parentId, events.get(parentId), reader))
      tell(event.id)
    }
    for (const hold of rows.holds.filter((one) => placedBy(one, rows.events, root.id) === parentId))
      nodes.push(holdNode(hold, parentId, reader))
    for (const delivery of rows.deliveries.filter((one) => one.eventId === parentId))
      nodes.push(deliveryNode(delivery, events.get(parentId), reader))
  }
  nodes.push(root)
  tell(root.id)
  const status = statusOf(rows)
  return { correlationId, status, startedAt: root.at, finishedAt: status === 'DONE' ? lastOf(rows) : null, nodes }
}

function statusOf({ runs, deliveries, holds }: ChainRows): Chain['status'] {
  if (
    deliveries.some(({ state }) => state === 'DEAD') ||
    runs.some(({ steps }) => steps.some(({ outcome }) => outcome === 'FAILED'))
  )
    return 'ATTENTION'
  if (deliveries.some(({ state }) => state === 'READY')) return 'RUNNING'
  return holds.length > 0 || runs.some(({ stillWaits }) => stillWaits) ? 'WAITING' : 'DONE'
}

const instantsOf = ({ events, runs, deliveries }: ChainRows) =>
  [
    ...events.map(({ at }) => at),
    ...runs.map(({ finishedAt }) => finishedAt),
    ...deliveries.flatMap(({ doneAt }) => doneAt ?? []),
  ].map((at) => at.getTime())
const lastOf = (rows: ChainRows) => new Date(Math.max(...instantsOf(rows))).toISOString()

const blank = {
  durationMs: null,
  mode: null,
  attempts: null,
  error: null,
  documents: [],
  hiddenDocuments: 0,
  deliveryId: null,
  canRetry: false,
  canSkip: false,
} as const

function causeNode(correlationId: string, rows: ChainRows, { language }: Reader): ChainNode {
  const first = rows.events[0] ?? rows.runs[0]
  const actor = actorOf(first)
  const at = new Date(
    Math.min(...(rows.events.length > 0 ? rows.events.map((event) => event.at.getTime()) : instantsOf(rows))),
  ).toISOString()
  return {
    ...blank,
    documents: [],
    id: `cause:${correlationId}`,
    parentId: null,
    kind: 'CAUSE',
    name: 'request',
    at,
    actor,
    state: 'DONE',
    label: actor ? phrase(language, 'request', { actor: actor.name }) : phrase(language, 'systemRequest'),
  }
}

function eventNode(event: EventRow, parentId: string, cause: EventRow | undefined, reader: Reader): ChainNode {
  const { language } = reader
  const facts = eventFacts(language, event.payload, numberOf(event, reader))
  const type = documentType(event.aggregateType)
  return {
    ...blank,
    ...named(type ? [{ type, id: event.aggregateId }] : [], reader),
    id: event.id,
    parentId,
    kind: 'EVENT',
    name: event.name,
    // What becomes of a delivery has the failure for its reason, not what the event was about.
    label: eventSentence(language, event.name, facts, facts.step ? undefined : causeOf(cause, reader)),
    at: event.at.toISOString(),
    // What was said because of another event, the system said.
    actor: cause ? behalfOf(event, language) : actorOf(event),
    state: 'DONE',
  }
}

function runNodes(run: RunRow, parentId: string, cause: EventRow | undefined, reader: Reader): ChainNode[] {
  const { language } = reader
  const at = run.startedAt.toISOString()
  const subject = named([{ type: run.subjectType, id: run.subjectId }], reader)
  const actor = behalfOf(run, language)
  const node: ChainNode = {
    ...blank,
    ...subject,
    id: run.id,
    parentId,
    kind: 'RUN',
    name: run.orchestrator,
    label: runSentence(language, run.orchestrator, { number: subject.documents[0]?.number }),
    at,
    durationMs: Math.max(0, run.finishedAt.getTime() - run.startedAt.getTime()),
    actor,
    mode: run.mode,
    state: run.status,
  }
  const steps = run.steps.map((step): ChainNode => {
    const made = named(step.documents, reader)
    const facts = {
      documents: made.documents
        .map((document) => document.number)
        .filter(Boolean)
        .join(', '),
      note: stateName(language, step.note),
    }
    return {
      ...blank,
      ...made,
      id: step.id,
      parentId: run.id,
      kind: 'STEP',
      name: step.name,
      label: stepSentence(language, step.name, facts, step.name === 'wait' ? undefined : causeOf(cause, reader)),
      at,
      durationMs: step.durationMs,
      actor,
      mode: run.mode,
      state: step.outcome,
    }
  })
  return [node, ...steps]
}

function deliveryNode(
  delivery: DeliveryRow,
  event: EventRow | undefined,
  { language, managesProcesses }: Reader,
): ChainNode {
  const { eventId, consumer, state, attempts, durationMs, resolvedBy, resolveReason } = delivery
  const id = `${eventId}:${consumer}`
  const step = listenerSentence(language, consumer)
  const isSkipped = state === 'DISCARDED'
  return {
    ...blank,
    documents: [],
    id,
    parentId: eventId,
    kind: 'DELIVERY',
    name: consumer,
    label: isSkipped ? phrase(language, 'skipped', { step, reason: resolveReason }) : step,
    at: (delivery.doneAt ?? delivery.at).toISOString(),
    durationMs,
    actor: isSkipped ? resolvedBy : behalfOf(event, language),
    mode: 'QUEUED',
    state,
    attempts,
    error: failureOf(delivery, language, managesProcesses),
    deliveryId: id,
    canRetry: managesProcesses && mayBeRetried(delivery),
    canSkip: managesProcesses && mayBeSkipped(delivery),
  }
}

/** Technical errors are for those who can repair them. */
function failureOf(delivery: DeliveryRow, language: Language, managesProcesses: boolean): ChainNode['error'] {
  if (delivery.lastError === null) return null
  const message = managesProcesses ? errorWords(language, delivery)! : phrase(language, 'failed')
  return { code: 'DELIVERY_FAILED', message }
}

function holdNode(hold: HoldRow, parentId: string, reader: Reader): ChainNode {
  const order = named([{ type: 'order', id: hold.orderId }], reader)
  return {
    ...blank,
    ...order,
    id: hold.id,
    parentId,
    kind: 'HOLD',
    name: hold.reason,
    at: hold.placedAt.toISOString(),
    actor: null,
    state: 'WAITING',
    label: phrase(reader.language, 'hold', {
      number: order.documents[0]?.number,
      reason: stateName(reader.language, hold.reason),
    }),
  }
}

const placedBy = (hold: HoldRow, events: readonly EventRow[], otherwise: string) =>
  events.findLast(
    (event) =>
      event.name === 'order.held' && event.aggregateId === hold.orderId && event.payload.holdReason === hold.reason,
  )?.id ?? otherwise

/** The documents that the reader may see by name, and how many more there are. */
function named(
  refs: ReadonlyArray<{ type: string; id: string }>,
  { documents }: Reader,
): Pick<ChainNode, 'documents' | 'hiddenDocuments'> {
  const live = refs.flatMap(({ id }) => documents.get(id) ?? [])
  const seen = live
    .filter((document) => document.visible)
    .map(({ type, id, number, status }) => ({ type, id, number, status }))
  return { documents: seen, hiddenDocuments: live.length - seen.length }
}

function numberOf(event: EventRow, { documents }: Reader): string | null {
  const document = documents.get(event.aggregateId)
  return document?.visible ? document.number : null
}

const causeOf = (event: EventRow | undefined, reader: Reader): Cause | undefined =>
  event && { name: event.name, number: numberOf(event, reader) }
const actorOf = (row: { actorId: string | null; actorName: string | null } | undefined) =>
  row?.actorId && row.actorName ? { id: row.actorId, name: row.actorName } : null

function behalfOf(
  row: { actorId: string | null; actorName: string | null } | undefined,
  language: Language,
): ChainNode['actor'] {
  const actor = actorOf(row)
  return actor
    ? { id: actor.id, name: phrase(language, 'onBehalf', { actor: actor.name }) }
    : { id: null, name: phrase(language, 'system') }
}
