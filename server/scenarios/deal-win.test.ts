import { afterAll, describe, expect, test } from 'vitest'
import { addLines } from '../src/modules/deals/operations/change-lines.js'
import { winDeal } from '../src/modules/deals/operations/win-deal.js'
import { made, openSalesDesk } from './support/sales-desk.js'

const { company, sales, altyn, chair, deal, withLines, eventsOf, orderFor } = await openSalesDesk()
afterAll(() => company.close())

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
          productId: chair,
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
      await addLines(work, id, [{ productId: chair, quantity: 1 }])
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
            name: 'order.status.changed',
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
