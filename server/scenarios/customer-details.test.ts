import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recomputeMetrics } from '../src/modules/customers/operations/recompute-metrics.js'
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

describe('credit', () => {
  it('keeps every change', async () => {
    const { id } = await lead()
    expect((await rep.put(`/customers/${id}/credit`, { creditLimit: 1, reason: 'x' })).status).toBe(403)
    expect(
      (await owner.put(`/customers/${id}/credit`, { creditLimit: '500000.50', reason: 'договор' })).data,
    ).toMatchObject({ limit: 500000.5, policy: 'HOLD', available: 500000.5 })
    expect((await owner.put(`/customers/${id}/credit`, { creditLimit: 1, temporary: true, reason: 'x' })).status).toBe(
      400,
    )
    const endless = { creditLimit: 1, temporary: false, until: '2099-01-01', reason: 'x' }
    const refused = await owner.put(`/customers/${id}/credit`, endless)
    expect([refused.status, refused.error?.fieldErrors]).toEqual([
      400,
      [
        {
          field: 'until',
          code: 'CUSTOM',
          message: 'Срок указывают только у временного лимита (temporary: true).',
        },
      ],
    ])
    const raised = await owner.put(`/customers/${id}/credit`, {
      creditLimit: 700000,
      temporary: true,
      until: '2099-01-01',
      reason: 'сезон',
    })
    expect(raised.data).toMatchObject({
      limit: 500000.5,
      temporaryLimit: 700000,
      until: '2099-01-01',
      available: 700000,
      overdueAmount: 0,
      paymentScore: null,
    })
    expect(raised.data.changes.map((change: { newLimit: number }) => change.newLimit)).toEqual([700000, 500000.5])
  })
})

describe('contacts, addresses and notes', () => {
  it('have one primary each', async () => {
    const { id } = await lead()
    const first = await owner.post(`/customers/${id}/contacts`, {
      firstName: 'А',
      lastName: 'Б',
      email: 'A@b.kz',
      isPrimary: true,
    })
    expect(first).toMatchObject({ status: 201, data: { email: 'a@b.kz', isPrimary: true } })
    const second = await owner.post(`/customers/${id}/contacts`, {
      firstName: 'В',
      lastName: 'Г',
      phone: '87012345678',
      isPrimary: true,
    })
    expect(
      (await owner.get(`/customers/${id}/contacts`)).data.map((each: { id: string; isPrimary: boolean }) => [
        each.id,
        each.isPrimary,
      ]),
    ).toEqual([
      [second.data.id, true],
      [first.data.id, false],
    ])
    expect(
      (await owner.put(`/customers/${id}/contacts/${first.data.id}`, { isPrimary: true, position: 'Директор' })).data,
    ).toMatchObject({ isPrimary: true, position: 'Директор', lastName: 'Б' })
    expect((await owner.delete(`/customers/${id}/contacts/${second.data.id}`)).status).toBe(200)
    expect((await owner.put(`/customers/${id}/contacts/${second.data.id}`, { position: 'x' })).status).toBe(404)

    const office = await owner.post(`/customers/${id}/addresses`, {
      type: 'OFFICE',
      street: 'ул. Сатпаева',
      city: 'Алматы',
      isPrimary: true,
      latitude: 43.2,
    })
    await owner.post(`/customers/${id}/addresses`, {
      type: 'BILLING',
      street: 'ул. Сатпаева',
      city: 'Алматы',
      isPrimary: true,
    })
    expect((await owner.put(`/customers/${id}/addresses/${office.data.id}`, { type: 'BILLING' })).data).toMatchObject({
      type: 'BILLING',
      isPrimary: true,
      latitude: 43.2,
    })
    expect(
      (await owner.get(`/customers/${id}/addresses`)).data.filter((each: { isPrimary: boolean }) => each.isPrimary),
    ).toHaveLength(1)
  })

  it('a private note is its author’s', async () => {
    const { id } = await lead({}, rep)
    const secret = await rep.post(`/customers/${id}/notes`, { content: 'между нами', visibility: 'PRIVATE' })
    await owner.post(`/customers/${id}/notes`, { content: 'всем', isPinned: true })
    expect((await owner.get(`/customers/${id}/notes`)).data).toHaveLength(1)
    expect(
      (await rep.get(`/customers/${id}?include=notes`)).data.notes.map((note: { content: string }) => note.content),
    ).toEqual(['всем', 'между нами'])
    expect((await owner.put(`/customers/${id}/notes/${secret.data.id}`, { content: 'x' })).status).toBe(404)
    expect((await rep.put(`/customers/${id}/notes/${secret.data.id}`, { content: 'иначе' })).data.content).toBe('иначе')
    expect((await rep.delete(`/customers/${id}/notes/${secret.data.id}`)).status).toBe(200)
  })
})

describe('many at once', () => {
  it('each stands for itself, unless atomic', async () => {
    const customers = [
      { name: 'Один', email: 'one@bulk.kz' },
      { name: 'Опять', email: 'one@bulk.kz' },
    ]
    const made = await owner.post('/customers/bulk', { customers })
    expect(made.data.items).toMatchObject([
      { index: 0, status: 'CREATED' },
      { index: 1, status: 'FAILED', error: { code: 'CUSTOMER_DUPLICATE' } },
    ])
    const atomic = await owner.post('/customers/bulk', {
      atomic: true,
      customers: [{ name: 'Два', email: 'two@bulk.kz' }, customers[0]],
    })
    expect(atomic.status).toBe(409)
    expect((await owner.get('/customers?search=two@bulk.kz')).data).toEqual([])
  })

  it('change status, assignee, and go', async () => {
    const ids = [(await lead()).id, (await lead()).id]
    expect((await owner.patch('/customers/bulk/status', { ids, status: 'PROSPECT' })).data.counts).toMatchObject({
      total: 2,
      updated: 2,
    })
    const [employee] = await company.sql<{ id: string; department_id: string }>(
      `select id, department_id from employees where user_id = $1`,
      [rep.userId],
    )
    await owner.patch('/customers/bulk/assign', { ids, assignedTo: employee!.id })
    expect((await rep.get(`/customers/${ids[0]}`)).data).toMatchObject({
      assignedTo: employee!.id,
      departmentId: employee!.department_id,
    })
    await owner.patch(`/customers/${ids[0]}/status`, { status: 'ACTIVE' })
    await company.settle()
    expect(
      (
        await company.sql(
          `select code from notifications where user_id = $1 and data->>'customerId' = $2 and data->>'newStatus' = 'ACTIVE'`,
          [rep.userId, ids[0]],
        )
      ).length,
    ).toBe(1)
    expect((await owner.post('/customers/bulk-delete', { ids })).data.counts).toMatchObject({ deleted: 2 })
  })
})

describe('checks before writing', () => {
  it('finds who it might be', async () => {
    const { id } = await lead({ name: 'ТОО «Жасыл Әлем»', phone: '+77771112233' })
    const found = await owner.post('/customers/check-duplicate', { name: 'жшс Жасыл Алем', phone: '8 777 111 22 33' })
    expect(found.data).toMatchObject({
      hasDuplicates: true,
      suggestedAction: 'USE_EXISTING',
      matches: [{ field: 'phone', score: 80, customer: { id } }],
    })
    expect((await owner.post('/customers/check-duplicate', { name: 'жшс Жасыл Алем' })).data).toMatchObject({
      suggestedAction: 'REVIEW',
      matches: [{ field: 'name' }],
    })
    expect((await owner.post('/customers/check-duplicate', { name: 'Неведомый' })).data).toEqual({
      hasDuplicates: false,
      matches: [],
      suggestedAction: 'CREATE',
    })
  })

  it('says what a number is', async () => {
    expect((await owner.post('/customers/validate/bin', { bin: '970240000816' })).data).toEqual({
      valid: true,
      result: 'OK',
      registeredMonth: '97-02',
      entityKind: 4,
      attribute: 0,
    })
    expect((await owner.post('/customers/validate/iin', { iin: '960230500002' })).data).toEqual({
      valid: true,
      result: 'WARN_UNDECODABLE',
    })
    expect((await owner.post('/customers/validate/iin', { iin: '12' })).data).toEqual({
      valid: false,
      result: 'BAD_FORMAT',
    })
  })
})

describe('metrics', () => {
  it('are read from the documents, and announced when they changed', async () => {
    const { id } = await lead()
    const recompute = () => company.database.run(company.tenant(), (work) => recomputeMetrics(work, id))
    expect(await recompute()).toBe(false)
    await company.sql(
      `insert into orders (organization_id, workspace_id, id, order_number, status, customer_id, order_date, subtotal, tax_amount, total_amount, invoiced_amount)
       select $1, $2, gen_random_uuid(), 'T-' || i, (array['CONFIRMED', 'PENDING', 'CANCELLED'])[i], $3, '2026-05-01', 1000, 160, 1160, 160 from generate_series(1, 3) i`,
      [company.organizationId, company.workspaceId, id],
    )
    expect(await recompute()).toBe(true)
    expect(await recompute()).toBe(false)
    expect((await owner.get(`/customers/${id}`)).data).toMatchObject({
      openOrdersAmount: 10,
      purchaseCount: 0,
      version: 1,
    })
  })

  it('count what was delivered and kept, less what was credited', async () => {
    const { id } = await lead()
    const tenant = [company.organizationId, company.workspaceId]
    await company.sql(
      `insert into products (organization_id, workspace_id, id, code, code_lower, name, sellable, purchasable, product_type)
       values ($1, $2, gen_random_uuid(), 'M1', 'm1', 'Стол', true, false, 'SERVICE')`,
      tenant,
    )
    // Four pieces at 250 ₸: the first order delivered whole and one piece returned, the second returned whole.
    for (const [number, returned, day] of [
      ['D-1', 1, '2026-05-01'],
      ['D-2', 4, '2026-06-01'],
    ] as const)
      await company.sql(
        `with sold as (
           insert into orders (organization_id, workspace_id, id, order_number, status, customer_id, order_date, subtotal, tax_amount, total_amount, invoiced_amount, returned_amount)
           values ($1, $2, gen_random_uuid(), $4, 'COMPLETED', $3, $6::date, 100000, 16000, 116000, 116000, 29000 * $5::int) returning id)
         insert into order_items (organization_id, workspace_id, id, order_id, line_no, product_id, product_name, product_type, unit, quantity,
           quantity_delivered, quantity_returned, unit_price, price_includes_vat, vat_rate, net_amount, tax_amount, total_price)
         select $1, $2, gen_random_uuid(), sold.id, 1, products.id, 'Стол', 'SERVICE', 'шт', 4, 4, $5::int, 2500000, false, 16, 100000, 16000, 116000
         from sold, products where products.workspace_id = $2 and products.code = 'M1'`,
        [...tenant, id, number, returned, day],
      )
    await company.sql(
      `insert into invoices (organization_id, workspace_id, id, type, status, invoice_number, issue_date, customer_id, subtotal, tax_amount, total_amount, return_id)
       values ($1, $2, gen_random_uuid(), 'CREDIT_NOTE', 'ISSUED', 'CN-1', '2026-06-10', $3, 125000, 20000, 145000, gen_random_uuid())`,
      [...tenant, id],
    )
    await company.database.run(company.tenant(), (work) => recomputeMetrics(work, id))
    expect((await owner.get(`/customers/${id}`)).data).toMatchObject({
      purchaseCount: 1,
      totalPurchases: 870,
      averageOrderValue: 870,
      lifetimeValue: 750,
      openOrdersAmount: 0,
      firstPurchaseDate: '2026-04-30T19:00:00+00:00',
      lastPurchaseDate: '2026-04-30T19:00:00+00:00',
    })
  })
})
