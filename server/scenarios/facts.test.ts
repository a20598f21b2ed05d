import { afterAll, beforeAll, expect, test } from 'vitest'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'
import { codeFor } from './support/letters.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(() => company?.close())

/** What was said of something, in its order. */
const said = async (id: string): Promise<string[]> =>
  (
    await company.sql<{ name: string }>('select name from outbox_events where aggregate_id = $1 order by pos', [id])
  ).map((event) => event.name)
/** Every kind of fact since a moment, wherever it belongs. */
const saidSince = async (pos: bigint): Promise<string[]> =>
  (await company.sql<{ name: string }>('select distinct name from outbox_events where pos > $1 order by 1', [pos])).map(
    (event) => event.name,
  )
const now = async () => (await company.sql<{ pos: bigint }>('select max(pos) as pos from outbox_events'))[0]!.pos
const post = async (path: string, body: object = {}) => ok(await company.owner.post(path, body)).data
const read = async (path: string) => ok(await company.owner.get(path)).data

test('of a customer: the card, the stop list, the credit, the way out and back', async () => {
  const { id } = await cast.customer()
  const at = `/customers/${id}`
  ok(await company.owner.patch(at, { industry: 'Торговля' }))
  await post(`${at}/block`, { reason: 'долг' })
  await post(`${at}/unblock`)
  ok(await company.owner.put(`${at}/credit`, { creditLimit: 1000, reason: 'договор' }))
  ok(await company.owner.delete(at))
  await post(`${at}/restore`)
  expect(await said(id)).toEqual([
    'customer.created',
    'customer.updated',
    'customer.blocked',
    'customer.updated',
    'customer.credit.changed',
    'customer.deleted',
    'customer.restored',
  ])
})

test('of a deal: its card, its owner, its end; and the customer is counted again', async () => {
  const buyer = await cast.customer()
  const { id } = await cast.deal(buyer.id, [[(await cast.product('SERVICE', 'Замер')).id, 1]])
  const seller = await company.as('SALES_REP')
  const [employee] = await company.sql<{ id: string }>('select id from employees where user_id = $1', [seller.userId])
  expect(await said(employee!.id)).toEqual(['employee.onboarded'])
  ok(await company.owner.patch(`/deals/${id}`, { title: 'Другое имя' }))
  await post(`/deals/${id}/assign`, { assignedTo: employee!.id })
  ok(await company.owner.delete(`/deals/${id}`))
  expect(await said(id)).toEqual(['deal.created', 'deal.updated', 'deal.assigned', 'deal.deleted'])
  await company.settle()
  expect(await read(`/customers/${buyer.id}`)).toMatchObject({ dealCount: 0, openDealCount: 0 })
})

test('of a deal that goes to another customer, and of one that is brought back: both customers are counted again', async () => {
  const [first, second] = [await cast.customer(), await cast.customer()]
  const { id } = await cast.deal(first.id, [[(await cast.product('SERVICE', 'Замер')).id, 1]])
  const dealsOf = async ({ id }: { id: string }) => {
    await company.settle()
    const { dealCount, openDealCount } = await read(`/customers/${id}`)
    return [dealCount, openDealCount]
  }
  expect([await dealsOf(first), await dealsOf(second)]).toEqual([
    [1, 1],
    [0, 0],
  ])
  ok(await company.owner.patch(`/deals/${id}`, { customerId: second.id }))
  expect(await said(id)).toEqual(['deal.created', 'deal.updated', 'deal.customer.changed', 'deal.customer.changed'])
  expect([await dealsOf(first), await dealsOf(second)]).toEqual([
    [0, 0],
    [1, 1],
  ])
  ok(await company.owner.delete(`/deals/${id}`))
  expect(await dealsOf(second)).toEqual([0, 0])
  ok(await company.owner.post(`/deals/${id}/restore`))
  expect(await dealsOf(second)).toEqual([1, 1])
})

test('of an order that waits for its confirmation: its deal shows it already', async () => {
  const buyer = await cast.customer()
  const service = await cast.product('SERVICE', 'Замер')
  const deal = await cast.deal(buyer.id, [[service.id, 1]])
  ok(await company.owner.put('/settings/orders.autoConfirm', { value: false }))
  const { order } = await post(`/deals/${deal.id}/win`)
  ok(await company.owner.put('/settings/orders.autoConfirm', { value: true }))
  expect(order.status).toBe('PENDING')
  await company.settle()
  expect(await read(`/deals/${deal.id}`)).toMatchObject({ orderStatus: 'PENDING', orderedAmount: order.totalAmount })
})

test('of a product: its status and its end', async () => {
  const { id } = await cast.product('PRODUCT', 'Старый стол')
  ok(await company.owner.patch(`/products/${id}/status`, { status: 'INACTIVE' }))
  ok(await company.owner.delete(`/products/${id}`))
  expect(await said(id)).toEqual(
    expect.arrayContaining(['product.created', 'product.status.changed', 'product.deleted']),
  )
})

test('of a production: released, started, given up', async () => {
  const made = await cast.product('MANUFACTURED', 'Верстак')
  const won = await post(`/deals/${(await cast.deal((await cast.customer()).id, [[made.id, 2]])).id}/win`)
  const at = `/operations/production/production-orders/${won.productionOrderIds[0]}`
  await post(`${at}/release`)
  await post(`${at}/start`)
  await post(`${at}/cancel`, { reason: 'Брак' })
  expect(await said(won.productionOrderIds[0])).toEqual([
    'production.order.created',
    'production.order.released',
    'production.order.started',
    'production.order.cancelled',
  ])
})

test('of an order, from its shortage to its last tiyn', async () => {
  const goods = await cast.product('PRODUCT', 'Кресло')
  const licence = await cast.product('DIGITAL', 'Лицензия')
  const from = await now()
  const { order } = await post(
    `/deals/${
      (
        await cast.deal((await cast.customer()).id, [
          [goods.id, 2],
          [licence.id, 1],
        ])
      ).id
    }/win`,
  )
  const [line] = await company.sql<{ id: string }>(
    'select l.id from purchase_requisition_lines l join order_items i on i.id = l.order_item_id where i.order_id = $1',
    [order.id],
  )
  const [place] = await read('/operations/warehouse/warehouses')
  const supplier = await post('/operations/procurement/suppliers', { name: 'ТОО «Кресла»' })
  const arrived = { productId: goods.id, quantity: 2, unitCost: 5000, requisitionLineId: line!.id }
  await post('/operations/warehouse/goods-receipts', {
    warehouseId: place.id,
    supplierId: supplier.id,
    confirm: true,
    lines: [arrived],
  })
  await company.settle()
  for (const { id } of await read(`/operations/warehouse/picking-orders?orderId=${order.id}&status=DRAFT`))
    await post(`/operations/warehouse/picking-orders/${id}/complete`)
  await post(`/orders/${order.id}/ship`)
  const [delivery] = await read(`/operations/logistics/delivery-orders?orderId=${order.id}`)
  await post(`/operations/logistics/delivery-orders/${delivery.id}/fail`, { reason: 'NO_RECIPIENT', reschedule: true })
  await post(`/operations/logistics/delivery-orders/${delivery.id}/start`)
  await post(`/orders/${order.id}/deliver`)
  for (const amount of [10000, 20000]) await post(`/orders/${order.id}/payments`, { amount, method: 'KASPI' })
  await company.settle()
  expect(await read(`/orders/${order.id}`)).toMatchObject({ status: 'COMPLETED' })
  expect(await saidSince(from)).toEqual(
    expect.arrayContaining([
      'customer.metrics.updated',
      'delivery.completed',
      'delivery.failed',
      'delivery.started',
      'goods.receipt.confirmed',
      'invoice.created',
      'invoice.paid',
      'invoice.partially.paid',
      'notification.created',
      'order.backordered',
      'order.digital.delivered',
      'order.fulfillment.completed',
      'order.fulfillment.started',
      'order.ready',
      'payment.allocated',
      'purchase.requisition.created',
      'shipment.dispatched',
      'task.created',
    ]),
  )
  const tasks = await company.sql<{ status: string }>(
    `select status from tasks where order_id = $1 and source_key like 'delivery:%'`,
    [order.id],
  )
  expect(tasks, 'the task ends with the delivery').toEqual([{ status: 'DONE' }])
})

test('of an order that passes the credit limit: it is held, and its seller is told', async () => {
  const goods = await cast.product('PRODUCT', 'Сейф', { price: 100000 })
  await cast.stock(goods.id, 5)
  const seller = await company.as('SALES_REP')
  const [employee] = await company.sql<{ id: string }>('select id from employees where user_id = $1', [seller.userId])
  const buyer = await cast.customer({ creditLimit: 1000, creditPolicy: 'HOLD' })
  const { order } = await post(
    `/deals/${(await cast.deal(buyer.id, [[goods.id, 1]], { assignedTo: employee!.id })).id}/win`,
  )
  await company.settle()
  expect(await said(order.id)).toContain('order.held')
  expect(await said(buyer.id)).toContain('customer.credit.exceeded')
  const told = await company.sql<{ type: string }>(
    `select type from notifications where code = 'ORDER_HELD' and data->>'orderId' = $1 and user_id = $2`,
    [order.id, seller.userId],
  )
  expect(told).toEqual([{ type: 'WARNING' }])
})

test('of people: who registers, asks to join, is taken in or refused, gets another role, forgets the password, goes', async () => {
  const { anonymous, owner } = company
  const from = await now()
  const auth = (path: string) => `/api/v1/auth/${path}`
  const password = 'Дала-Жел-2031!'
  const [{ bin } = { bin: '' }] = await company.sql<{ bin: string }>('select bin from organizations where id = $1', [
    company.organizationId,
  ])
  for (const email of ['taken@dala.kz', 'refused@dala.kz']) {
    const person = { email, password, firstName: 'Данияр', lastName: 'Омаров' }
    const { signUpToken } = ok(await anonymous.post(auth('registration/pre-register'), person)).data
    const code = await codeFor(company.dataDir, email)
    const verified = ok(await anonymous.post(auth('registration/verify-email'), { email, code, signUpToken })).data
    const wish = { selectedRole: 'employee', employeeCompanyBin: bin, requestedPosition: 'Кладовщик' }
    ok(
      await anonymous.post(auth('registration/onboarding/complete'), {
        onboardingToken: verified.onboardingToken,
        ...wish,
      }),
    )
  }
  const [department] = await read('/departments')
  const pending: Array<{ id: string; email: string }> = await read('/employees/pending')
  const asked = (email: string) => pending.find((person) => person.email === email)!.id
  await post(`/employees/${asked('taken@dala.kz')}/approve`, { roleCode: 'WAREHOUSE', departmentId: department.id })
  await post(`/employees/${asked('refused@dala.kz')}/reject`, { reason: 'Нет места' })
  await anonymous.post(auth('forgot-password'), { email: 'taken@dala.kz' })
  const code = await codeFor(company.dataDir, 'taken@dala.kz', 4)
  const reset = { email: 'taken@dala.kz', code, newPassword: 'Новый-Ключ-88!' }
  ok(await anonymous.post(auth('reset-password'), reset))
  ok(await anonymous.post(auth('login'), { email: reset.email, password: reset.newPassword }))
  const members: Array<{ id: string; email: string }> = await read('/members')
  const { id } = members.find((member) => member.email === 'taken@dala.kz')!
  ok(await owner.put(`/members/${id}`, { roleCode: 'VIEWER' }))
  ok(await owner.delete(`/members/${id}`))
  expect(await saidSince(from)).toEqual(
    expect.arrayContaining([
      'employee.approved',
      'employee.deactivated',
      'employee.join.requested',
      'employee.rejected',
      'member.role.changed',
      'user.email.verified',
      'user.logged.in',
      'user.password.reset',
      'user.registered',
    ]),
  )
})
