import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { winDeal } from '../src/modules/deals/operations/win-deal.js'
import { castOf, ok } from './support/cast.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
let rep: Client
let manager: Client
let second: Client
let accountant: Client
let keeper: Client

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  rep = await company.as('SALES_REP')
  manager = await company.as('SALES_MANAGER')
  second = await company.as('SALES_MANAGER')
  accountant = await company.as('ACCOUNTANT')
  keeper = await company.as('WAREHOUSE')
})
afterAll(() => company?.close())

/** Spaces that do not break, as a reader sees them. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const orderOf = async (id: string, who = company.owner, language = 'ru') =>
  ok(await who.get(`/orders/${id}?include=items,holds`, { 'accept-language': language })).data
const askedAbout = async (entityId: string, who: Client, more = '&pending=true') =>
  ok(await who.get(`/approvals?entityId=${entityId}${more}`)).data
const set = (key: string, value: unknown) =>
  company.sql('update app_settings set value = $3 where workspace_id = $1 and key = $2', [
    company.workspaceId,
    key,
    JSON.stringify(value),
  ])
const noticesOf = async (who: Client, code: string) =>
  ok(await who.get('/notifications?limit=100')).data.filter((notice: { code: string }) => notice.code === code)

async function stocked(price: number, more: Record<string, unknown> = {}) {
  const goods = await cast.product('PRODUCT', 'Шкаф', { price, ...more })
  await cast.stock(goods.id, 1000)
  return goods.id
}
const place = async (
  who: Client,
  customerId: string,
  productId: string,
  quantity: number,
  more: object = {},
  line: object = {},
) =>
  ok(
    await who.post('/orders', {
      customerId,
      items: [{ productId, quantity, ...line }],
      deliveryAddress: { street: 'Абая', city: 'Алматы' },
      ...more,
    }),
  ).data

describe('credit', () => {
  test('an order over the limit is held with its figures, approved by somebody else, and goes on to picking', async () => {
    const goods = await stocked(100_000)
    const buyer = await cast.customer({ creditLimit: 250_000, creditPolicy: 'HOLD', paymentTerms: 'NET_30' })
    ok(await company.owner.post('/orders', { customerId: buyer.id, items: [{ productId: goods, quantity: 1 }] }))
    const order = await place(rep, buyer.id, goods, 2)
    expect(order).toMatchObject({ status: 'ON_HOLD', openHolds: ['CREDIT_LIMIT'], invoicedAmount: 0 })
    const [hold] = order.holds
    expect(hold.details).toMatchObject({ limit: 250_000, balance: 100_000, required: 300_000, excess: 50_000 })
    expect(plain(hold.sentence)).toBe(
      'Превышен кредитный лимит 250 000 ₸: долг 100 000 ₸, вместе с этим заказом нужно 300 000 ₸, это больше на 50 000 ₸',
    )
    expect(plain(hold.releasedBy)).toContain('клиент заплатит 50 000 ₸')
    expect(hold.releasedBy).toContain('Руководитель продаж')
    expect(hold.canRelease).toMatchObject({ roles: ['SALES_MANAGER'], reader: false })
    expect(plain((await orderOf(order.id, manager, 'kk')).holds[0].sentence)).toMatch(
      /^Несие лимиті 250 000 ₸ асып кетті/,
    )
    expect((await orderOf(order.id, manager, 'en')).holds[0].sentence).toMatch(
      /^Over the credit limit of 250,000\u00a0₸/,
    )
    // Whoever may not see the customer's money reads the reason alone.
    expect((await orderOf(order.id, keeper)).holds[0]).toMatchObject({
      details: {},
      sentence: 'Превышен кредитный лимит',
      canRelease: { reader: false },
    })

    const [asked] = await askedAbout(order.id, manager)
    expect(asked).toMatchObject({ type: 'CREDIT_LIMIT', value: 50_000, requestedBy: rep.userId, mayDecide: true })
    expect((await keeper.post(`/approvals/${asked.id}/approve`, {})).status).toBe(404)
    expect((await rep.post(`/approvals/${asked.id}/approve`, {})).error.code).toBe('SEPARATION_OF_DUTIES')
    ok(await manager.post(`/approvals/${asked.id}/approve`, { comment: 'Надёжный клиент' }))
    const after = await orderOf(order.id)
    expect(after).toMatchObject({ status: 'PROCESSING', openHolds: [], invoicedAmount: 200_000 })
    expect(after.holds).toMatchObject([
      {
        reason: 'CREDIT_LIMIT',
        releaseNote: 'Надёжный клиент',
        releasedByName: 'Тест SALES_MANAGER',
        releasedBy: null,
        canRelease: null,
      },
    ])
    const [row] = await company.sql(
      `select (select released_by from order_holds where order_id = $1) as by, (select count(*)::int from picking_orders where order_id = $1) as pickings`,
      [order.id],
    )
    expect(row).toEqual({ by: manager.userId, pickings: 1 })
    await company.settle()
    expect(await noticesOf(accountant, 'CREDIT_EXCEEDED')).toHaveLength(1)
    const [told] = await noticesOf(manager, 'APPROVAL_REQUESTED')
    expect(plain(told.title)).toBe(`Отпустить заказ ${order.orderNumber} сверх кредитного лимита на 50 000 ₸`)
  })

  test('a great excess needs two people; whoever made the order is neither', async () => {
    const goods = await stocked(1_000_000)
    const buyer = await cast.customer({ creditLimit: 100_000, creditPolicy: 'HOLD', paymentTerms: 'NET_30' })
    const order = await place(manager, buyer.id, goods, 3)
    const [asked] = await askedAbout(order.id, second)
    expect(asked).toMatchObject({ value: 2_900_000, levelCount: 2, currentLevel: 1 })
    expect((await manager.post(`/approvals/${asked.id}/approve`, {})).error.code).toBe('SEPARATION_OF_DUTIES')
    ok(await second.post(`/approvals/${asked.id}/approve`, {}))
    expect((await orderOf(order.id)).status).toBe('ON_HOLD')
    expect((await orderOf(order.id)).holds[0].canRelease.roles).toEqual(['ACCOUNTANT'])
    ok(await accountant.post(`/approvals/${asked.id}/approve`, {}))
    expect((await orderOf(order.id)).status).toBe('PROCESSING')
  })

  test('a refused excess keeps the order waiting for money; a raised limit lets it go', async () => {
    const goods = await stocked(100_000)
    const buyer = await cast.customer({ creditLimit: 50_000, creditPolicy: 'HOLD', paymentTerms: 'NET_30' })
    const order = await place(rep, buyer.id, goods, 1)
    const [asked] = await askedAbout(order.id, manager)
    ok(await manager.post(`/approvals/${asked.id}/reject`, { reason: 'Сначала оплата' }))
    expect(await orderOf(order.id)).toMatchObject({ status: 'ON_HOLD', openHolds: ['CREDIT_LIMIT'] })
    ok(await company.owner.post(`/orders/${order.id}/confirm`, {}))
    expect(await askedAbout(order.id, manager)).toEqual([])
    expect((await orderOf(order.id)).holds[0].releasedBy).not.toContain('Руководитель')
    ok(await accountant.put(`/customers/${buyer.id}/credit`, { creditLimit: 100_000, reason: 'Договор' }))
    await company.settle()
    expect(await orderOf(order.id)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  })

  test('a hold that opens by itself takes its question back', async () => {
    const goods = await stocked(100_000)
    const buyer = await cast.customer({ creditLimit: 100_000, creditPolicy: 'HOLD', paymentTerms: 'NET_30' })
    const first = await place(company.owner, buyer.id, goods, 1)
    const order = await place(rep, buyer.id, goods, 1)
    const [asked] = await askedAbout(order.id, manager)
    ok(await company.owner.post(`/orders/${first.id}/payments`, { amount: 100_000, method: 'TRANSFER' }))
    await company.settle()
    expect((await orderOf(order.id)).status).toBe('PROCESSING')
    expect(ok(await manager.get(`/approvals/${asked.id}`)).data.status).toBe('CANCELLED')
  })

  test('a limit that only warns lets the order through and tells', async () => {
    const goods = await stocked(100_000)
    const buyer = await cast.customer({ creditLimit: 50_000, creditPolicy: 'WARN', paymentTerms: 'NET_30' })
    const before = (await noticesOf(accountant, 'CREDIT_EXCEEDED')).length
    expect(await place(rep, buyer.id, goods, 1)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
    await company.settle()
    const notices = await noticesOf(accountant, 'CREDIT_EXCEEDED')
    expect(notices).toHaveLength(before + 1)
    expect(plain(notices[0].message)).toContain('больше на 50 000 ₸')
  })

  test('where the workspace wants it, a good payer’s limit is raised for a while by at most a fifth, once in a quarter', async () => {
    const goods = await stocked(100_000)
    const buyer = await cast.customer({ creditLimit: 500_000, creditPolicy: 'HOLD', paymentTerms: 'NET_30' })
    for (let i = 0; i < 3; i++) {
      const paid = await place(company.owner, buyer.id, goods, 1)
      ok(await company.owner.post(`/orders/${paid.id}/payments`, { amount: 100_000, method: 'TRANSFER' }))
    }
    await company.settle()
    await company.sql('update invoices set due_date = current_date where customer_id = $1', [buyer.id])
    await set('customers.autoCreditIncrease', true)
    try {
      expect((await place(rep, buyer.id, goods, 7)).openHolds).toEqual(['CREDIT_LIMIT'])
      expect((await place(rep, buyer.id, goods, 6)).status).toBe('PROCESSING')
      expect(ok(await company.owner.get(`/customers/${buyer.id}/credit`)).data).toMatchObject({
        limit: 500_000,
        temporaryLimit: 600_000,
      })
      expect((await place(rep, buyer.id, goods, 1)).openHolds).toEqual(['CREDIT_LIMIT'])
    } finally {
      await set('customers.autoCreditIncrease', false)
    }
  })
})

describe('money before goods', () => {
  test('a prepaid order says what is paid and what remains, and goes on when it is there', async () => {
    const goods = await stocked(10_000)
    const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT', prepaymentPercent: 50 })
    const order = await place(rep, buyer.id, goods, 3)
    const [hold] = order.holds
    expect(plain(hold.sentence)).toBe('Нужна предоплата 15 000 ₸: оплачено 0 ₸, осталось 15 000 ₸')
    expect(plain(hold.releasedBy)).toBe('Заказ пойдёт сам, когда клиент заплатит 15 000 ₸')
    expect(hold.canRelease).toEqual({
      roles: [],
      permissions: ['PAYMENTS_CREATE'],
      reader: false,
      approvalRequestIds: [],
    })
    ok(await accountant.post(`/orders/${order.id}/payments`, { amount: 5_000, method: 'KASPI' }))
    await company.settle()
    const part = (await orderOf(order.id, accountant)).holds[0]
    expect(plain(part.sentence)).toBe('Нужна предоплата 15 000 ₸: оплачено 5 000 ₸, осталось 10 000 ₸')
    expect(part.canRelease.reader).toBe(true)
    ok(await accountant.post(`/orders/${order.id}/payments`, { amount: 10_000, method: 'KASPI' }))
    await company.settle()
    expect(await orderOf(order.id)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  })

  test('overdue debt holds the next order and names the oldest invoice; paid, it lets go', async () => {
    const goods = await stocked(10_000)
    const buyer = await cast.customer({ creditLimit: 1_000_000, creditPolicy: 'HOLD', paymentTerms: 'NET_30' })
    const old = await place(company.owner, buyer.id, goods, 2)
    await company.sql('update invoices set due_date = current_date - 45 where order_id = $1', [old.id])
    const [invoice] = await company.sql<{ number: string }>(
      'select invoice_number as number from invoices where order_id = $1',
      [old.id],
    )
    const order = await place(rep, buyer.id, goods, 1)
    expect(order.openHolds).toEqual(['OVERDUE_DEBT'])
    expect(plain(order.holds[0].sentence)).toMatch(
      new RegExp(`^Есть просроченный долг 20 000 ₸: старейший счёт ${invoice!.number} просрочен на 4[456] дн\\.$`),
    )
    expect(order.holds[0].canRelease).toMatchObject({ permissions: ['PAYMENTS_CREATE'], reader: false })
    // Nobody's word opens this gate.
    ok(await manager.post(`/orders/${order.id}/release`, { note: 'Можно' }))
    expect((await orderOf(order.id)).openHolds).toEqual(['OVERDUE_DEBT'])
    ok(await accountant.post(`/orders/${old.id}/payments`, { amount: 20_000, method: 'TRANSFER' }))
    await company.settle()
    expect(await orderOf(order.id)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  })
})

describe('prices', () => {
  test('a discount beyond the rep’s limit holds his order; the manager’s own passes', async () => {
    const goods = await stocked(10_000)
    const buyer = await cast.customer()
    const order = await place(rep, buyer.id, goods, 10, {}, { discount: 8, discountType: 'PERCENTAGE' })
    expect(order).toMatchObject({ status: 'ON_HOLD', openHolds: ['APPROVAL'] })
    expect(order.holds[0].sentence).toBe('Нужно согласование: скидка 8 % выше разрешённой 5 %')
    const [asked] = await askedAbout(order.id, manager)
    expect(asked).toMatchObject({ type: 'DISCOUNT', unit: 'PERCENT', value: 8, approverRole: 'SALES_MANAGER' })
    expect((await place(manager, buyer.id, goods, 10, {}, { discount: 8, discountType: 'PERCENTAGE' })).status).toBe(
      'PROCESSING',
    )
    ok(await manager.post(`/orders/${order.id}/approve`, {}))
    expect((await orderOf(order.id)).status).toBe('PROCESSING')
  })

  test('a price below the least is held for somebody who may allow it', async () => {
    const goods = await stocked(10_000, { minPrice: 8_000 })
    const buyer = await cast.customer()
    const preview = ok(
      await rep.post('/orders/preview', {
        customerId: buyer.id,
        items: [{ productId: goods, quantity: 1, unitPrice: 7_000 }],
      }),
    ).data
    expect(preview.gates).toMatchObject([
      { gate: 'APPROVAL', details: { causes: ['MIN_PRICE'], price: 7_000, minimum: 8_000 } },
    ])
    const order = await place(rep, buyer.id, goods, 1, {}, { unitPrice: 7_000 })
    expect(plain(order.holds[0].sentence)).toBe('Нужно согласование: цена «Шкаф» 7 000 ₸ ниже минимальной 8 000 ₸')
    expect((await place(manager, buyer.id, goods, 1, {}, { unitPrice: 7_000 })).status).toBe('PROCESSING')
    const [asked] = await askedAbout(order.id, manager)
    expect(asked).toMatchObject({ type: 'ORDER', value: 7_000 })
    ok(await manager.post(`/approvals/${asked.id}/approve`, {}))
    expect((await orderOf(order.id)).status).toBe('PROCESSING')
  })

  test('above the workspace’s threshold every order needs approval; two questions, and the hold goes with the last', async () => {
    const goods = await stocked(10_000)
    const buyer = await cast.customer()
    await set('orders.approvalThreshold', 500_000)
    try {
      expect((await place(rep, buyer.id, goods, 49)).status).toBe('PROCESSING')
      const order = await place(rep, buyer.id, goods, 60, {}, { discount: 8, discountType: 'PERCENTAGE' })
      expect(plain(order.holds[0].sentence)).toBe(
        'Нужно согласование: сумма 552 000 ₸ не ниже порога 500 000 ₸; скидка 8 % выше разрешённой 5 %',
      )
      const asked = await askedAbout(order.id, manager)
      expect(asked.map((one: { type: string }) => one.type).toSorted()).toEqual(['DISCOUNT', 'ORDER'])
      ok(await manager.post(`/approvals/${asked[0].id}/approve`, {}))
      const half = await orderOf(order.id)
      expect(half).toMatchObject({ status: 'ON_HOLD', openHolds: ['APPROVAL'] })
      expect(half.holds[0].details.causes).toHaveLength(1)
      ok(await manager.post(`/approvals/${asked[1].id}/approve`, {}))
      expect((await orderOf(order.id)).status).toBe('PROCESSING')
    } finally {
      await set('orders.approvalThreshold', null)
    }
  })

  test('what was approved covers what is not greater; a grown order asks again', async () => {
    const goods = await stocked(10_000)
    const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT' })
    const order = await place(rep, buyer.id, goods, 2, { requiresApproval: true })
    expect(order.openHolds.toSorted()).toEqual(['APPROVAL', 'AWAITING_PREPAYMENT'])
    const [asked] = await askedAbout(order.id, manager)
    ok(await manager.post(`/approvals/${asked.id}/approve`, {}))
    expect((await orderOf(order.id)).openHolds).toEqual(['AWAITING_PREPAYMENT'])
    const [item] = (await orderOf(order.id)).items
    ok(await rep.put(`/orders/${order.id}/items/${item.id}`, { quantity: 5 }))
    expect((await orderOf(order.id)).openHolds.toSorted()).toEqual(['APPROVAL', 'AWAITING_PREPAYMENT'])
    expect(await askedAbout(order.id, manager)).toMatchObject([{ type: 'ORDER', value: 50_000 }])
    ok(await rep.put(`/orders/${order.id}/items/${item.id}`, { quantity: 1 }))
    expect((await orderOf(order.id)).openHolds).toEqual(['AWAITING_PREPAYMENT'])
    expect(await askedAbout(order.id, manager)).toEqual([])
  })
})

test('a rep without the right to invoices wins a deal: the system makes its invoice on his behalf, and both are recorded', async () => {
  const goods = await stocked(10_000)
  const buyer = ok(
    await rep.post('/customers', {
      name: 'ТОО «Дос»',
      type: 'COMPANY',
      email: 'dos@example.kz',
      ignoreDuplicates: true,
    }),
  ).data
  const deal = ok(
    await rep.post('/deals', { title: 'Офис', customerId: buyer.id, products: [{ productId: goods, quantity: 2 }] }),
  ).data
  const [rights] = await company.sql<{ has: boolean }>(
    `select exists (select from role_permissions p join roles r on r.id = p.role_id where r.code = 'SALES_REP' and p.permission = 'INVOICES_CREATE') as has`,
  )
  expect(rights).toEqual({ has: false })
  const won = ok(await rep.post(`/deals/${deal.id}/win`, {})).data
  expect(won.invoice).toMatchObject({ type: 'STANDARD', status: 'ISSUED' })
  const audit = await company.sql<{
    table: string
    by: string
    source: string
    metadata: { actedBy: string; onBehalfOf: string } | null
  }>(
    `select entity_type as table, user_id as by, source, metadata from audit_logs where correlation_id = $1 and entity_id = any($2::uuid[]) and action = 'CREATE'`,
    [won.correlationId, [won.invoice.id, won.order.id, won.pickingOrderIds[0]]],
  )
  expect(audit).toHaveLength(3)
  for (const row of audit)
    expect(row).toMatchObject({
      by: rep.userId,
      source: 'SYSTEM',
      metadata: { onBehalfOf: rep.userId, actedBy: expect.any(String) },
    })
  const [own] = await company.sql<{ source: string }>(
    `select source from audit_logs where correlation_id = $1 and entity_type = 'deals' and changes ? 'won_at'`,
    [won.correlationId],
  )
  expect(own).toEqual({ source: 'API' })
  const chain = ok(await rep.get(`/chains/${won.correlationId}`)).data
  expect(chain.nodes[0].actor).toMatchObject({ id: rep.userId, name: 'Тест SALES_REP' })
  const made = chain.nodes.find((node: { name: string }) => node.name === 'invoice.issued')
  expect(made.actor).toMatchObject({ id: rep.userId, name: 'Система от имени: Тест SALES_REP' })
  const run = chain.nodes.find(
    (node: { name: string; kind: string }) => node.kind === 'RUN' && node.name === 'order-acceptance',
  )
  expect(run).toMatchObject({ mode: 'INLINE', actor: { id: rep.userId, name: 'Система от имени: Тест SALES_REP' } })
  await company.settle()
  const [queued] = await company.sql<{ source: string; metadata: object }>(
    `select source, metadata from audit_logs where correlation_id = $1 and entity_type = 'tasks' and metadata->>'actedBy' = 'supply-tasks' limit 1`,
    [won.correlationId],
  )
  expect(queued).toMatchObject({ source: 'SYSTEM', metadata: { onBehalfOf: rep.userId } })
})

test('a gate that is open costs a win no statement: the whole chain takes as many as before', async () => {
  const goods = await stocked(10_000)
  const costOf = async (customerId: string) => {
    const deal = await cast.deal(customerId, [[goods, 1]])
    return company.database.run(company.tenant(), async (work) => {
      await winDeal(work, { dealId: deal.id })
      await work.settle()
      return work.statements
    })
  }
  const plainBuyer = (await cast.customer()).id
  await costOf(plainBuyer)
  // Without begin, the flush and the commit.
  expect(await costOf(plainBuyer)).toBe(15)
})

test('the books are in order', async () => {
  await company.settle()
  expect(await brokenInvariants(company.sql)).toEqual([])
})
