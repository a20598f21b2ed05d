import { type EventPayload, eventPayloads } from '@prometric/contracts/events'
import { expect } from 'vitest'
import type { Company } from './company.js'

export interface Said<Name extends keyof typeof eventPayloads> {
  readonly id: string
  readonly payload: EventPayload<Name>
}

/**
 * The one event of that name about a document, when everybody has heard it: its payload keeps the contract to the last field, every
 * queued listener of the program has its delivery done, every inline orchestrator its run.
 */
export function hearingOf(company: Company) {
  return async <Name extends keyof typeof eventPayloads>(name: Name, aggregateId: string): Promise<Said<Name>> => {
    await company.settle()
    const rows = await company.sql<{ id: string; payload: Record<string, unknown> }>(
      'select id, payload from app.outbox_events where workspace_id = $1 and name = $2 and aggregate_id = $3 order by pos',
      [company.workspaceId, name, aggregateId],
    )
    expect(rows, `${name} is said once`).toHaveLength(1)
    const { id, payload } = rows[0]!
    const { listeners } = company.database
    const inline = listeners.inline(name).map((listener) => listener.name)
    const queued = listeners.queuedFor({ name, aggregateType: '', aggregateId, aggregateVersion: 1, payload })
    expect(inline.length + queued.length, `${name} is heard`).toBeGreaterThan(0)
    expect(
      await company.sql('select consumer, state, last_error from app.event_deliveries where event_id = $1 order by 1', [
        id,
      ]),
    ).toEqual(queued.toSorted().map((consumer) => ({ consumer, state: 'DONE', last_error: null })))
    const runs = await company.sql<{ orchestrator: string }>(
      `select orchestrator from app.orchestrator_runs where trigger_event_id = $1 and mode = 'INLINE' order by 1`,
      [id],
    )
    expect(runs.map((run) => run.orchestrator)).toEqual(inline.toSorted())
    const kept = eventPayloads[name].strict().parse(without(payload, further[name])) as EventPayload<Name>
    return { id, payload: kept }
  }
}

/** What payloads carry beyond their contract, for listeners of this program. */
const further: Readonly<Record<string, readonly string[]>> = {
  'order.status.changed': ['customerId', 'dealId'],
  'order.shipped': ['customerId', 'dealId'],
  'order.delivered': ['dealId'],
  'order.allocated': ['customerId', 'dealId'],
  'production.completed': ['number'],
  'payment.received': ['paymentNumber'],
}

const without = (payload: Record<string, unknown>, names: readonly string[] = []) =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name)))
