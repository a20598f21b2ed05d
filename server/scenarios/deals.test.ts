import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLines } from '../src/modules/deals/operations/change-lines.js'
import { winDeal } from '../src/modules/deals/operations/win-deal.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let sales: Client
let altyn: string
const products: Record<string, string> = {}

beforeAll(async () => {
  company = await openCompany()
  sales = await company.as('SALES_MANAGER')
  altyn = await customerCalled('Алтын')
  // 112 ₸ with VAT inside is 100 ₸ without it; the cable is priced without VAT.
  products['CHAIR'] = (
    await made(company.owner, '/products', {
      name: 'Стул',
      code: 'CHAIR',
      price: 112,
      cost: 60,
      purchasePrice: 60,
      minPrice: 100,
    })
  ).id
  products['CABLE'] = (
    await made(company.owner, '/products', {
      name: 'Кабель',
      code: 'CABLE',
      price: 100,
      cost: 40,
      purchasePrice: 40,
      vatIncluded: false,
      unit: 'м',
    })
  ).id
})
afterAll(() => company.close())

async function made(client: Client, path: string, body: object) {
  const answer = await client.post(path, body)
  expect(answer.status, JSON.stringify(answer.error)).toBe(201)
  return answer.data
}
let customers = 0
const customerCalled = async (name: string): Promise<string> =>
  (
    await made(company.owner, '/customers', {
      type: 'COMPANY',
      name,
      companyName: `ТОО «${name}»`,
      email: `buyer-${++customers}@example.kz`,
    })
  ).id
const deal = (more: object = {}, client: Client = sales) =>
  made(client, '/deals', { title: 'Мебель для офиса', customerId: altyn, value: 1000, ...more })
const withLines = (more: object = {}, client?: Client) =>
  deal({ value: undefined, products: [{ productId: products['CHAIR'], quantity: 10 }], ...more }, client)
const eventsOf = async (id: string) =>
  (
    await company.sql<{ name: string }>('select name from app.outbox_events where aggregate_id = $1 order by pos', [id])
  ).map((event) => event.name)
const orderFor = (dealId: string, number: string) =>
  company.sql(
    `insert into app.orders (organization_id, workspace_id, id, order_number, customer_id, deal_id, order_date, status, subtotal, tax_amount, total_amount, paid_amount, invoiced_amount)
     select d.organization_id, d.workspace_id, gen_random_uuid(), $2, d.customer_id, d.id, current_date, 'CONFIRMED', 100000, 12000, 112000, 50000, 112000
     from app.deals d where d.id = $1 and not exists (select from app.orders o where o.deal_id = d.id)`,
    [dealId, number],
  )

describe('opening a deal', () => {
  test('lines are priced, with VAT and margin', async () => {
    const data = await deal({
      value: undefined,
      discount: 10,
      discountType: 'PERCENTAGE',
      products: [
        { productId: products['CHAIR'], quantity: 10 },
        { productId: products['CABLE'], quantity: '2.5', discount: 20 },
      ],
    })
    expect(data).toMatchObject({
      dealNumber: expect.stringMatching(/^DL-\d{4}-000\d{3}$/),
      stage: 'LEAD',
      probability: 10,
      lineCount: 2,
      linesWithoutCost: 0,
      customerName: expect.any(String),
      version: 1,
    })
    // Chairs 1120 − 10 % = 1008 with VAT; cable 250 − 20 % − 10 % = 180 and VAT on top.
    expect(data).toMatchObject({
      value: 1209.6,
      netValue: 1080,
      taxAmount: 129.6,
      costAmount: 700,
      marginAmount: 380,
      marginPercent: 35.1852,
      expectedRevenue: 120.96,
    })
    expect(data.products).toMatchObject([
      {
        productCode: 'CHAIR',
        unitPrice: 112,
        grossAmount: 1120,
        documentDiscountShare: 112,
        netAmount: 900,
        taxAmount: 108,
        totalPrice: 1008,
        cost: 60,
        priceSource: 'PRODUCT',
      },
      { quantity: 2.5, lineDiscountAmount: 50, documentDiscountShare: 20, netAmount: 180, totalPrice: 201.6 },
    ])
    expect(await eventsOf(data.id)).toEqual(['deal.created'])
  })

  test('without lines the value is what was said', async () => {
    expect(await deal({ value: 1120, stage: 'PROPOSAL' })).toMatchObject({
      value: 1120,
      netValue: 1000,
      probability: 50,
      marginAmount: null,
    })
  })

  test.each([
    ['nothing to sell', { value: undefined }, 400, 'VALIDATION_FAILED'],
    ['nobody to sell to', { customerId: '00000000-0000-7000-8000-00000000dead' }, 422, 'NO_CUSTOMER'],
    ['won at birth', { stage: 'WON' }, 400, 'VALIDATION_FAILED'],
    ['recurring without interval', { isRecurring: true, recurringValue: 5 }, 400, 'VALIDATION_FAILED'],
    [
      'an unknown product',
      { products: [{ productId: '00000000-0000-7000-8000-00000000dead', quantity: 1 }] },
      422,
      'PRODUCT_NOT_SELLABLE',
    ],
  ])('%s is refused', async (_name, more, status, code) => {
    expect(await sales.post('/deals', { title: 'Отказ', customerId: altyn, value: 1, ...more })).toMatchObject({
      status,
      error: { code },
    })
  })

  test('a blocked customer, half a chair, and a price only others may give', async () => {
    const blocked = await customerCalled('Стоп')
    await company.sql(`update app.customers set is_active = false where id = $1`, [blocked])
    expect((await sales.post('/deals', { title: 'Отказ', customerId: blocked, value: 1 })).error.code).toBe(
      'CUSTOMER_BLOCKED',
    )
    const half = [{ productId: products['CHAIR'], quantity: 0.5 }]
    expect((await sales.post('/deals', { title: 'Отказ', customerId: altyn, products: half })).error.code).toBe(
      'QUANTITY_RULE',
    )
    const rep = await company.as('SALES_REP')
    const cheap = (unitPrice: number) =>
      rep.post('/deals', {
        title: 'Скидка',
        customerId: altyn,
        products: [{ productId: products['CHAIR'], quantity: 1, unitPrice }],
      })
    expect((await cheap(99)).error.code).toBe('PRICE_BELOW_MINIMUM')
    expect((await cheap(105)).error.code).toBe('FORBIDDEN')
    expect(await cheap(120)).toMatchObject({
      status: 201,
      data: { value: 120, costAmount: null, products: [{ priceSource: 'MANUAL', cost: null, marginAmount: null }] },
    })
  })
})

describe('lines', () => {
  test('are added, changed and removed, and the deal is worth their sum', async () => {
    const { id } = await withLines()
    const added = await sales.post(`/deals/${id}/products`, { lines: [{ productId: products['CABLE'], quantity: 1 }] })
    expect(added).toMatchObject({ status: 201, data: { value: 1232, lineCount: 2, version: 2 } })
    const [chairs, cable] = added.data.products
    expect(await sales.put(`/deals/${id}/products/${chairs.id}`, { quantity: 1 })).toMatchObject({
      data: { value: 224, products: [{ version: 2 }, { version: 1 }] },
    })
    expect(await sales.delete(`/deals/${id}/products/${cable.id}`)).toMatchObject({
      status: 200,
      data: { value: 112, lineCount: 1 },
    })
    expect((await sales.get(`/deals/${id}/products`)).data).toMatchObject([
      { productCode: 'CHAIR', quantity: 1, tax: 12 },
    ])
    expect(await eventsOf(id)).toEqual([
      'deal.created',
      'deal.products.changed',
      'deal.products.changed',
      'deal.products.changed',
    ])
    expect((await sales.put(`/deals/${id}/products/${cable.id}`, { quantity: 1 })).status).toBe(404)
  })

  test('a document discount prices them anew', async () => {
    const { id } = await withLines()
    expect(await sales.patch(`/deals/${id}`, { discount: 120, discountType: 'FIXED', value: 5 })).toMatchObject({
      status: 200,
      data: { value: 1000, discountAmount: 120 },
    })
    expect((await sales.patch(`/deals/${id}`, { discount: 2000 })).error.code).toBe('VALIDATION_FAILED')
  })
})

describe('editing', () => {
  test('changes only what is named, and only the version that was seen', async () => {
    const made = await deal({ tags: ['новый'], description: 'Первый звонок' })
    const path = `/deals/${made.id}`
    expect(await sales.patch(path, { title: 'Мебель, 2 этап', probability: 0, version: 1 })).toMatchObject({
      status: 200,
      data: {
        title: 'Мебель, 2 этап',
        tags: ['новый'],
        description: 'Первый звонок',
        probability: 0,
        probabilityManual: true,
        version: 2,
      },
    })
    expect(await sales.put(path, { title: 'Поздно', version: 1 })).toMatchObject({
      status: 409,
      error: { code: 'VERSION_CONFLICT' },
    })
    expect(await sales.patch(path, { title: 'Поздно' }, { 'if-match': '"1"' })).toMatchObject({ status: 412 })
    expect(await sales.patch(path, { stage: 'WON' })).toMatchObject({ status: 400 })
    expect(await sales.patch(path, { value: 560 })).toMatchObject({ data: { value: 560, netValue: 500 } })
  })

  test('the list filters, a stranger sees nothing, a representative only their own', async () => {
    const rep = await company.as('SALES_REP')
    const { id } = await deal({ title: 'Редкая находка', value: 777.77, tags: ['vip'] }, rep)
    const found = await sales.get(
      '/deals?search=находка&tags=vip&minValue=777.77&maxValue=777.77&stage=LEAD&sortBy=value&sortOrder=DESC',
    )
    expect(found).toMatchObject({ meta: { total: 1 }, data: [{ id }] })
    const other = await company.as('SALES_REP')
    expect((await other.get('/deals')).data).toEqual([])
    expect((await other.get(`/deals/${id}`)).status).toBe(404)
    expect((await other.patch(`/deals/${id}`, { title: 'Чужая' })).status).toBe(404)
    expect((await company.other.get(`/deals/${id}`)).status).toBe(404)
  })

  test('assign, checklist, clone, delete and restore', async () => {
    const made = await withLines({ tags: ['a'] })
    const me = (await company.owner.get(`/deals/${(await deal({}, company.owner)).id}`)).data.assignedTo
    expect((await sales.post(`/deals/${made.id}/assign`, { assignedTo: me })).data.assignedTo).toBe(me)
    expect((await sales.put(`/deals/${made.id}/checklist`, { budget_confirmed: true })).data.checklist).toMatchObject({
      budget_confirmed: { done: true },
    })
    const clone = await sales.post(`/deals/${made.id}/clone`, { title: 'Ещё раз' })
    expect(clone).toMatchObject({
      status: 201,
      data: {
        title: 'Ещё раз',
        value: 1120,
        stage: 'LEAD',
        tags: ['a'],
        checklist: {},
        products: [{ priceSource: 'PRODUCT' }],
      },
    })
    expect((await company.owner.delete(`/deals/${made.id}`)).status).toBe(200)
    expect((await sales.get(`/deals/${made.id}`)).status).toBe(404)
    expect((await company.owner.post(`/deals/${made.id}/restore`)).status).toBe(200)
  })

  test('many at once: one bad leaves the others', async () => {
    const good = { title: 'Пакет', customerId: altyn, value: 1 }
    const created = await sales.post('/deals/bulk', {
      deals: [good, { ...good, products: [{ productId: altyn, quantity: 1 }] }],
    })
    expect(created).toMatchObject({ status: 200, data: { counts: { total: 2, created: 1, failed: 1 } } })
    const ids = [created.data.items[0].id]
    expect((await sales.patch('/deals/bulk/stage', { ids, stage: 'QUALIFIED' })).data.counts).toMatchObject({
      updated: 1,
    })
    expect((await sales.patch('/deals/bulk/stage', { ids, stage: 'LOST' })).data.items[0].error.code).toBe(
      'LOST_REASON_REQUIRED',
    )
    expect((await company.owner.post('/deals/bulk-delete', { ids })).data.counts).toMatchObject({ deleted: 1 })
  })
})

describe('stages', () => {
  test('forward freely, back with a reason, and the history has one open row', async () => {
    const { id } = await deal()
    const to = (body: object) => sales.patch(`/deals/${id}/stage`, body)
    expect((await to({ stage: 'NEGOTIATION' })).data).toMatchObject({
      stage: 'NEGOTIATION',
      probability: 75,
      expectedRevenue: 750,
      version: 2,
    })
    expect((await to({ stage: 'NEGOTIATION' })).data.version).toBe(2)
    expect(await to({ stage: 'LEAD' })).toMatchObject({ status: 400, error: { code: 'VALIDATION_FAILED' } })
    expect((await sales.post(`/deals/${id}/stage`, { stage: 'LEAD', reason: 'Бюджет урезан' })).data.stage).toBe('LEAD')
    const history = (await sales.get(`/deals/${id}/stage-history`)).data
    expect(history.map((row: { toStage: string }) => row.toStage)).toEqual(['LEAD', 'NEGOTIATION', 'LEAD'])
    expect(history.filter((row: { leftAt: string | null }) => row.leftAt === null)).toMatchObject([
      { reason: 'Бюджет урезан', fromStage: 'NEGOTIATION' },
    ])
    expect(await eventsOf(id)).toEqual(['deal.created', 'deal.stage.changed', 'deal.stage.changed'])
  })

  test('a strict pipeline goes step by step', async () => {
    const { id, pipelineId } = await deal()
    await company.sql(`update app.pipelines set strict_stages = true where id = $1`, [pipelineId])
    await company.sql(
      `update app.pipeline_stages set requirements = '{budget_confirmed}' where pipeline_id = $1 and canonical_stage = 'QUALIFIED'`,
      [pipelineId],
    )
    const to = (stage: string) => sales.patch(`/deals/${id}/stage`, { stage })
    try {
      expect((await to('PROPOSAL')).error.code).toBe('INVALID_TRANSITION')
      expect((await to('WON')).error.code).toBe('INVALID_TRANSITION')
      expect((await to('QUALIFIED')).error).toMatchObject({
        code: 'REQUIREMENTS_NOT_MET',
        details: { missing: ['budget_confirmed'] },
      })
      await sales.put(`/deals/${id}/checklist`, { budget_confirmed: true })
      expect((await to('QUALIFIED')).status).toBe(200)
    } finally {
      await company.sql(`update app.pipelines set strict_stages = false where id = $1`, [pipelineId])
      await company.sql(`update app.pipeline_stages set requirements = '{}' where pipeline_id = $1`, [pipelineId])
    }
  })

  test('lost with a reason, closed for edits, and reopened where it was', async () => {
    const { id } = await deal({ stage: 'PROPOSAL' })
    expect(await sales.post(`/deals/${id}/lose`, {})).toMatchObject({
      status: 400,
      error: { code: 'LOST_REASON_REQUIRED' },
    })
    const lost = await sales.post(`/deals/${id}/lose`, {
      lostReason: 'COMPETITOR',
      competitorWon: 'ТОО «Другие»',
      notes: 'Дешевле',
    })
    expect(lost.data).toMatchObject({
      stage: 'LOST',
      probability: 0,
      lostReason: 'COMPETITOR',
      lostReasonText: 'Дешевле',
      lostToCompetitor: 'ТОО «Другие»',
      lostAt: expect.any(String),
    })
    expect((await sales.patch(`/deals/${id}`, { title: 'Нельзя' })).error.code).toBe('DEAL_CLOSED')
    expect((await sales.patch(`/deals/${id}/stage`, { stage: 'LEAD', reason: 'x' })).error.code).toBe(
      'INVALID_TRANSITION',
    )
    expect((await sales.post(`/deals/${id}/reopen`, { reason: 'Вернулись' })).data).toMatchObject({
      stage: 'PROPOSAL',
      lostReason: null,
      lostAt: null,
      reopenedCount: 1,
      probability: 50,
    })
    expect(await eventsOf(id)).toEqual([
      'deal.created',
      'deal.stage.changed',
      'deal.lost',
      'deal.stage.changed',
      'deal.reopened',
    ])
  })

  test('the board adds up, pages its columns and keeps the order people gave it', async () => {
    const customer = await customerCalled('Доска')
    const [a, b, c] = [
      await deal({ customerId: customer }),
      await deal({ customerId: customer }),
      await deal({ customerId: customer, stage: 'PROPOSAL', value: 500 }),
    ]
    await sales.patch(`/deals/${b.id}/move`, { stage: 'LEAD', beforeId: a.id })
    await sales.patch(`/deals/${c.id}/move`, { stage: 'LEAD', afterId: b.id, reason: 'Ошибка' })
    const path = `/deals/pipeline?customerId=${customer}&limitPerStage=2`
    const { data } = await sales.get(path)
    expect(data.stages.map((column: { stage: string }) => column.stage)).toEqual([
      'LEAD',
      'QUALIFIED',
      'PROPOSAL',
      'NEGOTIATION',
      'CLOSING',
      'WON',
      'LOST',
    ])
    expect(data.stages[0]).toMatchObject({
      count: 3,
      totalValue: 2500,
      expectedRevenue: 250,
      deals: [{ id: b.id }, { id: c.id }],
      nextCursor: expect.any(String),
    })
    expect(data.stages[1]).toMatchObject({ count: 0, totalValue: 0, deals: [], nextCursor: null })
    expect(data.summary).toEqual({ totalDeals: 3, totalValue: 2500, totalExpectedRevenue: 250 })
    const next = await sales.get(`${path}&stage=LEAD&cursor=${data.stages[0].nextCursor}`)
    expect(next.data.stages).toMatchObject([{ stage: 'LEAD', count: 3, deals: [{ id: a.id }], nextCursor: null }])
    expect((await sales.get('/deals/pipeline?limitPerStage=101')).status).toBe(400)
  })

  test('pipelines come with their stages', async () => {
    const [pipeline] = (await sales.get('/pipelines')).data
    expect(pipeline).toMatchObject({
      isDefault: true,
      stages: [{ canonicalStage: 'LEAD', probability: 10 }, {}, {}, {}, {}, {}, { canonicalStage: 'LOST' }],
    })
    expect((await sales.get(`/pipelines/${pipeline.id}/stages`)).data).toHaveLength(7)
  })
})

describe('winning', () => {
  const win = (dealId: string, more: object = {}) =>
    company.database.run(company.tenant(), (work) => winDeal(work, { dealId, ...more }))

  test('says it once, with the lines', async () => {
    const { id } = await withLines({ stage: 'NEGOTIATION', probability: 80 })
    expect(await win(id, { notes: 'Лучшая цена' })).toMatchObject({ id, changed: true })
    expect(await win(id)).toMatchObject({ id, changed: false })
    const data = (await sales.get(`/deals/${id}`)).data
    expect(data).toMatchObject({
      stage: 'WON',
      probability: 100,
      probabilityManual: false,
      value: 1120,
      wonAt: expect.any(String),
      actualCloseDate: expect.any(String),
      wonReason: 'Лучшая цена',
    })
    expect((await eventsOf(id)).slice(0, 3)).toEqual(['deal.created', 'deal.stage.changed', 'deal.won'])
    const [event] = await company.sql<{ payload: object }>(
      `select payload from app.outbox_events where aggregate_id = $1 and name = 'deal.won'`,
      [id],
    )
    expect(event!.payload).toMatchObject({
      dealId: id,
      customerId: altyn,
      dealValue: 1120,
      netValue: 1000,
      currency: 'KZT',
      reopenedCount: 0,
      lines: [
        {
          productId: products['CHAIR'],
          quantity: 10,
          unitPrice: 112,
          priceIncludesVat: true,
          discount: 0,
          vatRate: 12,
          totalPrice: 1120,
        },
      ],
    })
  })

  test('two at the same moment win once', async () => {
    const { id } = await withLines()
    const both = await Promise.all([win(id), win(id), win(id)])
    expect(both.filter((won) => won.changed)).toHaveLength(1)
    expect((await eventsOf(id)).filter((name) => name === 'deal.won')).toHaveLength(1)
  })

  test('a line added while the win waits is won too', async () => {
    const { id } = await withLines()
    let won: ReturnType<typeof win> | undefined
    await company.database.run(company.tenant(), async (work) => {
      await addLines(work, id, [{ productId: products['CHAIR']!, quantity: 1 }])
      won = win(id)
      // Until the win stands in line for the deal.
      for (let waiting = 0; waiting === 0;) {
        const [seen] = await company.sql<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        )
        waiting = seen!.n
      }
    })
    expect((await won!).value.toString()).toBe('1232.00')
    const [event] = await company.sql<{ payload: { lines: unknown[] } }>(
      `select payload from app.outbox_events where aggregate_id = $1 and name = 'deal.won'`,
      [id],
    )
    expect(event!.payload.lines).toHaveLength(2)
  })

  test('takes two statements of its own', async () => {
    const { id } = await withLines()
    const statements = await company.database.run(company.tenant(), async (work) => {
      await winDeal(work, { dealId: id })
      return work.statements
    })
    expect(statements).toBe(2)
  })

  test('a lower final amount becomes a discount, a higher one is refused', async () => {
    const { id } = await withLines()
    await expect(win(id, { finalAmount: 1120.01 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'finalAmount',
    })
    expect((await win(id, { finalAmount: 1100 })).value.toString()).toBe('1100.00')
    const { data } = await sales.get(`/deals/${id}?include=products`)
    expect(data).toMatchObject({
      value: 1100,
      discount: 20,
      discountType: 'FIXED',
      discountAmount: 20,
      products: [{ documentDiscountShare: 20, totalPrice: 1100 }],
    })
    const plain = await deal({ value: 1120 })
    expect((await win(plain.id, { finalAmount: 560 })).value.toString()).toBe('560.00')
  })

  test('each role has its limit of discount', async () => {
    const rep = await company.as('SALES_REP')
    const { id } = await withLines({ discount: 6, discountType: 'PERCENTAGE' }, rep)
    const refused = await rep.patch(`/deals/${id}/stage`, { stage: 'WON' })
    expect(refused).toMatchObject({
      status: 422,
      error: { code: 'APPROVAL_REQUIRED', details: { discountPercent: 6, limitPercent: 5 } },
    })
    expect((await sales.get(`/deals/${id}`)).data.stage).toBe('LEAD')
    expect((await sales.patch(`/deals/${id}/stage`, { stage: 'WON' })).data).toMatchObject({ stage: 'WON' })
  })

  test('nothing, or what is no longer sold, cannot be won', async () => {
    await expect(win((await deal({ value: 0 })).id)).rejects.toMatchObject({ code: 'BUSINESS_RULE' })
    const lamp = (
      await made(company.owner, '/products', { name: 'Лампа', code: 'LAMP', price: 10, cost: 5, purchasePrice: 5 })
    ).id
    const { id } = await deal({ value: undefined, products: [{ productId: lamp, quantity: 1 }] })
    await company.sql(`update app.products set status = 'INACTIVE' where id = $1`, [lamp])
    await expect(win(id)).rejects.toMatchObject({ code: 'PRODUCT_NOT_SELLABLE' })
    await expect(win((await deal()).id, { actualCloseDate: '2999-01-01' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  })

  test('a won deal returns only when its orders are cancelled and unpaid', async () => {
    const { id } = await withLines()
    await win(id)
    await orderFor(id, 'SO-TEST-1')
    expect(await sales.post(`/deals/${id}/reopen`, { reason: 'Ошибка' })).toMatchObject({
      status: 409,
      error: { code: 'DEAL_HAS_ORDER' },
    })
    expect((await company.owner.delete(`/deals/${id}`)).error.code).toBe('IN_USE')
    await company.sql(`update app.orders set status = 'CANCELLED', paid_amount = 0 where deal_id = $1`, [id])
    expect((await sales.post(`/deals/${id}/reopen`, { reason: 'Ошибка' })).data).toMatchObject({
      stage: 'LEAD',
      reopenedCount: 1,
      wonAt: null,
      actualCloseDate: null,
    })
  })
})

describe('after the commit', () => {
  test('an order shows on its deal, also when told twice', async () => {
    const { id } = await deal()
    await orderFor(id, 'SO-TEST-2')
    const tell = () =>
      company.database.run(
        company.tenant(),
        async (work) =>
          void work.announce({
            name: 'order.updated',
            aggregateType: 'order',
            aggregateId: id,
            aggregateVersion: 1,
            payload: { dealId: id },
          }),
      )
    await tell()
    await tell()
    await company.settle()
    expect((await sales.get(`/deals/${id}`)).data).toMatchObject({
      orderStatus: 'CONFIRMED',
      orderedAmount: 1120,
      invoicedAmount: 1120,
      paidAmount: 500,
      deliveredAmount: 0,
      version: 1,
    })
  })

  test('an activity touches the deal and the customer', async () => {
    const { id } = await deal()
    const path = `/deals/${id}/activities`
    const overdue = await made(sales, path, { type: 'CALL', subject: 'Позвонить', scheduledAt: '2026-01-01T09:00:00Z' })
    expect(overdue.status).toBe('OVERDUE')
    const sent = await made(sales, path, { type: 'PROPOSAL_SENT', subject: 'Отправить КП' })
    expect(
      (await sales.patch(`${path}/${sent.id}/complete`, { outcome: 'POSITIVE', note: 'Ждут' })).data,
    ).toMatchObject({ status: 'COMPLETED', outcome: 'POSITIVE' })
    expect((await sales.patch(`${path}/${sent.id}/complete`, {})).error.code).toBe('INVALID_TRANSITION')
    expect((await sales.put(`${path}/${overdue.id}`, { subject: 'Позвонить ещё раз' })).data).toMatchObject({
      subject: 'Позвонить ещё раз',
      type: 'CALL',
    })
    await company.settle()
    const touched = (await sales.get(`/deals/${id}?include=activities,stageHistory`)).data
    expect(touched).toMatchObject({
      lastActivityAt: expect.any(String),
      nextActivityAt: expect.any(String),
      checklist: { proposal_sent: { done: true } },
    })
    expect(touched.activities).toHaveLength(2)
    expect((await sales.patch(`${path}/${overdue.id}/cancel`, { reason: 'Не нужно' })).data.status).toBe('CANCELLED')
    expect((await sales.get(`/deals/${id}`)).data.nextActivityAt).toBeNull()
    expect((await sales.get(`${path}?status=COMPLETED`)).meta.total).toBe(1)
    const [customer] = await company.sql<{ last: Date | null }>(
      'select last_contact_date as last from app.customers where id = $1',
      [altyn],
    )
    expect(customer!.last).not.toBeNull()
  })
})
