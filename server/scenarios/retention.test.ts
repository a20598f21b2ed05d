import { afterAll, beforeAll, expect, test } from 'vitest'
import { retention } from '../src/orchestrators/retention.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company

beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

const count = async (table: string, where = 'true') =>
  Number((await company.sql<{ count: bigint }>(`select count(*) from ${table} where ${where}`))[0]!.count)

/** Makes a row of each kind look so many days old. */
const age = async (days: number) => {
  for (const [table, column] of [
    ['idempotency_keys', 'expires_at'],
    ['notifications', 'created_at'],
    ['background_jobs', 'created_at'],
    ['login_attempts', 'created_at'],
    ['refresh_tokens', 'expires_at'],
  ])
    await company.sql(`update ${table} set ${column} = now() - interval '${days} days'`)
}

test('what has served its time is forgotten at night, once; the rest and the business stay', async () => {
  const { database, schedule, runner } = company.application
  const cast = castOf(company)
  const buyer = await cast.customer()
  const goods = await cast.product('PRODUCT', 'Стол')
  await cast.stock(goods.id, 5)
  const won = async (key: string) => {
    const deal = await cast.deal(buyer.id, [[goods.id, 1]])
    ok(await company.owner.post(`/deals/${deal.id}/win`, {}, { 'idempotency-key': key }))
    await company.settle()
  }
  const night = async (time: string) => {
    const someDay = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    database.clock = () => new Date(`${someDay}T${time}:00+05:00`)
    database.clockMoved = true
    try {
      return await schedule.tick([retention])
    } finally {
      database.clock = () => new Date()
      database.clockMoved = false
    }
  }
  await won('old')
  ok(await company.owner.post('/operations/integrity-checks'))
  await runner.drain()
  await company.sql(`insert into login_attempts (email, success) values ('who@example.kz', false)`)
  await age(100)
  const sessions = await count('refresh_tokens')
  const audited = await count('audit_logs')
  await won('young')

  expect(await night('02:59')).toBe(0)
  expect(await count('idempotency_keys', `key = 'old'`)).toBe(1)
  expect(await night('03:01')).toBeGreaterThan(0)
  expect(await night('23:00')).toBe(0)

  expect(await count('idempotency_keys', `key = 'old'`)).toBe(0)
  expect(await count('idempotency_keys', `key = 'young'`)).toBe(1)
  expect(await count('notifications', `created_at < now() - interval '90 days'`)).toBe(0)
  expect(await count('notifications')).toBeGreaterThan(0)
  expect(await count('background_jobs', `kind = 'integrity-check'`)).toBe(0)
  expect(await count('login_attempts', `email = 'who@example.kz'`)).toBe(0)
  expect(sessions).toBeGreaterThan(0)
  expect(await count('refresh_tokens', `expires_at < now() - interval '30 days'`)).toBe(0)
  expect(await count('orders')).toBe(2)
  expect(await count('audit_logs')).toBeGreaterThan(audited)
  const [job] = ok(await (await company.ownerAnew()).get('/jobs?kind=retention&state=DONE')).data
  expect(job).toMatchObject({ kindLabel: 'Удаление устаревших служебных записей', progress: 100 })
  const card = ok(await (await company.ownerAnew()).get(`/jobs/${job.id as string}`)).data
  expect(card.result).toMatchObject({ idempotencyKeys: 1, jobs: 1 })
})
