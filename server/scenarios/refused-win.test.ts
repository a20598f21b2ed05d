import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Client } from './support/client.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'
import { digest } from './support/digest.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company.close())

/** A refused win answers so and leaves every row of every business table as it was. */
async function refuses(act: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  await company.settle()
  const before = await digest(company)
  const answer = await act()
  expect({ status: answer.status, code: answer.error?.code }).toEqual({ status, code })
  expect(await digest(company)).toEqual(before)
  return answer
}

const win =
  (client: Client, dealId: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  () =>
    client.post(`/deals/${dealId}/win`, body, headers)

async function ordinaryDeal(more: Record<string, unknown> = {}, line: Record<string, unknown> = {}) {
  const goods = await cast.product('PRODUCT', 'Полка')
  await cast.stock(goods.id, 3)
  const buyer = await cast.customer()
  return { goods, buyer, deal: await cast.deal(buyer.id, [[goods.id, 5, line]], more) }
}

test('the digest sees a win, so that its silence means something', async () => {
  const { deal } = await ordinaryDeal()
  await company.settle()
  const before = await digest(company)
  ok(await company.owner.post(`/deals/${deal.id}/win`, {}))
  const after = await digest(company)
  const changed = Object.keys(after).filter((table) => after[table] !== before[table])
  expect(changed).toEqual(
    expect.arrayContaining([
      'customers',
      'customer_ledger_entries',
      'deals',
      'event_deliveries',
      'inventory_items',
      'invoices',
      'orders',
      'outbox_events',
      'picking_orders',
      'purchase_requisitions',
      'stock_reservations',
    ]),
  )
})

test('a deal that is not there: of a stranger, unknown, deleted, or no id at all', async () => {
  const { deal } = await ordinaryDeal()
  await refuses(win(company.other, deal.id), 404, 'NOT_FOUND')
  await refuses(
    () => company.other.post(`/api/v1/workspaces/${company.workspaceId}/deals/${deal.id}/win`, {}),
    404,
    'NOT_FOUND',
  )
  await refuses(win(company.owner, '01890000-0000-7000-8000-000000000000'), 404, 'NOT_FOUND')
  await refuses(win(company.owner, 'not-an-id'), 400, 'INVALID_UUID')
  await refuses(win(company.anonymous, deal.id), 401, 'AUTH_UNAUTHORIZED')
  ok(await company.owner.delete(`/deals/${deal.id}`))
  await refuses(win(company.owner, deal.id), 404, 'NOT_FOUND')
})

test('a person who may not', async () => {
  const { deal } = await ordinaryDeal()
  const stranger = await company.as('WAREHOUSE')
  await refuses(win(stranger, deal.id), 403, 'FORBIDDEN')
})

test('a lost deal, a worthless deal, a customer who is blocked, goods that are no longer sold', async () => {
  const lost = await ordinaryDeal()
  ok(await company.owner.post(`/deals/${lost.deal.id}/lose`, { lostReason: 'PRICE' }))
  await refuses(win(company.owner, lost.deal.id), 422, 'INVALID_TRANSITION')

  const free = await ordinaryDeal({}, { discount: 100, discountType: 'PERCENTAGE' })
  await refuses(win(company.owner, free.deal.id), 422, 'BUSINESS_RULE')

  const blocked = await ordinaryDeal()
  ok(await company.owner.post(`/customers/${blocked.buyer.id}/block`, { reason: 'долги' }))
  await refuses(win(company.owner, blocked.deal.id), 422, 'CUSTOMER_BLOCKED')

  const gone = await ordinaryDeal()
  ok(await company.owner.patch(`/products/${gone.goods.id}/status`, { status: 'INACTIVE' }))
  await refuses(win(company.owner, gone.deal.id), 422, 'PRODUCT_NOT_SELLABLE')

  const unsold = await ordinaryDeal()
  ok(await company.owner.put(`/products/${unsold.goods.id}`, { sellable: false }))
  await refuses(win(company.owner, unsold.deal.id), 422, 'PRODUCT_NOT_SELLABLE')
})

test('a discount beyond what the role may give; the owner may', async () => {
  for (const [role, within, beyond] of [
    ['SALES_REP', 5, 5.01],
    ['SALES_MANAGER', 10, 10.01],
    ['ADMIN', 20, 20.01],
  ] as const) {
    const seller = await company.as(role)
    const goods = await cast.product('PRODUCT', 'Лампа')
    const buyer = ok(
      await seller.post('/customers', {
        name: 'ТОО «Свет»',
        type: 'COMPANY',
        email: `${role.toLowerCase()}@example.kz`,
        ignoreDuplicates: true,
      }),
    ).data
    const dealWith = async (discount: number) =>
      ok(
        await seller.post('/deals', {
          title: 'Свет в цех',
          customerId: buyer.id,
          products: [{ productId: goods.id, quantity: 10, discount, discountType: 'PERCENTAGE' }],
        }),
      ).data
    const tooMuch = await dealWith(beyond)
    const answer = await refuses(win(seller, tooMuch.id), 422, 'APPROVAL_REQUIRED')
    expect(answer.error?.details).toMatchObject({ limitPercent: within })
    ok(await company.owner.post(`/deals/${tooMuch.id}/win`, {}))

    const whole = await dealWith(0)
    await refuses(
      win(seller, whole.id, { finalAmount: Math.floor(whole.value * (1 - beyond / 100)) }),
      422,
      'APPROVAL_REQUIRED',
    )
    ok(await seller.post(`/deals/${(await dealWith(within)).id}/win`, {}))
  }
  const { deal } = await ordinaryDeal({}, { discount: 99, discountType: 'PERCENTAGE' })
  ok(await company.owner.post(`/deals/${deal.id}/win`, {}))
})

test('an amount, a day, a version or a body that cannot be', async () => {
  const { deal } = await ordinaryDeal()
  await refuses(win(company.owner, deal.id, { finalAmount: deal.value + 0.01 }), 400, 'VALIDATION_FAILED')
  await refuses(win(company.owner, deal.id, { finalAmount: 0 }), 400, 'VALIDATION_FAILED')
  await refuses(win(company.owner, deal.id, { finalAmount: 0.001 }), 400, 'VALIDATION_FAILED')
  await refuses(win(company.owner, deal.id, { finalAmount: -5 }), 400, 'VALIDATION_FAILED')
  await refuses(win(company.owner, deal.id, { actualCloseDate: '2999-01-01' }), 400, 'VALIDATION_FAILED')
  await refuses(win(company.owner, deal.id, { actualCloseDate: '2026-02-30' }), 400, 'VALIDATION_FAILED')
  await refuses(win(company.owner, deal.id, { surprise: true }), 400, 'VALIDATION_FAILED')
  await refuses(win(company.owner, deal.id, {}, { 'if-match': `"${deal.version + 1}"` }), 412, 'PRECONDITION_FAILED')
  await refuses(win(company.owner, deal.id, {}, { 'if-match': 'nonsense' }), 400, 'VALIDATION_FAILED')
  ok(await company.owner.post(`/deals/${deal.id}/win`, {}, { 'if-match': `"${deal.version}"` }))
})

test('a key used for another body, and a win that fails in its middle', async () => {
  const { deal } = await ordinaryDeal()
  const key = { 'idempotency-key': 'refused-win-key-1' }
  const won = ok(await company.owner.post(`/deals/${deal.id}/win`, {}, key))
  await refuses(win(company.owner, deal.id, { notes: 'другое' }, key), 422, 'IDEMPOTENCY_KEY_REUSED')
  const again = await company.owner.post(`/deals/${deal.id}/win`, {}, key)
  expect(again.data).toEqual(won.data)
  expect(again.headers.get('idempotent-replayed')).toBe('true')

  // A table that refuses the last business row: whatever was written before it goes too.
  const other = await ordinaryDeal()
  await company.sql(`alter table invoices add constraint nothing_more check (total_amount < 0) not valid`)
  const failed = await refuses(win(company.owner, other.deal.id), 422, 'BUSINESS_RULE')
  expect(JSON.stringify(failed.error)).not.toMatch(/insert|select|invoices/i)
  await company.sql(`alter table invoices drop constraint nothing_more`)
  ok(await company.owner.post(`/deals/${other.deal.id}/win`, {}))
})

test('the service that stands for deals without lines cannot be taken away, only put aside', async () => {
  const [service] = await company.sql<{ id: string }>(
    `select id from products where workspace_id = $1 and code = 'DEAL-SERVICE'`,
    [company.workspaceId],
  )
  const deal = ok(
    await company.owner.post('/deals', {
      title: 'Проект под ключ',
      customerId: (await cast.customer()).id,
      value: 1000,
    }),
  ).data
  const path = `/products/${service!.id}`
  await refuses(() => company.owner.delete(path), 422, 'BUSINESS_RULE')
  await refuses(() => company.owner.put(path, { code: 'MINE' }), 422, 'BUSINESS_RULE')
  await refuses(() => company.owner.put(path, { productType: 'DIGITAL' }), 422, 'BUSINESS_RULE')
  ok(await company.owner.put(path, { name: 'Проектная работа', price: 0 }))
  ok(await company.owner.patch(`${path}/status`, { status: 'INACTIVE' }))
  expect(ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data.order.totalAmount).toBe(1000)
})
