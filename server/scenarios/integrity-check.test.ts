import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { readChecks } from '../src/invariants/checks.js'
import { newId } from '../src/kernel/ids.js'
import { integrityCheck } from '../src/orchestrators/integrity-check.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  const goods = await cast.product('PRODUCT', 'Шкаф')
  await cast.stock(goods.id, 20)
  const buyer = await cast.customer()
  for (let deals = 0; deals < 3; deals++) {
    const deal = await cast.deal(buyer.id, [[goods.id, 2]])
    ok(await company.owner.post(`/deals/${deal.id}/win`, {}))
  }
  await company.settle()
})
afterAll(() => company.close())

const check = async () => {
  const asked = await company.owner.post('/operations/integrity-checks')
  expect(asked.status).toBe(202)
  expect(asked.data).toMatchObject({ kind: 'integrity-check', state: 'QUEUED', progress: 0, result: null, slot: null })
  await company.application.runner.drain()
  return ok(await company.owner.get(`/jobs/${asked.data.id as string}`)).data
}
const everyInvariant = () => brokenInvariants((text) => company.sql(text))
const told = () =>
  company.sql<{ user_id: string }>(
    `select user_id from notifications where code = 'BOOKS_BROKEN' and workspace_id = $1`,
    [company.workspaceId],
  )

test('the invariants are read one by one, and none is lost', () => {
  const names = readChecks().map(({ name }) => name)
  expect(names.length).toBeGreaterThan(40)
  expect(new Set(names).size).toBe(names.length)
})

test('sound books: the job says so and tells nobody', async () => {
  expect(await everyInvariant()).toEqual([])
  const checks = readChecks().length
  expect(await check()).toMatchObject({
    state: 'DONE',
    progress: 100,
    attempts: 1,
    findings: 0,
    lastError: null,
    result: { checks, broken: 0, findings: [] },
  })
  expect(await told()).toEqual([])
})

test('from within the walls it finds what is found past them, in its own workspace and no other', async () => {
  await company.sql(`update customers set balance = balance + 700`)
  await company.sql(`update orders set paid_amount = paid_amount + 1 where workspace_id = $1`, [company.workspaceId])
  const broken = await everyInvariant()
  const mine = broken.filter(({ workspaceId }) => workspaceId === company.workspaceId)
  expect(mine.length).toBeGreaterThan(3)
  const job = await check()
  expect(job).toMatchObject({ state: 'DONE', findings: mine.length, kindLabel: 'Проверка учёта' })
  const found = job.result.findings as typeof mine
  const sorted = (rows: ReadonlyArray<Pick<(typeof mine)[number], 'invariant' | 'key' | 'found'>>) =>
    rows.map(({ invariant, key, found: what }) => JSON.stringify([invariant, key, Object.entries(what).sort()])).sort()
  expect(sorted(found)).toEqual(sorted(mine))
  expect((await told()).map(({ user_id }) => user_id)).toContain(company.owner.userId)
})

test('what is gone at the second look is no finding', async () => {
  const from = async (reached: Parameters<typeof integrityCheck.run>[1]['reached']) =>
    company.database.run(company.tenant(), (work) => integrityCheck.run(work, { id: newId(), payload: {}, reached }))
  const checks = readChecks().length
  let part = await from(null)
  while ('reached' in part && part.reached.looks < checks) part = await from(part.reached)
  expect('reached' in part && part.reached.suspects.length).toBeGreaterThan(2)
  await company.sql('update customers set balance = balance - 700')
  await company.sql('update orders set paid_amount = paid_amount - 1 where workspace_id = $1', [company.workspaceId])
  while ('reached' in part) part = await from(part.reached)
  expect(part.result).toEqual({ checks, broken: 0, findings: [] })
})

test('who asks while it waits gets the one that waits', async () => {
  const first = ok(await company.owner.post('/operations/integrity-checks')).data
  const second = ok(await company.owner.post('/operations/integrity-checks')).data
  expect(second.id).toBe(first.id)
  await company.application.runner.drain()
  const list = ok(await company.owner.get('/jobs?kind=integrity-check&state=DONE'))
  expect(list.data[0]).toMatchObject({ id: first.id, requestedBy: { id: company.owner.userId } })
})

test('a stranger sees no job of another workspace', async () => {
  const mine = ok(await company.owner.get('/jobs')).data as { id: string }[]
  expect((await company.other.get(`/jobs/${mine[0]!.id}`)).status).toBe(404)
})

test('at night it is done once for a day in which something happened, whoever ticks', async () => {
  const { database, schedule } = company.application
  const nights = async () =>
    Number(
      (
        await company.sql<{ count: bigint }>(
          `select count(*) from background_jobs where workspace_id = $1 and slot is not null and state = 'DONE'`,
          [company.workspaceId],
        )
      )[0]!.count,
    )
  // After everything that has happened, whatever the hour is now in either zone.
  const someDay = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  const at = (time: string) => {
    database.clock = () => new Date(`${someDay}T${time}:00+05:00`)
    database.clockMoved = true
  }
  try {
    at('01:59')
    await schedule.tick([integrityCheck])
    expect(await nights()).toBe(0)
    at('02:01')
    await schedule.tick([integrityCheck])
    expect(await nights()).toBe(0)
    await cast.customer()
    await Promise.all([schedule.tick([integrityCheck]), schedule.tick([integrityCheck])])
    await schedule.tick([integrityCheck])
    expect(await nights()).toBe(1)
    await cast.customer()
    database.clock = () => new Date(`${someDay}T23:30:00+05:00`)
    await schedule.tick([integrityCheck])
    expect(await nights()).toBe(1)
  } finally {
    database.clock = () => new Date()
    database.clockMoved = false
  }
})
