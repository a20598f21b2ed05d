import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/kernel/ids.js'
import { sql } from '../src/platform/database/statement.js'
import type { UnitOfWork } from '../src/platform/database/unit-of-work.js'
import { deliver } from '../src/platform/outbox/deliver.js'
import { listenerTable } from '../src/platform/outbox/listener-table.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company

beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company?.close())

const consumer = 'reader-of-facts'
const insert = sql`
  with event as (
    insert into app.outbox_events (organization_id, workspace_id, id, aggregate_type, aggregate_id, aggregate_version, name, payload, correlation_id)
    values ($2, $1, $3, 'order', $4, 1, 'order.updated', $5::jsonb, $3) returning *
  )
  insert into app.event_deliveries (organization_id, workspace_id, event_id, consumer, event_name, aggregate_id, pos, state, parked_at)
  select $2, $1, id, $6, name, aggregate_id, pos, $7, $8::timestamptz from event`

/** One document and what waits about it, in the order of the telling. */
function document() {
  const id = newId()
  const tell = async (work: UnitOfWork, about: string | null, state = 'READY', parkedAt: Date | null = null) => {
    const eventId = newId()
    const payload = JSON.stringify({ subjectId: about })
    await work.rows(insert, [work.workspaceId, work.organizationId, eventId, id, payload, consumer, state, parkedAt])
    return eventId
  }
  const committed = (...told: Parameters<typeof tell> extends [UnitOfWork, ...infer Rest] ? Rest : never) =>
    company.database.run(company.tenant(), (work) => tell(work, ...told))
  /** Lets the listener hear; `meanwhile` happens when it has already looked at the facts. */
  const hears = (eventId: string, meanwhile = async () => {}) => {
    const listener = { name: consumer, recomputes: 'subjectId', hear: meanwhile }
    return company.database.run(company.tenant(), (work) =>
      deliver(work, { eventId, consumer }, listenerTable([{ listener }], 'inline')),
    )
  }
  const states = async () => {
    const waiting = await company.sql<{ state: string }>(
      'select state from event_deliveries where aggregate_id = $1 and consumer = $2 order by pos',
      [id, consumer],
    )
    return waiting.map(({ state }) => state)
  }
  return { tell, committed, hears, states }
}

test('what commits while the listener looks is not settled with what it saw, even when it stands in front', async () => {
  const { tell, committed, hears, states } = document()
  const first = await committed('x')
  let commit = () => {}
  const mayCommit = new Promise<void>((resolve) => (commit = resolve))
  let told: (eventId: string) => void = () => {}
  const early = new Promise<string>((resolve) => (told = resolve))
  const slow = company.database.run(company.tenant(), async (work) => {
    told(await tell(work, 'x'))
    await mayCommit
  })
  const second = await early
  await committed('x')
  expect(
    await hears(first, async () => {
      await committed('x')
      commit()
      await slow
    }),
  ).toBe(true)
  expect(await states()).toEqual(['DONE', 'READY', 'DONE', 'READY'])
  expect(await hears(second)).toBe(true)
  expect(await states()).toEqual(['DONE', 'DONE', 'DONE', 'DONE'])
})

test('only what names the same subject is settled together', async () => {
  const { committed, hears, states } = document()
  const first = await committed('x')
  const second = await committed('y')
  const nobody = await committed(null)
  await committed('x')
  await committed(null)
  await hears(first)
  expect(await states()).toEqual(['DONE', 'READY', 'READY', 'DONE', 'READY'])
  await hears(second)
  await hears(nobody)
  expect(await states()).toEqual(['DONE', 'DONE', 'DONE', 'DONE', 'READY'])
})

test('what is parked stays for whoever repairs, and what was parked is heard by itself, so that its recovery is said', async () => {
  const { committed, hears, states } = document()
  const first = await committed('x')
  const again = await committed('x', 'READY', new Date())
  await committed('x', 'DEAD')
  await committed('x')
  await hears(first)
  expect(await states()).toEqual(['DONE', 'READY', 'DEAD', 'DONE'])
  await hears(again)
  expect(await states()).toEqual(['DONE', 'DONE', 'DEAD', 'DONE'])
  expect(
    await company.sql(`select 1 from outbox_events where name = 'delivery.recovered' and payload->>'eventId' = $1`, [
      again,
    ]),
  ).toHaveLength(1)
})

test('a deal that went to another customer before anybody heard of it is counted with both', async () => {
  const cast = castOf(company)
  const { id: before } = await cast.customer()
  const { id: after } = await cast.customer()
  const product = await cast.product('PRODUCT', 'Стул')
  const deal = await cast.deal(before, [[product.id, 1]])
  ok(await company.owner.patch(`/deals/${deal.id}`, { customerId: after }))
  ok(await company.owner.post(`/deals/${deal.id}/lose`, { lostReason: 'COMPETITOR', competitorWon: 'ТОО «Другие»' }))
  await company.settle()
  const counted = await company.sql<{ id: string; count: number }>(
    'select id, deal_count as count from customers where id = any($1)',
    [[before, after]],
  )
  expect(counted).toHaveLength(2)
  expect(counted).toEqual(
    expect.arrayContaining([
      { id: before, count: 0 },
      { id: after, count: 1 },
    ]),
  )
})
