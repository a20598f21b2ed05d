import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/kernel/ids.js'
import { type Company, openCompany } from './support/company.js'
import { tradeOf } from './support/trade.js'

let company: Company
let trade: ReturnType<typeof tradeOf>
let productId: string

beforeAll(async () => {
  company = await openCompany()
  trade = tradeOf(company)
  productId = await trade.product({ productType: 'SERVICE', price: 100, vatRate: 0 })
})
afterAll(() => company?.close())

/** An order of so many hundreds of tenge, invoiced at its confirmation. */
const billed = async (customerId: string, hundreds: number) => {
  const order = await trade.order({ customerId, items: [{ productId, quantity: hundreds }] })
  const [invoice] = (await company.owner.get(`/finance/invoices?orderId=${order.id}`)).data
  return { orderId: order.id as string, invoice, total: order.totalAmount as number }
}
const pay = (body: Record<string, unknown>) => company.owner.post('/finance/payments', { method: 'TRANSFER', ...body })
const invoiceOf = async (id: string) => (await company.owner.get(`/finance/invoices/${id}?include=items,payments`)).data

test('an invoice is issued, paid in two parts, and the ledger agrees with the balance', async () => {
  const customerId = await trade.customer()
  const { orderId, invoice, total } = await billed(customerId, 5)
  expect(invoice).toMatchObject({
    status: 'ISSUED',
    invoiceNumber: expect.stringMatching(/^INV-/),
    balanceDue: total,
    isOverdue: false,
    daysOverdue: 0,
  })
  expect((await pay({ orderId, amount: 200 })).data).toMatchObject({
    paymentNumber: expect.stringMatching(/^PAY-\d{4}-\d{6}$/),
    allocatedAmount: 200,
    customerId,
  })
  expect(await invoiceOf(invoice.id)).toMatchObject({
    status: 'PARTIAL',
    paidAmount: 200,
    balanceDue: total - 200,
    payments: [{ amount: 200 }],
  })
  expect(await trade.card(orderId)).toMatchObject({ paymentStatus: 'PARTIAL', paidAmount: 200 })
  expect((await pay({ invoiceId: invoice.id, amount: total })).error).toMatchObject({
    code: 'OVERPAYMENT_CONFIRM',
    details: { excess: '200.00' },
  })
  expect((await pay({ invoiceId: invoice.id, amount: total - 200 })).status).toBe(201)
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'PAID', balanceDue: 0 })
  expect(await trade.card(orderId)).toMatchObject({ paymentStatus: 'PAID', paidAmount: total })
  expect(await trade.balance(customerId)).toEqual({ balance: 0n, ledger: 0n })
  expect((await pay({ allocations: [{ invoiceId: invoice.id, amount: 1 }], amount: 1 })).error.code).toBe(
    'ALREADY_PAID',
  )
})

test('money without an address goes to the oldest debts, and the rest is an advance when that is wanted', async () => {
  const customerId = await trade.customer()
  const first = await billed(customerId, 1)
  const second = await billed(customerId, 1)
  const amount = first.total + second.total + 70
  expect((await pay({ customerId, amount })).error).toMatchObject({
    code: 'OVERPAYMENT_CONFIRM',
    details: { excess: '70.00' },
  })
  const paid = await pay({ customerId, amount, acceptAdvance: true })
  expect(paid.data).toMatchObject({ unallocatedAmount: 70 })
  expect(paid.data.allocations.map((one: { invoiceId: string }) => one.invoiceId)).toEqual(
    expect.arrayContaining([first.invoice.id, second.invoice.id]),
  )
  expect(await trade.balance(customerId)).toEqual({ balance: -7_000n, ledger: -7_000n })
  expect((await company.owner.get(`/finance/payments?customerId=${customerId}&unallocated=true`)).data).toHaveLength(1)
  await company.settle()
  expect((await trade.events('order.payment.received')).length).toBeGreaterThanOrEqual(2)
})

test('one provider tells of one payment once', async () => {
  const customerId = await trade.customer()
  const { orderId, total } = await billed(customerId, 2)
  const told = { orderId, amount: total, method: 'KASPI', gateway: 'kaspi', externalId: 'txn-1' }
  const first = await pay(told)
  const again = await pay(told)
  expect([again.status, again.data.id]).toEqual([201, first.data.id])
  for (const other of [{ amount: 1 }, { method: 'CASH' }]) {
    const refused = await pay({ ...told, ...other })
    expect([refused.status, refused.error.code, refused.error.details.paymentId]).toEqual([
      409,
      'DUPLICATE',
      first.data.id,
    ])
  }
  expect(await trade.balance(customerId)).toEqual({ balance: 0n, ledger: 0n })
})

test('money must be somebody’s, and one person’s', async () => {
  const mine = await billed(await trade.customer(), 1)
  const stranger = await trade.customer()
  expect((await pay({ amount: 10 })).error.code).toBe('VALIDATION_FAILED')
  expect((await pay({ amount: 10, customerId: stranger, orderId: mine.orderId })).error.code).toBe('VALIDATION_FAILED')
  expect((await pay({ amount: 10, allocations: [{ invoiceId: mine.invoice.id, amount: 20 }] })).error.code).toBe(
    'OVER_ALLOCATION',
  )
  expect((await company.other.get(`/finance/invoices/${mine.invoice.id}`)).status).toBe(404)
})

test('twelve payments at once are all counted, and their numbers have no gap', async () => {
  const customerId = await trade.customer()
  const { orderId, invoice } = await billed(customerId, 12)
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      company.owner.post(`/orders/${orderId}/payments`, { amount: 100, method: 'CASH' }),
    ),
  )
  expect(answers.map((answer) => answer.status)).toEqual(Array(12).fill(201))
  expect(await invoiceOf(invoice.id)).toMatchObject({ paidAmount: 1200 })
  expect(await trade.card(orderId)).toMatchObject({ paidAmount: 1200 })
  const { balance, ledger } = await trade.balance(customerId)
  expect(balance).toBe(ledger)
  const numbers = (
    await company.sql<{ payment_number: string }>(
      'select payment_number from payments where workspace_id = $1 order by payment_number',
      [company.workspaceId],
    )
  ).map((row) => Number(row.payment_number.slice(-6)))
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

test('an order is paid in advance: the proforma stays, the order goes on', async () => {
  const customerId = await trade.customer({ paymentTerms: 'PREPAYMENT' })
  const order = await trade.order({ customerId, items: [{ productId, quantity: 3 }] })
  expect(order).toMatchObject({ status: 'ON_HOLD', openHolds: ['AWAITING_PREPAYMENT'] })
  const paid = await company.owner.post(`/orders/${order.id}/payments`, { amount: order.totalAmount, method: 'CARD' })
  expect(paid.data).toMatchObject({ allocatedAmount: 0, unallocatedAmount: order.totalAmount })
  await company.settle()
  const card = await trade.card(order.id)
  expect(card).toMatchObject({ paymentStatus: 'PAID', openHolds: [] })
  expect(['CONFIRMED', 'PROCESSING']).toContain(card.status)
  const invoices = (await company.owner.get(`/finance/invoices?orderId=${order.id}&type=STANDARD`)).data
  expect(invoices).toMatchObject([{ status: 'PAID', balanceDue: 0 }])
  expect(await trade.balance(customerId)).toEqual({ balance: 0n, ledger: 0n })
})

test('a draft becomes a legal document once: number, dates, parties, and the debt', async () => {
  const customerId = await trade.customer({ paymentTerms: 'NET_15' })
  const id = newId()
  await company.sql(
    `insert into invoices (organization_id, workspace_id, id, type, customer_id, subtotal, tax_amount, total_amount, payment_terms) values ($1, $2, $3, 'DEBIT_NOTE', $4, 10000, 1200, 11200, 'NET_15')`,
    [company.organizationId, company.workspaceId, id, customerId],
  )
  const [first, second] = await Promise.all(
    [1, 2].map(() => company.owner.post(`/finance/invoices/${id}/issue`, { issueDate: '2026-01-31' })),
  )
  expect([first!.status, second!.status].toSorted()).toEqual([200, 422])
  expect(await invoiceOf(id)).toMatchObject({
    status: 'ISSUED',
    invoiceNumber: expect.stringMatching(/^DN-/),
    issueDate: '2026-01-31',
    dueDate: '2026-02-15',
    balanceDue: 112,
    buyerSnapshot: { name: expect.any(String) },
  })
  expect(await trade.balance(customerId)).toEqual({ balance: 11_200n, ledger: 11_200n })
  expect((await company.owner.get(`/finance/invoices?customerId=${customerId}&status=OVERDUE`)).data.length).toBe(
    (await invoiceOf(id)).isOverdue ? 1 : 0,
  )
})
