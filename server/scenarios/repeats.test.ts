import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/kernel/ids.js'
import { sql } from '../src/platform/database/statement.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())

describe('many things in one request, sent twice', () => {
  const product = (code: string, more: Record<string, unknown> = {}) => ({
    name: code,
    code,
    productType: 'SERVICE',
    price: 1,
    ...more,
  })
  const send = (path: string, body: unknown, key: string) => company.owner.post(path, body, { 'Idempotency-Key': key })
  const count = async (prefix: string) =>
    (
      await company.sql<{ count: number }>(
        `select count(*)::int as count from products where code like $1 and deleted_at is null`,
        [`${prefix}%`],
      )
    )[0]!.count

  test('every item is done once, and what was refused may still succeed', async () => {
    const key = newId()
    const products = [product('RPT-1'), product('RPT-2', { unit: 'аршин' }), product('RPT-3')]
    const first = ok(await send('/products/bulk', { products }, key))
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(first.data.items.map((item: { status: string }) => item.status)).toEqual(['CREATED', 'FAILED', 'CREATED'])
    const again = ok(await send('/products/bulk', { products }, key))
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.data).toEqual(first.data)
    expect(await count('RPT-')).toBe(2)

    ok(await company.owner.post('/units', { code: 'аршин', name: 'Аршин', kind: 'LENGTH', precision: 1 }))
    const third = ok(await send('/products/bulk', { products }, key))
    expect(third.data.items.map((item: { status: string }) => item.status)).toEqual(['CREATED', 'CREATED', 'CREATED'])
    expect([third.data.items[0].id, third.data.items[2].id]).toEqual([first.data.items[0].id, first.data.items[2].id])
    expect(await count('RPT-')).toBe(3)
  })

  test('two at once do it once', async () => {
    const key = newId()
    const products = Array.from({ length: 5 }, (_, index) => product(`TWIN-${index}`))
    const answers = await Promise.all([1, 2, 3].map(() => send('/products/bulk', { products }, key)))
    expect(new Set(answers.map((answer) => JSON.stringify(ok(answer).data))).size).toBe(1)
    expect(await count('TWIN-')).toBe(5)
  })

  test('another body under the same key is refused as a whole', async () => {
    const key = newId()
    ok(await send('/products/bulk', { products: [product('KEY-1')] }, key))
    const other = await send('/products/bulk', { products: [product('KEY-2')] }, key)
    expect(other).toMatchObject({ status: 422, error: { code: 'IDEMPOTENCY_KEY_REUSED' } })
    expect(await count('KEY-')).toBe(1)
  })

  test('deals too, and all or nothing as before', async () => {
    const { id: customerId } = await cast.customer()
    const deals = [
      { title: 'Первая', customerId, value: 1 },
      { title: 'Вторая', customerId, value: 2 },
    ]
    for (const atomic of [false, true]) {
      const key = newId()
      const answers = [
        await send('/deals/bulk', { deals, atomic }, key),
        await send('/deals/bulk', { deals, atomic }, key),
      ]
      expect(ok(answers[1]!).data).toEqual(ok(answers[0]!).data)
      expect(answers[1]!.headers.get('idempotent-replayed')).toBe('true')
    }
    expect(ok(await company.owner.get(`/deals?customerId=${customerId}`)).meta.total).toBe(4)
  })
})

describe('what the database could not do at once', () => {
  const read = sql`select name from app.products where workspace_id = $1 and id = $2 for no key update`

  test.each(['40001', '40P01', '55P03'])('%s is tried again and succeeds', async (code) => {
    let tries = 0
    const answer = await company.database.run(company.tenant(), async () => {
      if (++tries < 3) throw Object.assign(new Error('weather'), { code })
      return 'done'
    })
    expect([answer, tries]).toEqual(['done', 3])
  })

  test('a lasting one is given up, and a defect is not repeated', async () => {
    let tries = 0
    const failing = (code: string) =>
      company.database.run(company.tenant(), async () => {
        tries++
        throw Object.assign(new Error('broken'), { code })
      })
    await expect(failing('40001')).rejects.toThrow('broken')
    expect(tries).toBe(6)
    tries = 0
    await expect(failing('22012')).rejects.toThrow('broken')
    expect(tries).toBe(1)
  })

  test('two that wait for one another both come through', async () => {
    const [one, two] = await Promise.all([cast.product('SERVICE', 'Первая'), cast.product('SERVICE', 'Вторая')])
    let met = 0
    const both = () => ++met >= 2
    const crossing = (first: string, second: string) =>
      company.database.run(company.tenant(), async (work) => {
        await work.rows(read, [work.workspaceId, first])
        both()
        // The first time both hold one row before they reach for the other; a second try finds the way free.
        for (let i = 0; i < 40 && met < 2; i++) await new Promise((resolve) => setTimeout(resolve, 25))
        await work.rows(read, [work.workspaceId, second])
        return 'through'
      })
    expect(await Promise.all([crossing(one.id, two.id), crossing(two.id, one.id)])).toEqual(['through', 'through'])
    expect(met).toBeGreaterThan(2)
  })
})
