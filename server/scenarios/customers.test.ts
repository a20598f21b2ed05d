import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activateOnPurchase } from '../src/modules/customers/operations/activate-on-purchase.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let owner: Client
let rep: Client

beforeAll(async () => {
  company = await openCompany()
  owner = company.owner
  rep = await company.as('SALES_REP')
})
afterAll(() => company.close())

let count = 0
const lead = async (fields: object = {}, by = owner) => {
  const made = await by.post('/customers', { name: `Клиент ${++count}`, email: `client${count}@example.kz`, ...fields })
  expect(made.error).toBeUndefined()
  return made.data
}
const events = (id: string) =>
  company
    .sql<{ name: string }>(`select name from outbox_events where aggregate_id = $1 order by pos`, [id])
    .then((rows) => rows.map((row) => row.name))

describe('a new customer', () => {
  it('comes with contacts, addresses, history and its event, in the forms we keep', async () => {
    const made = await owner.post('/customers', {
      name: 'ТОО «Құрылыс Сервис»',
      email: ' Info@Kurylys.KZ ',
      phone: '8 (701) 234-56-78',
      bin: '940 140 000 385',
      tags: ['Опт', 'опт'],
      source: 'REFERRAL',
      contacts: [
        { firstName: 'Айгүл', lastName: 'Серікова', phone: '87272501234', isPrimary: true },
        { firstName: 'Олжас', lastName: 'Ахметов', email: 'o@k.kz', isPrimary: true },
      ],
      addresses: [{ type: 'BILLING', street: 'пр. Абая', city: 'Алматы', isPrimary: true }],
    })
    expect(made.status).toBe(201)
    expect(made.data).toMatchObject({
      type: 'COMPANY',
      status: 'LEAD',
      email: 'info@kurylys.kz',
      phone: '+77012345678',
      bin: '940140000385',
      tags: ['опт'],
      leadScore: 70,
      legalName: 'ТОО «Құрылыс Сервис»',
      creditPolicy: 'NONE',
      version: 1,
      warnings: [],
    })
    expect(made.data.customerNumber).toMatch(/^CUS-\d{4}-\d{6}$/)
    expect(
      made.data.contacts.map((contact: { isPrimary: boolean; phone: string }) => [contact.isPrimary, contact.phone]),
    ).toEqual([
      [true, '+77272501234'],
      [false, null],
    ])
    expect(made.data.addresses).toMatchObject([{ city: 'Алматы', country: 'KZ' }])
    expect(await events(made.data.id)).toEqual(['customer.created'])
    const history = await company.sql(
      `select from_status, to_status, source from customer_status_history where customer_id = $1`,
      [made.data.id],
    )
    expect(history).toEqual([{ from_status: null, to_status: 'LEAD', source: 'MANUAL' }])
  })

  it.each([
    [{ iin: '000101300008', type: 'INDIVIDUAL' }, 400, 'IIN_INVALID', 'iin'],
    [{ bin: '941240000190' }, 400, 'BIN_INVALID', 'bin'],
    [{ iin: '000101300009' }, 422, 'BUSINESS_RULE', 'iin'],
    [{ phone: '2501234' }, 400, 'VALIDATION_FAILED', 'phone'],
    [{ contacts: [{ firstName: 'А', lastName: 'Б' }] }, 400, 'VALIDATION_FAILED', 'contacts.0.email'],
    [{ status: 'ACTIVE' }, 400, 'VALIDATION_FAILED', 'reason'],
    [{ assignedTo: '00000000-0000-7000-8000-000000000009' }, 400, 'VALIDATION_FAILED', 'assignedTo'],
    [{ nickname: 'x' }, 400, 'VALIDATION_FAILED', 'nickname'],
  ])('is refused with %j: %d %s at %s', async (fields, status, code, field) => {
    const made = await owner.post('/customers', { name: 'Отказ', email: 'refused@example.kz', ...fields })
    expect([made.status, made.error.code, made.error.fieldErrors[0].field]).toEqual([status, code, field])
  })

  it('needs an e-mail or a phone', async () =>
    expect((await owner.post('/customers', { name: 'Никто' })).status).toBe(400))

  it('only warns of an IIN that spells no day', async () => {
    const made = await lead({ type: 'INDIVIDUAL', iin: '960230500002' })
    expect(made.warnings).toEqual([{ code: 'IIN_UNDECODABLE', field: 'iin' }])
  })

  it('is refused as a duplicate, naming the field and the other', async () => {
    const first = await lead({ bin: '941240000193' })
    const second = await owner.post('/customers', { name: 'Ещё раз', email: 'again@example.kz', bin: '941240000193' })
    expect(second).toMatchObject({
      status: 409,
      error: { code: 'CUSTOMER_DUPLICATE', details: { field: 'bin', existingId: first.id } },
    })
  })

  it('is made once when eight people enter it at the same moment', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => owner.post('/customers', { name: 'Гонка', email: 'race@example.kz' })),
    )
    expect(made.map((each) => each.status).toSorted()).toEqual([201, 409, 409, 409, 409, 409, 409, 409])
    const winner = made.find((each) => each.status === 201)!.data.id
    for (const loser of made.filter((each) => each.status === 409)) expect(loser.error.details.existingId).toBe(winner)
  })

  it('has credit only by those who may give it, and a limit holds', async () => {
    const refused = await rep.post('/customers', { name: 'Кредит', email: 'credit@example.kz', creditLimit: 1000 })
    expect(refused).toMatchObject({ status: 403, error: { code: 'FORBIDDEN' } })
    expect(await lead({ creditLimit: 1000 })).toMatchObject({ creditLimit: 1000, creditPolicy: 'HOLD' })
  })
})

describe('who sees whom', () => {
  it('a representative sees own customers only, strangers none', async () => {
    const mine = await lead({}, rep)
    const notMine = await lead()
    expect((await rep.get(`/customers/${mine.id}`)).status).toBe(200)
    expect((await rep.get(`/customers/${notMine.id}`)).status).toBe(404)
    expect((await rep.put(`/customers/${notMine.id}`, { name: 'Чужой' })).status).toBe(404)
    expect((await company.other.get(`/customers/${mine.id}`)).status).toBe(404)
    expect((await rep.get('/customers')).data.map((each: { id: string }) => each.id)).toEqual([mine.id])
  })

  it('lists by filters and includes', async () => {
    const wanted = await lead({
      tags: ['редкий'],
      addresses: [{ type: 'SHIPPING', street: 'ул. Мира', city: 'Семей' }],
    })
    for (const query of ['tags=Редкий', 'city=семей', `search=${encodeURIComponent(wanted.customerNumber)}`]) {
      const found = await owner.get(
        `/customers?${query.replace(/=(?!.*%)(.*)$/, (_, value: string) => '=' + encodeURIComponent(value))}&include=contacts,addresses,notes`,
      )
      expect(found.data.map((each: { id: string }) => each.id)).toEqual([wanted.id])
      expect(found.data[0]).toMatchObject({ contacts: [], notes: [], addresses: [{ city: 'Семей' }] })
    }
    expect((await owner.get('/customers?colour=red')).status).toBe(400)
    expect(
      (await owner.get('/customers?status=LEAD,PROSPECT&type=COMPANY&sortBy=name&sortOrder=ASC&minPurchases=0')).status,
    ).toBe(200)
  })
})

describe('a change of the card', () => {
  it('changes what is named, clears what is null, and knows its version', async () => {
    const card = await lead({ industry: 'Торговля', website: 'a.kz' })
    const changed = await owner.put(`/customers/${card.id}`, {
      industry: null,
      discountPercent: 5.5,
      customFields: { a: 1 },
      version: 1,
    })
    expect(changed.data).toMatchObject({
      industry: null,
      website: 'a.kz',
      discountPercent: 5.5,
      customFields: { a: 1 },
      version: 2,
    })
    expect(changed.headers.get('etag')).toBe('"2"')
    expect((await owner.patch(`/customers/${card.id}`, { industry: 'x', version: 1 })).error.code).toBe(
      'VERSION_CONFLICT',
    )
    expect((await owner.patch(`/customers/${card.id}`, { industry: 'x' }, { 'If-Match': '"1"' })).status).toBe(412)
    expect((await owner.patch(`/customers/${card.id}`, { email: null })).status).toBe(400)
    expect((await owner.patch(`/customers/${card.id}`, { balance: 5 })).status).toBe(400)
  })

  it('does not take another’s e-mail', async () => {
    const [one, two] = [await lead(), await lead()]
    const taken = await owner.put(`/customers/${two.id}`, { email: one.email })
    expect(taken).toMatchObject({ status: 409, error: { details: { field: 'email', existingId: one.id } } })
  })
})

describe('the life of a customer', () => {
  it('goes by the table and is remembered', async () => {
    const { id } = await lead()
    expect((await owner.patch(`/customers/${id}/status`, { status: 'CHURNED', reason: 'x' })).error.code).toBe(
      'INVALID_TRANSITION',
    )
    expect((await owner.patch(`/customers/${id}/status`, { status: 'INACTIVE' })).error.code).toBe('VALIDATION_FAILED')
    expect((await owner.patch(`/customers/${id}/status`, { status: 'PROSPECT' })).data).toMatchObject({
      status: 'PROSPECT',
      version: 2,
    })
    expect(
      (await owner.post(`/customers/${id}/convert`, { createDeal: true, dealTitle: 'Первая' })).data,
    ).toMatchObject({ status: 'ACTIVE', conversionSource: 'MANUAL' })
    expect((await owner.post(`/customers/${id}/convert`)).error.code).toBe('NOT_A_LEAD')
    expect(await events(id)).toEqual([
      'customer.created',
      'customer.status.changed',
      'customer.status.changed',
      'customer.lead.converted',
      'deal.create.requested',
    ])
  })

  it('is qualified from 60 on', async () => {
    const { id } = await lead()
    expect(
      (await owner.post(`/customers/${id}/qualify`, { budget: 10, authority: 10, need: 10, timeline: 10 })).data,
    ).toMatchObject({ status: 'LEAD', score: 40, qualified: false })
    expect(
      (
        await owner.post(`/customers/${id}/qualify`, {
          budget: 25,
          authority: 15,
          need: 10,
          timeline: 10,
          createDeal: true,
        })
      ).data,
    ).toMatchObject({ status: 'PROSPECT', leadScore: 60 })
    expect(await events(id)).toEqual(['customer.created', 'customer.status.changed', 'customer.qualified'])
  })

  it('is activated by the first purchase, once', async () => {
    const card = await lead()
    const buy = () =>
      company.database.run(company.tenant(), async (work) => {
        const customer = (await owner.get(`/customers/${card.id}`)).data
        return activateOnPurchase(work, { customer, source: 'DEAL_WON', refId: card.id })
      })
    expect(await buy()).toEqual({ activated: true, status: 'ACTIVE', version: 2 })
    expect(await buy()).toEqual({ activated: false, status: 'ACTIVE', version: 2 })
    expect(await events(card.id)).toEqual(['customer.created', 'customer.status.changed', 'customer.lead.converted'])
    const history = await company.sql(
      `select from_status, to_status, source from customer_status_history where customer_id = $1 order by id`,
      [card.id],
    )
    expect(history).toMatchObject([
      { to_status: 'LEAD' },
      { from_status: 'LEAD', to_status: 'ACTIVE', source: 'DEAL_WON' },
    ])
  })

  it('can be blocked and unblocked, deleted and restored', async () => {
    const { id, email } = await lead()
    expect((await owner.post(`/customers/${id}/block`, { reason: 'долг' })).data).toMatchObject({
      isActive: false,
      blockReason: 'долг',
    })
    expect((await owner.post(`/customers/${id}/unblock`)).data).toMatchObject({ isActive: true, blockReason: null })
    expect((await rep.delete(`/customers/${id}`)).status).toBe(403)
    expect((await owner.delete(`/customers/${id}`)).data).toEqual({ id, deleted: true })
    expect((await owner.get(`/customers/${id}`)).status).toBe(404)
    const heir = await lead({ email })
    expect((await owner.post(`/customers/${id}/restore`)).error.details).toMatchObject({
      field: 'email',
      existingId: heir.id,
    })
    await owner.delete(`/customers/${heir.id}`)
    expect((await owner.post(`/customers/${id}/restore`)).status).toBe(200)
  })

  it('is not deleted while money is owed', async () => {
    const { id } = await lead()
    await company.sql(`update customers set balance = 100 where id = $1`, [id])
    expect(await owner.delete(`/customers/${id}`)).toMatchObject({ status: 409, error: { code: 'IN_USE' } })
  })
})
