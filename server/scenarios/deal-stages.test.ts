import { afterAll, describe, expect, test } from 'vitest'
import { openSalesDesk } from './support/sales-desk.js'

const { company, sales, customerCalled, deal, eventsOf } = await openSalesDesk()
afterAll(() => company.close())

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
    expect((await sales.post(`/deals/${id}/stage`, { stage: 'LOST', lostReason: 'COMPETITOR' })).status).toBe(200)
    expect((await sales.post(`/deals/${id}/stage`, { stage: 'LOST', lostReason: 'PRICE' })).error.code).toBe(
      'DEAL_CLOSED',
    )
    expect((await sales.patch(`/deals/${id}/move`, { stage: 'LOST', lostReason: 'PRICE' })).error.code).toBe(
      'DEAL_CLOSED',
    )
    expect((await sales.patch(`/deals/${id}/move`, { stage: 'LOST', lostReason: 'COMPETITOR' })).status).toBe(200)
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

  test('a card of the board says what comes next and what is wrong, and what was won last stands first', async () => {
    const customer = await customerCalled('ТОО «Карточка»')
    const shelf = (
      await company.owner.post('/products', {
        name: 'Полка',
        code: 'POL-1',
        productType: 'PRODUCT',
        price: 100,
        purchasePrice: 50,
      })
    ).data
    const [plain, short] = [
      await deal({ customerId: customer }),
      await deal({ customerId: customer, title: 'Полки', products: [{ productId: shelf.id, quantity: 2 }] }),
    ]
    await sales.post(`/deals/${short.id}/activities`, {
      type: 'CALL',
      subject: 'Позже',
      scheduledAt: '2031-02-02T05:00:00Z',
    })
    await sales.post(`/deals/${short.id}/activities`, {
      type: 'MEETING',
      subject: 'Сначала',
      scheduledAt: '2031-01-01T05:00:00Z',
    })
    const asked = async (more: string) => (await sales.get(`/deals/pipeline?customerId=${customer}${more}`)).data.stages
    expect((await asked(''))[0].deals).toMatchObject([
      { id: plain.id, shortStock: false, nextActivity: null, order: null },
      { id: short.id, shortStock: true, priceOutdated: false, nextActivity: { type: 'MEETING', subject: 'Сначала' } },
    ])
    expect((await asked('&search=полк'))[0].deals).toMatchObject([{ id: short.id }])
    expect((await asked('&search=%25'))[0].count).toBe(0)
    expect((await asked('&isStale=true'))[0].count).toBe(0)
    for (const { id } of [plain, short]) await company.owner.post(`/deals/${id}/win`, {})
    const won = (await asked(''))[5]
    expect(won.deals).toMatchObject([
      { id: short.id, shortStock: false, nextActivity: null, order: { orderNumber: expect.stringMatching(/^SO-/) } },
      { id: plain.id },
    ])
    const first = (await asked('&stage=WON&limitPerStage=1'))[0]
    expect((await asked(`&stage=WON&limitPerStage=1&cursor=${first.nextCursor}`))[0].deals).toMatchObject([
      { id: plain.id },
    ])
  })

  test('the card of a deal brings its lines with what is in stock, its people, stages and orders', async () => {
    const { id } = await deal()
    await sales.post(`/deals/${id}/activities`, {
      type: 'NOTE',
      subject: 'Звонил',
      completedAt: '2026-01-01T05:00:00Z',
    })
    const { data } = await company.owner.get(`/deals/${id}?include=products,activities,stageHistory,stages,orders`)
    expect(data).toMatchObject({
      createdByName: 'Тест SALES_MANAGER',
      products: [],
      activities: [{ subject: 'Звонил', completedByName: 'Тест SALES_MANAGER', assignedToName: 'Тест SALES_MANAGER' }],
      stageHistory: [{ toStage: 'LEAD', changedByName: 'Тест SALES_MANAGER' }],
      orders: [],
    })
    expect(data.stages).toHaveLength(7)
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
