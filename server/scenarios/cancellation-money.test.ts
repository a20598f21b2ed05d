import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancellationPayloads } from '@prometric/contracts/cancellation-events'
import { ok } from './support/cast.js'
import { cancelling } from './support/cancelling.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let act: ReturnType<typeof cancelling>

beforeAll(async () => {
  company = await openCompany()
  act = cancelling(company)
})
afterAll(() => company.close())

const pay = async (orderId: string, amount: number, more: Record<string, unknown> = {}) =>
  ok(await company.owner.post(`/orders/${orderId}/payments`, { amount, method: 'TRANSFER', ...more })).data
const refundsOf = async (orderId: string) => ok(await company.owner.get(`/finance/refunds?orderId=${orderId}`)).data
const refund = (orderId: string, body: Record<string, unknown>, client = company.owner) =>
  client.post(`/orders/${orderId}/refund`, { reason: 'Вернули', ...body })
const priced = { price: 1000, vatIncluded: true }

test('what was paid stays the customer’s advance, and pays his next order', async () => {
  const goods = await act.product('PRODUCT', 'Стол', priced)
  const { orderId, customerId } = await act.sell([[goods.id, 5]])
  await pay(orderId, 1500)
  await pay(orderId, 3500)
  await company.settle()
  const plan = await act.planOf(orderId)
  expect(act.effectsOn(plan, 'payment')).toEqual([
    { action: 'ADVANCE', quantity: null, amount: 1500 },
    { action: 'ADVANCE', quantity: null, amount: 3500 },
  ])
  ok(await act.cancel(orderId, { planHash: plan.planHash }))
  await act.sound()
  expect(await act.orderOf(orderId)).toMatchObject({ status: 'CANCELLED', paidAmount: 0, paymentStatus: 'PENDING' })
  expect(await act.moneyOf(customerId)).toEqual({ balance: -5000, ledger: -5000 })
  expect(await act.invoicesOf(orderId)).toMatchObject([
    { status: 'ISSUED', paid: 0, credited: 5000, due: 0 },
    { type: 'CREDIT_NOTE', total: 5000 },
  ])
  const kept = await company.sql(
    'select amount::int, reversed_at is not null as reversed from payment_allocations order by amount',
  )
  expect(kept).toEqual([
    { amount: 150000, reversed: true },
    { amount: 350000, reversed: true },
  ])

  const deal = await act.deal(customerId, [[goods.id, 2]])
  const next = (await act.win(deal.id)).order.id
  await act.sound()
  expect(await act.orderOf(next)).toMatchObject({ paymentStatus: 'PAID', paidAmount: 2000 })
  expect(await act.moneyOf(customerId)).toEqual({ balance: -3000, ledger: -3000 })
})

test('the money goes back when that is chosen: asked for with the order’s end, paid out afterwards', async () => {
  const goods = await act.product('PRODUCT', 'Шкаф', priced)
  const { orderId, customerId } = await act.sell([[goods.id, 3]])
  await pay(orderId, 1200, { method: 'KASPI' })
  await company.settle()
  const choices = { paidMoney: 'REFUND' }
  const shown = await act.planOf(orderId, { choices })
  expect(act.effectsOn(shown, 'payment')).toEqual([{ action: 'REFUND', quantity: null, amount: 1200 }])
  expect(shown.planHash).toBe((await act.planOf(orderId)).planHash)

  const seller = await company.as('ADMIN')
  await company.sql(`update workspace_members set denied_permissions = '{PAYMENTS_REFUND}' where user_id = $1`, [
    seller.userId,
  ])
  expect((await act.cancel(orderId, { choices }, await company.as('SALES_REP'))).status).toBe(404)

  ok(await act.cancel(orderId, { choices, planHash: shown.planHash }))
  expect(await refundsOf(orderId)).toMatchObject([{ status: 'APPROVED', amount: 1200, payoutId: null }])
  expect(await act.moneyOf(customerId)).toEqual({ balance: -1200, ledger: -1200 })
  await act.sound()
  expect(await refundsOf(orderId)).toMatchObject([
    { status: 'COMPLETED', amount: 1200, method: 'KASPI', payoutNumber: expect.stringMatching(/^PAY-/) },
  ])
  expect(await act.moneyOf(customerId)).toEqual({ balance: 0, ledger: 0 })
  expect(await act.orderOf(orderId)).toMatchObject({ status: 'CANCELLED', paidAmount: 0, paymentStatus: 'REFUNDED' })
  const payments = await company.sql(
    'select direction, status, amount::int, refunded_amount::int as refunded from payments where customer_id = $1 order by created_at',
    [customerId],
  )
  expect(payments).toEqual([
    { direction: 'INCOMING', status: 'REFUNDED', amount: 120000, refunded: 120000 },
    { direction: 'OUTGOING', status: 'COMPLETED', amount: 120000, refunded: 0 },
  ])
  const ledger = await company.sql(
    'select type, debit::int, credit::int, balance_after::int as after from customer_ledger_entries where party_id = $1 order by created_at, id',
    [customerId],
  )
  expect(ledger).toEqual([
    { type: 'INVOICE', debit: 300000, credit: 0, after: 300000 },
    { type: 'PAYMENT', debit: 0, credit: 120000, after: 180000 },
    { type: 'CREDIT_NOTE', debit: 0, credit: 300000, after: -120000 },
    { type: 'REFUND', debit: 120000, credit: 0, after: 0 },
  ])
  expect(await act.namesOf(orderId)).toEqual(
    expect.arrayContaining(['payment.refund.requested', 'payment.refunded', 'order.refunded']),
  )
})

test('one who may not refund cannot choose it', async () => {
  const goods = await act.product('PRODUCT', 'Пуф', priced)
  const { orderId } = await act.sell([[goods.id, 1]])
  await pay(orderId, 1000)
  const clerk = await company.as('ADMIN')
  await company.sql(`update workspace_members set denied_permissions = '{PAYMENTS_REFUND}' where user_id = $1`, [
    clerk.userId,
  ])
  const refused = await act.cancel(orderId, { choices: { paidMoney: 'REFUND' } }, clerk)
  expect([refused.status, refused.error.code]).toEqual([403, 'FORBIDDEN'])
  expect((await refund(orderId, { amount: 1 }, clerk)).status).toBe(403)
  ok(await act.cancel(orderId, {}, clerk))
  await act.sound()
})

test('a part of the money is freed with a part of the order, the newest payment first', async () => {
  const goods = await act.product('PRODUCT', 'Кресло', priced)
  const { orderId, customerId } = await act.sell([[goods.id, 10]])
  await pay(orderId, 4000)
  await pay(orderId, 6000)
  await company.settle()
  const item = await act.itemOf(orderId, goods.id)
  const plan = await act.planOf(orderId, { items: [{ itemId: item.id, quantity: 7 }] })
  expect(act.effectsOn(plan, 'payment')).toEqual([
    { action: 'ADVANCE', quantity: null, amount: 1000 },
    { action: 'ADVANCE', quantity: null, amount: 6000 },
  ])
  ok(await act.cancel(orderId, { items: [{ itemId: item.id, quantity: 7 }], planHash: plan.planHash }))
  await act.sound()
  expect(await act.orderOf(orderId)).toMatchObject({ totalAmount: 3000, paidAmount: 3000, paymentStatus: 'PAID' })
  expect(await act.invoicesOf(orderId)).toMatchObject([
    { status: 'PAID', paid: 3000, credited: 7000, due: 0 },
    { total: 7000 },
  ])
  expect(await act.moneyOf(customerId)).toEqual({ balance: -7000, ledger: -7000 })
  // The advance may still go back on behalf of the order that set it free, up to what is free.
  expect((await refund(orderId, { amount: 7000.01 })).error).toMatchObject({
    code: 'REFUND_EXCEEDS_PAYMENT',
    details: { maximum: '7000.00' },
  })
  const answered = ok(await refund(orderId, { amount: 6500 })).data.refunds
  expect(answered.map(({ amount, status }: { amount: number; status: string }) => [amount, status])).toEqual([
    [6000, 'COMPLETED'],
    [500, 'COMPLETED'],
  ])
  await act.sound()
  expect(await act.moneyOf(customerId)).toEqual({ balance: -500, ledger: -500 })
  expect(await act.orderOf(orderId)).toMatchObject({ paymentStatus: 'PAID', paidAmount: 3000 })
})

test('an invoice that was paid in part is paid in full by a credit note', async () => {
  const goods = await act.product('PRODUCT', 'Комод', priced)
  const { orderId } = await act.sell([[goods.id, 5]])
  await pay(orderId, 2000)
  const item = await act.itemOf(orderId, goods.id)
  ok(await act.cancel(orderId, { items: [{ itemId: item.id, quantity: 3 }] }))
  await act.sound()
  expect(await act.invoicesOf(orderId)).toMatchObject([{ status: 'PAID', paid: 2000, credited: 3000, due: 0 }, {}])
  expect(await act.orderOf(orderId)).toMatchObject({ paymentStatus: 'PAID' })
})

test('rates, discounts, prices with VAT and without, and the way: the credit is the invoice turned round', async () => {
  const company2 = company.owner
  const [withVat, withoutVat, free] = [
    await act.product('PRODUCT', 'С НДС', { price: 333.33, vatIncluded: true, vatRate: 12 }),
    await act.product('PRODUCT', 'Без', { price: 77.7777, unit: 'кг', vatIncluded: false, vatRate: 16 }),
    await act.product('PRODUCT', 'Льгота', { price: 10.01, vatExempt: true }),
  ]
  const buyer = await act.customer()
  const order = ok(
    await company2.post('/orders', {
      customerId: buyer.id,
      discount: 99.99,
      discountType: 'FIXED',
      shippingCost: 1500.5,
      items: [
        { productId: withVat.id, quantity: 3, discount: 7.5, discountType: 'PERCENTAGE' },
        { productId: withoutVat.id, quantity: 7.25 },
        { productId: free.id, quantity: 11 },
      ],
    }),
  ).data
  const item = async (id: string) => (await act.itemOf(order.id, id)).id as string
  for (const items of [
    [{ itemId: await item(withVat.id), quantity: 1 }],
    [
      { itemId: await item(withoutVat.id), quantity: 2.125 },
      { itemId: await item(free.id), quantity: 11 },
    ],
  ]) {
    const plan = await act.planOf(order.id, { items })
    ok(await act.cancel(order.id, { items, planHash: plan.planHash }))
    await act.sound()
  }
  expect(await act.orderOf(order.id)).toMatchObject({ shippingCost: 1500.5 })
  ok(await act.cancel(order.id))
  await act.sound()
  expect(await act.orderOf(order.id)).toMatchObject({
    status: 'CANCELLED',
    totalAmount: 0,
    taxAmount: 0,
    shippingCost: 0,
  })
  expect(await act.moneyOf(buyer.id)).toEqual({ balance: 0, ledger: 0 })
  const sums = (type: string) =>
    company.sql(
      `select i.vat_rate::float8 as rate, i.tax_category as category, sum(i.quantity)::float8 as quantity, sum(i.net_amount)::int as net, sum(i.tax_amount)::int as tax,
         sum(i.gross_amount - i.line_discount_amount - i.document_discount_share)::int as priced
       from invoices v join invoice_items i on i.invoice_id = v.id where v.order_id = $1 and v.type = $2 group by 1, 2 order by 1, 2`,
      [order.id, type],
    )
  expect(await sums('CREDIT_NOTE')).toEqual(await sums('STANDARD'))
  const [heads] = await company.sql(
    `select sum(case type when 'CREDIT_NOTE' then -tax_amount else tax_amount end)::int as tax, sum(case type when 'CREDIT_NOTE' then -shipping_cost else shipping_cost end)::int as way,
       sum(case type when 'CREDIT_NOTE' then -discount_amount else discount_amount end)::int as discount from invoices where order_id = $1`,
    [order.id],
  )
  expect(heads).toEqual({ tax: 0, way: 0, discount: 0 })
})

test('a refund above the limit waits for somebody else', async () => {
  const goods = await act.product('PRODUCT', 'Гарнитур', { price: 150000, vatIncluded: true })
  const { orderId, customerId } = await act.sell([[goods.id, 1]])
  await pay(orderId, 150000)
  const accountant = await company.as('ACCOUNTANT')
  ok(await act.cancel(orderId))
  const asked = ok(await refund(orderId, { amount: 150000 }, accountant)).data.refunds[0]
  expect(asked).toMatchObject({ status: 'REQUESTED', payoutId: null })
  expect((await refund(orderId, { amount: 1 }, accountant)).error.code).toBe('REFUND_EXCEEDS_PAYMENT')
  await act.sound()
  const approve = `/finance/refunds/${asked.id}/approve`
  expect((await accountant.post(approve)).error).toMatchObject({ details: { rule: 'SEPARATION_OF_DUTIES' } })
  expect(ok(await company.owner.post(approve)).data).toMatchObject({ status: 'COMPLETED' })
  expect((await company.owner.post(approve)).error.code).toBe('INVALID_TRANSITION')
  await act.sound()
  expect(await act.moneyOf(customerId)).toEqual({ balance: 0, ledger: 0 })
  expect((await company.other.get(`/finance/refunds?orderId=${orderId}`)).data).toEqual([])
})

test('money of another order that lies on this one’s invoice goes back to that order', async () => {
  const goods = await act.product('PRODUCT', 'Тахта', priced)
  const first = await act.sell([[goods.id, 2]])
  const second = await act.deal(first.customerId, [[goods.id, 3]])
  const secondId = (await act.win(second.id)).order.id as string
  // Paid for the second order and, by its payer's wish, laid on the first one's invoice too.
  const [invoice] = ok(await company.owner.get(`/finance/invoices?orderId=${first.orderId}`)).data
  ok(
    await company.owner.post('/finance/payments', {
      amount: 5000,
      method: 'CASH',
      orderId: secondId,
      allocations: [{ invoiceId: invoice.id, amount: 2000 }],
    }),
  )
  await act.sound()
  ok(await act.cancel(first.orderId))
  await act.sound()
  expect(await act.orderOf(first.orderId)).toMatchObject({ paidAmount: 0 })
  expect(await act.orderOf(secondId)).toMatchObject({ paidAmount: 5000, paymentStatus: 'OVERPAID' })
})

test('twenty refunds at once give back what is free, and no more', async () => {
  const goods = await act.product('PRODUCT', 'Ширма', priced)
  const { orderId, customerId } = await act.sell([[goods.id, 1]])
  await pay(orderId, 1000)
  ok(await act.cancel(orderId))
  const answers = await Promise.all(Array.from({ length: 20 }, () => refund(orderId, { amount: 150 })))
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(6)
  await act.sound()
  expect(await act.moneyOf(customerId)).toEqual({ balance: -100, ledger: -100 })
})

test('everything that was said keeps to its contract', async () => {
  const events = await company.sql<{ name: string; payload: unknown }>(
    'select name, payload from outbox_events where workspace_id = $1 and name = any($2::text[])',
    [company.workspaceId, Object.keys(cancellationPayloads)],
  )
  expect(new Set(events.map(({ name }) => name)).size).toBeGreaterThan(5)
  for (const { name, payload } of events) {
    const kept = cancellationPayloads[name as keyof typeof cancellationPayloads].safeParse(payload)
    expect(kept.error?.issues ?? [], name).toEqual([])
  }
})
