import type { Chain } from '@prometric/contracts/chains'
import { Refusal } from '../../kernel/refusal.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import { documentType, liveDocuments, opensChain } from './chain-documents.js'
import { type ChainRows, chainRows, correlationsOf } from './chain-rows.js'
import { chainTree, type Reader } from './chain-tree.js'

const chainsAtMost = 50

/** One chain, for whoever may see at least one of its subjects; to anybody else it does not exist. */
export async function chainOf(work: UnitOfWork, correlationId: string): Promise<Chain> {
  const rows = await chainRows(work, [correlationId])
  const reader = await readerOf(work, rows)
  const movesStock =
    work.allow('INVENTORY_VIEW') &&
    work.actor.scope === 'WORKSPACE' &&
    rows.events.some(({ aggregateType }) => aggregateType === 'stock')
  if (!movesStock && ![...reader.documents.values()].some((document) => opensChain(work, document)))
    throw new Refusal('NOT_FOUND')
  return chainTree(correlationId, rows, reader)
}

/** The chains of a subject that the caller has already found to be visible, newest first. */
export async function chainsOf(work: UnitOfWork, subjectId: string): Promise<Chain[]> {
  const correlationIds = await correlationsOf(work, subjectId, chainsAtMost)
  const rows = await chainRows(work, correlationIds)
  const reader = await readerOf(work, rows)
  return correlationIds.map((id) => chainTree(id, within(rows, id), reader))
}

async function readerOf(work: UnitOfWork, { events, runs, holds }: ChainRows): Promise<Reader> {
  const ids = [
    ...events.filter(({ aggregateType }) => documentType(aggregateType)).map(({ aggregateId }) => aggregateId),
    ...runs.flatMap((run) => [
      run.subjectId,
      ...run.steps.flatMap((step) => step.documents.map((document) => document.id)),
    ]),
    ...holds.map(({ orderId }) => orderId),
  ]
  return {
    language: work.actor.language,
    documents: await liveDocuments(work, [...new Set(ids)]),
    managesProcesses: work.allow('PROCESSES_MANAGE'),
  }
}

function within(rows: ChainRows, id: string): ChainRows {
  const mine = <Row extends { correlationId: string }>(all: readonly Row[]) =>
    all.filter((row) => row.correlationId === id)
  const events = mine(rows.events)
  const orders = new Set(
    events.filter(({ aggregateType }) => aggregateType === 'order').map(({ aggregateId }) => aggregateId),
  )
  return {
    events,
    runs: mine(rows.runs),
    deliveries: mine(rows.deliveries),
    holds: rows.holds.filter(({ orderId }) => orders.has(orderId)),
  }
}
