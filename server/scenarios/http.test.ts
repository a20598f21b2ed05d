import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UnitOfWork } from '../src/platform/database/unit-of-work.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())

test("a success and a failure have one envelope each; a failure speaks the reader's language", async () => {
  const list = await company.owner.get('/deals')
  expect(list.meta).toMatchObject({ total: 0, page: 1, limit: 100, totalPages: 0, hasNext: false, hasPrev: false })
  const missing = `/deals/${randomUUID()}`
  const messages = []
  for (const language of ['ru', 'kk-KZ', 'en-US']) {
    const answer = await company.owner.get(missing, { 'accept-language': language })
    expect(answer.status).toBe(404)
    expect(answer.error).toMatchObject({ code: 'NOT_FOUND', retryable: false })
    messages.push(answer.error.message)
  }
  expect(new Set(messages).size).toBe(3)
})

test('the same failure as a problem document when the caller asks for one', async () => {
  const response = await fetch(`${company.url}/api/v1/workspaces/${company.workspaceId}/deals/${randomUUID()}`, {
    headers: { authorization: `Bearer ${company.owner.token}`, accept: 'application/problem+json' },
  })
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.json()).toMatchObject({
    status: 404,
    code: 'NOT_FOUND',
    type: 'urn:prometric:problem:not-found',
  })
})

test.each([
  ['an unknown parameter', '/deals?colour=red', 'colour'],
  ['an unknown sort', '/deals?sort=secret', 'sort'],
  ['a page of 101', '/deals?limit=101', 'limit'],
  ['a page of nothing', '/deals?page=0', 'page'],
  ['an unknown include', '/orders?include=everything', 'include'],
])('%s is refused by name', async (_, path, field) => {
  const answer = await company.owner.get(path)
  expect(answer.status).toBe(400)
  expect(answer.error.fieldErrors[0].field).toBe(field)
})

test('a field that breaks a rule says which, in the language of who asks', async () => {
  const { id } = await cast.customer()
  const body = { customerId: id, amount: 100, method: 'CASH', acceptAdvance: true, paymentDate: '2999-01-01' }
  for (const [language, message] of [
    ['ru', 'Дата не может быть позже сегодняшней.'],
    ['kk', 'Күн бүгіннен кеш болмауы керек.'],
    ['en', 'The date cannot be later than today.'],
  ] as const) {
    const { status, error } = await company.owner.post('/finance/payments', body, { 'Accept-Language': language })
    expect([status, error.fieldErrors]).toEqual([400, [{ field: 'paymentDate', code: 'NOT_IN_THE_FUTURE', message }]])
  }
  const closed = await company.owner.delete('', undefined, { 'Accept-Language': 'en' })
  expect(closed.error).toMatchObject({
    code: 'BUSINESS_RULE',
    message: 'The main workspace cannot be closed.',
    details: { rule: 'MAIN_WORKSPACE_STAYS' },
  })
})

test('bad bodies are refused with the field, and nothing is kept', async () => {
  const buyer = await cast.customer()
  const bad = [
    [{ title: 'Стол', customerId: buyer.id, value: 1.005 }, 'value'],
    [{ title: 'Стол', customerId: buyer.id, value: 1, colour: 1 }, 'colour'],
    [{ title: 'x', customerId: buyer.id, value: 1 }, 'title'],
    [{ title: 'Стол', customerId: 'no-uuid', value: 1 }, 'customerId'],
    [{ title: 'Стол\u0000', customerId: buyer.id, value: 1 }, 'title'],
  ] as const
  for (const [body, field] of bad) {
    const answer = await company.owner.post('/deals', body)
    expect(answer.status).toBe(400)
    expect(answer.error.fieldErrors.map((one: { field: string }) => one.field)).toContain(field)
  }
  const [count] = await company.sql('select count(*)::int as deals from deals where workspace_id = $1', [
    company.workspaceId,
  ])
  expect(count).toEqual({ deals: 0 })
  const broken = await fetch(`${company.url}/api/v1/workspaces/${company.workspaceId}/deals`, {
    method: 'POST',
    body: '{',
    headers: { authorization: `Bearer ${company.owner.token}`, 'content-type': 'application/json' },
  })
  expect(broken.status).toBe(400)
})

test('a key makes a request happen once: the same again, another body, eight at a time', async () => {
  const buyer = await cast.customer()
  const body = { title: 'Один раз', customerId: buyer.id, value: 1000 }
  const key = { 'idempotency-key': randomUUID() }
  const together = await Promise.all(Array.from({ length: 8 }, () => company.owner.post('/deals', body, key)))
  expect(together.map((answer) => answer.status)).toEqual(Array(8).fill(201))
  expect(new Set(together.map((answer) => answer.data.id)).size).toBe(1)
  const again = await company.owner.post('/deals', { value: 1000, customerId: buyer.id, title: 'Один раз' }, key)
  expect(again.data).toEqual(together[0]!.data)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  const other = await company.owner.post('/deals', { ...body, value: 2000 }, key)
  expect([other.status, other.error.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  const [count] = await company.sql('select count(*)::int as deals from deals where customer_id = $1', [buyer.id])
  expect(count).toEqual({ deals: 1 })
})

test('a stale If-Match is 412, a stale version in the body 409, neither is demanded', async () => {
  const deal = await cast.deal((await cast.customer()).id, [[(await cast.product('PRODUCT', 'Полка')).id, 1]])
  const first = ok(
    await company.owner.put(`/deals/${deal.id}`, { title: 'Полки' }, { 'if-match': `"${deal.version}"` }),
  )
  expect(first.headers.get('etag')).toBe(`"${first.data.version}"`)
  expect(
    (await company.owner.put(`/deals/${deal.id}`, { title: 'Полка' }, { 'if-match': `"${deal.version}"` })).status,
  ).toBe(412)
  const conflict = await company.owner.put(`/deals/${deal.id}`, { title: 'Полка', version: deal.version })
  expect([conflict.status, conflict.error.code]).toEqual([409, 'VERSION_CONFLICT'])
  ok(await company.owner.put(`/deals/${deal.id}`, { title: 'Полочка' }))
})

test('a list costs the same statements for one row and for a hundred, with and without what it includes', async () => {
  const goods = await cast.product('PRODUCT', 'Ящик')
  await cast.stock(goods.id, 1000)
  const buyer = await cast.customer()
  for (let i = 0; i < 21; i++)
    ok(await company.owner.post(`/deals/${(await cast.deal(buyer.id, [[goods.id, 1]])).id}/win`, {}))
  for (const [path, include] of [
    ['/orders', ''],
    ['/orders', '&include=items,holds,history'],
    ['/deals', '&include=products'],
    ['/customers', '&include=addresses,contacts'],
  ]) {
    const counts = []
    for (const limit of [1, 20, 100])
      counts.push(await statementsOf(() => company.owner.get(`${path}?limit=${limit}${include}`)))
    // Only a full page asks how many there are in all.
    expect(Math.max(...counts) - Math.min(...counts), `${path}${include}: ${counts.join(', ')}`).toBeLessThanOrEqual(1)
  }
})

async function statementsOf(call: () => Promise<{ status: number }>): Promise<number> {
  const rows = UnitOfWork.prototype.rows
  let count = 0
  UnitOfWork.prototype.rows = function counted(this: UnitOfWork, ...asked: Parameters<UnitOfWork['rows']>) {
    count++
    return rows.apply(this, asked)
  } as UnitOfWork['rows']
  try {
    expect((await call()).status).toBe(200)
  } finally {
    UnitOfWork.prototype.rows = rows
  }
  return count
}

test('what is no text is refused wherever it comes', async () => {
  for (const path of [
    '/employees?role=a%00',
    '/jobs?kind=a%00',
    '/deals?tags=a%00',
    '/products?tags=a%00',
    '/customers?city=a%00',
  ])
    expect((await company.owner.get(path)).error?.code, path).toBe('VALIDATION_FAILED')
  for (const customFields of [{ a: 'b\u0000' }, { 'a\u0000': 'b' }, { a: { b: ['\ud800'] } }, { '\udc00': 1 }]) {
    const answer = await company.owner.post('/products', {
      name: 'Ящик',
      productType: 'PRODUCT',
      price: 1,
      purchasePrice: 1,
      customFields,
    })
    expect({ status: answer.status, code: answer.error?.code }, JSON.stringify(customFields)).toEqual({
      status: 400,
      code: 'VALIDATION_FAILED',
    })
  }
})
