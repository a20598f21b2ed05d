import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castOf, ok } from './support/cast.js'
import type { Client } from './support/client.js'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let cast: ReturnType<typeof castOf>
let people: Record<'rep' | 'manager' | 'second' | 'admin' | 'accountant' | 'keeper', Client>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  people = {
    rep: await company.as('SALES_REP'),
    manager: await company.as('SALES_MANAGER'),
    second: await company.as('SALES_MANAGER'),
    admin: await company.as('ADMIN'),
    accountant: await company.as('ACCOUNTANT'),
    keeper: await company.as('WAREHOUSE'),
  }
})
afterAll(() => company?.close())

const inbox = async (who: Client, query = 'mine=true') => ok(await who.get(`/approvals?${query}`)).data
const orderOf = async (id: string, who = company.owner, language = 'ru') =>
  ok(await who.get(`/orders/${id}?include=holds,history`, { 'accept-language': language })).data

async function dealOfRep(discount: number, price = 10_000) {
  const goods = await cast.product('PRODUCT', 'Шкаф', { price })
  await cast.stock(goods.id, 100)
  const buyer = ok(
    await people.rep.post('/customers', {
      name: 'ТОО «Жана»',
      type: 'COMPANY',
      email: `z${Math.random()}@example.kz`,
      ignoreDuplicates: true,
    }),
  ).data
  const products = [{ productId: goods.id, quantity: 10, discount, discountType: 'PERCENTAGE' }]
  return ok(await people.rep.post('/deals', { title: 'Мебель', customerId: buyer.id, products })).data as {
    id: string
    value: number
  }
}

describe('the discount of a deal', () => {
  test('beyond the rep’s limit the win is refused, the manager allows it, and the rep wins', async () => {
    const { rep, manager, keeper } = people
    const deal = await dealOfRep(8)
    const refused = await rep.post(`/deals/${deal.id}/win`, {})
    expect(refused).toMatchObject({
      status: 422,
      error: {
        code: 'APPROVAL_REQUIRED',
        details: { discountPercent: 8, limitPercent: 5, approvers: ['SALES_MANAGER'] },
      },
    })
    expect(refused.error.message).toContain('скидка 8 % выше вашего предела 5 %')

    const asked = ok(await rep.post(`/deals/${deal.id}/request-approval`, { comment: 'Постоянный клиент' })).data
    expect(asked).toMatchObject({
      type: 'DISCOUNT',
      status: 'PENDING',
      unit: 'PERCENT',
      value: 8,
      approverRole: 'SALES_MANAGER',
      mayDecide: false,
      reason: 'Постоянный клиент',
    })
    expect(asked.sentence).toMatch(/^Согласовать скидку 8\u00a0% по DL-/)
    expect(ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data.id).toBe(asked.id)
    expect((await rep.post(`/deals/${deal.id}/win`, {})).error.details.approvalRequestId).toBe(asked.id)

    expect((await rep.post(`/approvals/${asked.id}/approve`, {})).error.code).toBe('SEPARATION_OF_DUTIES')
    expect((await keeper.post(`/approvals/${asked.id}/approve`, {})).status).toBe(404)
    expect((await inbox(manager)).map((one: { id: string }) => one.id)).toContain(asked.id)
    expect((await inbox(people.accountant)).length).toBe(0)
    expect(ok(await manager.post(`/approvals/${asked.id}/approve`, { comment: 'Согласен' })).data).toMatchObject({
      status: 'APPROVED',
      decidedBy: manager.userId,
      decisionNote: 'Согласен',
      mayDecide: false,
      steps: [{ level: 1, status: 'APPROVED', decidedBy: manager.userId }],
    })
    ok(await rep.post(`/deals/${deal.id}/win`, {}))

    await company.settle()
    expect((await inbox(manager)).map((one: { id: string }) => one.id)).not.toContain(asked.id)
    const codes = async (who: Client) =>
      ok(await who.get('/notifications')).data.map((notice: { code: string }) => notice.code)
    expect(await codes(manager)).toContain('APPROVAL_REQUESTED')
    expect(await codes(rep)).toContain('APPROVAL_GRANTED')
  })

  test('what was allowed covers as much and not more; a greater discount asks again', async () => {
    const { rep, manager } = people
    const deal = await dealOfRep(7)
    const first = ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data
    ok(await manager.post(`/approvals/${first.id}/approve`, {}))
    ok(await rep.put(`/deals/${deal.id}`, { discount: 2, discountType: 'PERCENTAGE' }))
    expect((await rep.post(`/deals/${deal.id}/win`, {})).error.code).toBe('APPROVAL_REQUIRED')
    const second = ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data
    expect(second.id).not.toBe(first.id)
    // Grown while it was asked: the question gives way to the greater one.
    ok(await rep.put(`/deals/${deal.id}`, { discount: 3, discountType: 'PERCENTAGE' }))
    const third = ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data
    expect(third.value).toBeGreaterThan(second.value)
    expect(ok(await rep.get(`/approvals/${second.id}`)).data.status).toBe('CANCELLED')
    expect((await manager.post(`/approvals/${second.id}/approve`, {})).error.code).toBe('APPROVAL_DECIDED')
    ok(await manager.post(`/approvals/${third.id}/approve`, {}))
    ok(await rep.post(`/deals/${deal.id}/win`, {}))
  })

  test('two levels: the manager first, the administrator after him; a level within the requester’s own authority needs nobody', async () => {
    const { rep, manager, second, admin } = people
    const deal = await dealOfRep(15)
    const asked = ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data
    expect(asked).toMatchObject({ currentLevel: 1, levelCount: 2 })
    expect(ok(await manager.post(`/approvals/${asked.id}/approve`, {})).data).toMatchObject({
      status: 'PENDING',
      currentLevel: 2,
      approverRole: 'ADMIN',
      mayDecide: false,
    })
    expect((await rep.post(`/deals/${deal.id}/win`, {})).status).toBe(422)
    // The other manager's own level was decided: nothing is left for him; the next one is not his to refuse.
    expect(ok(await second.post(`/approvals/${asked.id}/approve`, {})).data.currentLevel).toBe(2)
    expect((await second.post(`/approvals/${asked.id}/reject`, { reason: 'Нет' })).error.code).toBe('NOT_THE_APPROVER')
    expect(ok(await admin.post(`/approvals/${asked.id}/approve`, {})).data.status).toBe('APPROVED')
    ok(await rep.post(`/deals/${deal.id}/win`, {}))

    const goods = await cast.product('PRODUCT', 'Стул')
    const buyer = await cast.customer()
    const own = ok(
      await manager.post('/deals', {
        title: 'Своя',
        customerId: buyer.id,
        products: [{ productId: goods.id, quantity: 1, discount: 15, discountType: 'PERCENTAGE' }],
      }),
    ).data
    const request = ok(await manager.post(`/deals/${own.id}/request-approval`, {})).data
    expect(request).toMatchObject({
      currentLevel: 2,
      steps: [
        { level: 1, status: 'APPROVED', decidedBy: manager.userId },
        { level: 2, status: 'PENDING' },
      ],
    })
    expect(ok(await company.owner.post(`/approvals/${request.id}/approve`, {})).data.status).toBe('APPROVED')
  })

  test('a refused discount stays refused; the requester may ask no longer', async () => {
    const { rep, manager } = people
    const deal = await dealOfRep(9)
    const asked = ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data
    expect(ok(await manager.post(`/approvals/${asked.id}/reject`, { reason: 'Много' })).data).toMatchObject({
      status: 'REJECTED',
      decisionNote: 'Много',
    })
    expect(ok(await manager.post(`/approvals/${asked.id}/reject`, { reason: 'Много' })).data.status).toBe('REJECTED')
    expect((await people.second.post(`/approvals/${asked.id}/approve`, {})).error.code).toBe('APPROVAL_DECIDED')
    expect((await rep.post(`/deals/${deal.id}/win`, {})).status).toBe(422)
    const again = ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data
    expect((await manager.post(`/approvals/${again.id}/cancel`, {})).status).toBe(403)
    expect(ok(await rep.post(`/approvals/${again.id}/cancel`, {})).data.status).toBe('CANCELLED')
    await company.settle()
    expect(ok(await rep.get('/notifications')).data.map((notice: { title: string }) => notice.title)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Отказано: Согласовать скидку 9/)]),
    )
  })
})

test('ten approvers at once: one decision, one event, one chain', async () => {
  const { manager, second, admin } = people
  const deal = await dealOfRep(9.5)
  const asked = ok(await people.rep.post(`/deals/${deal.id}/request-approval`, {})).data
  const answers = await Promise.all(
    [manager, second, admin, company.owner, manager, second, admin, company.owner, manager, second].map((who) =>
      who.post(`/approvals/${asked.id}/approve`, {}),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(new Set(answers.map(({ data }) => data.decidedBy)).size).toBe(1)
  const [count] = await company.sql(
    `select count(*) filter (where name = 'approval.granted')::int as granted from outbox_events where aggregate_id = $1`,
    [asked.id],
  )
  expect(count).toEqual({ granted: 1 })

  const other = await dealOfRep(9.5)
  const contested = ok(await people.rep.post(`/deals/${other.id}/request-approval`, {})).data
  const [yes, no] = await Promise.all([
    manager.post(`/approvals/${contested.id}/approve`, {}),
    second.post(`/approvals/${contested.id}/reject`, { reason: 'Нет' }),
  ])
  expect([yes.status, no.status].toSorted()).toEqual([200, 409])
})

describe('an order that needs approval', () => {
  test('is approved from the inbox by somebody else and goes on', async () => {
    const { rep, manager } = people
    const goods = await cast.product('PRODUCT', 'Полка')
    await cast.stock(goods.id, 10)
    const buyer = await cast.customer()
    const order = ok(
      await rep.post('/orders', {
        customerId: buyer.id,
        items: [{ productId: goods.id, quantity: 2 }],
        requiresApproval: true,
      }),
    ).data
    expect(order).toMatchObject({ status: 'ON_HOLD', openHolds: ['APPROVAL'] })
    expect(order.holds).toMatchObject([
      {
        reason: 'APPROVAL',
        sentence: 'Нужно согласование: так указано в заказе',
        releasedBy: 'Решает: кто вправе согласовывать заказы',
        canRelease: { permissions: ['ORDERS_APPROVE'], reader: false },
      },
    ])
    const [request] = await inbox(manager, 'mine=true&type=ORDER')
    expect(request).toMatchObject({
      entityType: 'order',
      entityId: order.id,
      value: 20000,
      entityNumber: order.orderNumber,
      requestedBy: rep.userId,
    })
    expect(request.sentence).toBe(`Согласовать заказ ${order.orderNumber} на 20\u00a0000\u00a0₸`)
    expect((await orderOf(order.id, manager)).holds[0].canRelease).toMatchObject({
      reader: true,
      approvalRequestIds: [request.id],
    })
    ok(await manager.post(`/approvals/${request.id}/approve`, { comment: 'Отгружайте' }))
    const after = await orderOf(order.id)
    expect(after).toMatchObject({ status: 'PROCESSING', openHolds: [] })
    expect(after.holds).toMatchObject([
      { releaseNote: 'Отгружайте', releasedByName: 'Тест SALES_MANAGER', canRelease: null },
    ])
    const [row] = await company.sql(
      'select approved_by as by, approved_at is not null as at from orders where id = $1',
      [order.id],
    )
    expect(row).toEqual({ by: manager.userId, at: true })
  })

  test('the creator, and whoever has no right, do not approve it; the order’s own route asks the same inbox', async () => {
    const { rep, manager, second } = people
    const goods = await cast.product('PRODUCT', 'Полка')
    const buyer = await cast.customer()
    const body = { customerId: buyer.id, items: [{ productId: goods.id, quantity: 1 }], requiresApproval: true }
    const order = ok(await manager.post('/orders', body)).data
    expect((await rep.post(`/orders/${order.id}/approve`, {})).status).toBe(403)
    expect(await manager.post(`/orders/${order.id}/approve`, {})).toMatchObject({
      status: 403,
      error: { code: 'SEPARATION_OF_DUTIES' },
    })
    expect((await manager.post(`/orders/${order.id}/approve`, {}, { 'accept-language': 'en' })).error.message).toMatch(
      /^You cannot approve/,
    )
    expect(ok(await second.post(`/orders/${order.id}/approve`, {})).data).toMatchObject({ status: 'PROCESSING' })
    const [request] = await inbox(second, `entityId=${order.id}`)
    expect(request).toMatchObject({ status: 'APPROVED', decidedBy: second.userId })
  })

  test('rejected it ends, or goes back as a draft and may come again', async () => {
    const { rep, manager } = people
    const goods = await cast.product('PRODUCT', 'Полка')
    const buyer = await cast.customer({ paymentTerms: 'PREPAYMENT' })
    const body = { customerId: buyer.id, items: [{ productId: goods.id, quantity: 1 }], requiresApproval: true }
    const gone = ok(await rep.post('/orders', body)).data
    expect(gone.openHolds.toSorted()).toEqual(['APPROVAL', 'AWAITING_PREPAYMENT'])
    expect(ok(await manager.post(`/orders/${gone.id}/reject`, { reason: 'Не продаём' })).data).toMatchObject({
      status: 'CANCELLED',
      openHolds: [],
    })
    const [request] = await inbox(manager, `entityId=${gone.id}`)
    expect(request.status).toBe('REJECTED')
    const invoices = await company.sql(`select status from invoices where order_id = $1`, [gone.id])
    expect(invoices).toEqual([{ status: 'CANCELLED' }])

    const back = ok(await rep.post('/orders', { ...body, paymentTerms: 'IMMEDIATE' })).data
    const [asked] = await inbox(manager, `entityId=${back.id}`)
    ok(await manager.post(`/approvals/${asked.id}/reject`, { reason: 'Исправьте цены', returnToDraft: true }))
    expect(await orderOf(back.id)).toMatchObject({ status: 'DRAFT', openHolds: [] })
    expect(ok(await rep.post(`/orders/${back.id}/submit`, {})).data).toMatchObject({
      status: 'ON_HOLD',
      openHolds: ['APPROVAL'],
    })
    const [again] = await inbox(manager, `entityId=${back.id}&pending=true`)
    ok(await manager.post(`/approvals/${again.id}/approve`, {}))
    expect((await orderOf(back.id)).status).toBe('PROCESSING')
  })
})

test('nobody decides in time: the superior is asked too, and both are told', async () => {
  const { rep, manager, admin } = people
  const deal = await dealOfRep(6)
  const asked = ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data
  expect(asked).toMatchObject({ approverRole: 'SALES_MANAGER', escalatedTo: null, dueAt: expect.any(String) })
  const { database, schedule } = company.application
  const real = database.clock
  const later = (hours: number) => {
    database.clock = () => new Date(Date.now() + hours * 3_600_000)
    database.clockMoved = true
  }
  try {
    later(11)
    await schedule.tick()
    expect(ok(await rep.get(`/approvals/${asked.id}`)).data.status).toBe('PENDING')
    later(13)
    await schedule.tick()
    await schedule.tick()
    expect(ok(await rep.get(`/approvals/${asked.id}`)).data).toMatchObject({
      status: 'ESCALATED',
      escalatedTo: 'ADMIN',
    })
    later(26)
    await schedule.tick()
    expect(ok(await rep.get(`/approvals/${asked.id}?include=steps`)).data).toMatchObject({
      status: 'ESCALATED',
      escalatedTo: 'OWNER',
      steps: [{ status: 'ESCALATED', dueAt: null }],
    })
    later(400)
    await schedule.tick()
  } finally {
    database.clock = real
    database.clockMoved = false
  }
  const [events] = await company.sql(
    `select json_agg(payload->>'to' order by pos) as told from outbox_events where aggregate_id = $1 and name = 'approval.escalated'`,
    [asked.id],
  )
  expect(events).toEqual({ told: ['ADMIN', 'OWNER'] })
  await company.settle()
  for (const who of [manager, admin, company.owner])
    expect(
      ok(await who.get('/notifications?category=APPROVAL')).data.map((notice: { code: string }) => notice.code),
    ).toContain('APPROVAL_ESCALATED')
  expect(ok(await manager.post(`/approvals/${asked.id}/approve`, {})).data.status).toBe('APPROVED')
})

describe('policies', () => {
  test('are seeded, changed by whoever keeps the settings, and hold for what is asked afterwards', async () => {
    const { rep, admin, manager } = people
    const policies = ok(await company.owner.get('/approval-policies')).data
    expect(policies.map((policy: { type: string }) => policy.type)).toEqual(['CREDIT_LIMIT', 'DISCOUNT', 'ORDER'])
    expect((await rep.get('/approval-policies')).status).toBe(403)
    const put = (body: unknown) => admin.put('/approval-policies/DISCOUNT', body)
    expect((await put({ levels: [{ threshold: 5 }] })).status).toBe(400)
    expect((await put({ levels: [{ threshold: 5, approverRole: 'KING' }] })).error.code).toBe('VALIDATION_FAILED')
    expect(
      (
        await put({
          levels: [
            { threshold: 5, approverRole: 'OWNER' },
            { threshold: 4, approverRole: 'OWNER' },
          ],
        })
      ).status,
    ).toBe(400)
    const before = policies.find((policy: { type: string }) => policy.type === 'DISCOUNT')
    const stricter = ok(
      await put({ levels: [{ threshold: 1, approverRole: 'OWNER', escalationHours: 4 }], version: before.version }),
    ).data
    expect(stricter).toMatchObject({
      version: before.version + 1,
      levels: [{ level: 1, threshold: 1, approverRole: 'OWNER', escalationHours: 4 }],
    })
    expect((await put({ isActive: false, version: before.version })).error.code).toBe('VERSION_CONFLICT')
    const deal = await dealOfRep(2)
    expect((await rep.post(`/deals/${deal.id}/win`, {})).error.details).toMatchObject({
      limitPercent: 1,
      approvers: ['OWNER'],
    })
    const asked = ok(await rep.post(`/deals/${deal.id}/request-approval`, {})).data
    expect((await manager.post(`/approvals/${asked.id}/approve`, {})).status).toBe(404)
    ok(await company.owner.post(`/approvals/${asked.id}/approve`, {}))
    ok(await rep.post(`/deals/${deal.id}/win`, {}))
    ok(await put({ isActive: false }))
    ok(await rep.post(`/deals/${(await dealOfRep(50)).id}/win`, {}))
    ok(
      await put({
        isActive: true,
        levels: before.levels.map(({ threshold, approverRole, escalationHours }: Record<string, unknown>) => ({
          threshold,
          approverRole,
          escalationHours,
        })),
      }),
    )
  })

  test('nobody at a level: the next one is asked, and at last the owner', async () => {
    const put = (levels: unknown) => people.admin.put('/approval-policies/ORDER', { levels })
    ok(
      await put([
        { threshold: 0, approverRole: 'HR' },
        { threshold: 100, approverRole: 'BUYER' },
      ]),
    )
    const goods = await cast.product('PRODUCT', 'Полка')
    const body = {
      customerId: (await cast.customer()).id,
      items: [{ productId: goods.id, quantity: 1 }],
      requiresApproval: true,
    }
    const order = ok(await people.rep.post('/orders', body)).data
    const [asked] = await inbox(company.owner, `entityId=${order.id}`)
    expect(asked).toMatchObject({ approverRole: 'OWNER', mayDecide: true, currentLevel: 3 })
    ok(await put([{ threshold: 0, approverPermission: 'ORDERS_APPROVE', escalationHours: 24 }]))
    ok(await company.owner.post(`/approvals/${asked.id}/approve`, {}))
    expect((await orderOf(order.id)).status).toBe('PROCESSING')
  })
})

test('every question and every answer is an event in the chain of what it is about', async () => {
  const named = await company.sql<{ name: string }>(
    `select distinct name from outbox_events where workspace_id = $1 and (name like 'approval.%' or name in ('order.approval.required', 'order.approved', 'order.rejected')) order by 1`,
    [company.workspaceId],
  )
  expect(named.map(({ name }) => name)).toEqual([
    'approval.escalated',
    'approval.granted',
    'approval.rejected',
    'approval.requested',
    'order.approval.required',
    'order.approved',
    'order.rejected',
  ])
})

test('the books are in order', async () => {
  await company.settle()
  expect(await brokenInvariants(company.sql)).toEqual([])
})
