import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'
import { tradeOf } from './support/trade.js'

let company: Company
let cast: ReturnType<typeof castOf>
let trade: ReturnType<typeof tradeOf>
let service: string
beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
  trade = tradeOf(company)
  service = await trade.product({ productType: 'SERVICE', price: 100, vatRate: 0 })
})
afterAll(() => company.close())

const advance = async (customerId: string, amount: number, paymentDate?: string) =>
  ok(
    await company.owner.post('/finance/payments', {
      customerId,
      amount,
      method: 'TRANSFER',
      acceptAdvance: true,
      paymentDate,
    }),
  ).data
const win = async (customerId: string, hundreds: number) => {
  const deal = await cast.deal(customerId, [[service, hundreds]])
  return ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
}
const invoiceOf = async (id: string) => ok(await company.owner.get(`/finance/invoices/${id}?include=payments`)).data
const said = async (aggregateId: string) =>
  (
    await company.sql<{ name: string }>('select name from outbox_events where aggregate_id = $1 order by pos', [
      aggregateId,
    ])
  ).map((event) => event.name)

test('a new invoice takes the free money of its customer, the oldest first, and says that it is paid', async () => {
  const customerId = await trade.customer()
  const younger = await advance(customerId, 300, '2026-11-02')
  const older = await advance(customerId, 200, '2026-11-01')
  const won = await win(customerId, 4)
  expect(won.invoice).toMatchObject({ status: 'PAID', totalAmount: 400 })
  const invoice = await invoiceOf(won.invoice.id)
  expect(invoice).toMatchObject({ status: 'PAID', paidAmount: 400, balanceDue: 0 })
  expect(invoice.payments.map((one: Record<string, unknown>) => [one.paymentNumber, one.amount])).toEqual(
    expect.arrayContaining([
      [older.paymentNumber, 200],
      [younger.paymentNumber, 200],
    ]),
  )
  expect(await said(won.invoice.id)).toEqual(['invoice.created', 'invoice.issued', 'invoice.paid'])
  expect(await said(older.id)).toContain('payment.allocated')
  expect(await trade.card(won.order.id)).toMatchObject({ paymentStatus: 'PAID', paidAmount: 400 })
  expect(await said(won.order.id)).toContain('order.payment.received')
  expect((await company.owner.get(`/finance/payments/${younger.id}`)).data).toMatchObject({ unallocatedAmount: 100 })
  expect(await trade.balance(customerId)).toEqual({ balance: -10_000n, ledger: -10_000n })

  const next = await win(customerId, 3)
  expect(next.invoice).toMatchObject({ status: 'PARTIAL' })
  expect(await invoiceOf(next.invoice.id)).toMatchObject({ paidAmount: 100, balanceDue: 200 })
  expect(await said(next.invoice.id)).toEqual(['invoice.created', 'invoice.issued', 'invoice.partially.paid'])
  await company.settle()
  expect((await company.owner.get(`/deals/${next.deal.id}`)).data).toMatchObject({ paidAmount: 100 })
})

test('what was paid for the order itself comes first, and its invoice is announced as paid', async () => {
  const customerId = await trade.customer({ paymentTerms: 'PREPAYMENT' })
  await advance(customerId, 50)
  const order = await trade.order({ customerId, items: [{ productId: service, quantity: 2 }] })
  expect(order).toMatchObject({ status: 'ON_HOLD', paidAmount: 0 })
  const own = ok(await company.owner.post(`/orders/${order.id}/payments`, { amount: 200, method: 'TRANSFER' })).data
  await company.settle()
  const [invoice] = ok(await company.owner.get(`/finance/invoices?orderId=${order.id}&type=STANDARD`)).data
  expect(invoice).toMatchObject({ status: 'PAID', paidAmount: 200 })
  expect(await said(invoice.id)).toEqual(['invoice.created', 'invoice.issued', 'invoice.paid'])
  expect((await invoiceOf(invoice.id)).payments.map((one: { paymentNumber: string }) => one.paymentNumber)).toEqual([
    own.paymentNumber,
  ])
  expect(await trade.balance(customerId)).toEqual({ balance: -5_000n, ledger: -5_000n })
})

test('two wins at once do not spend the same advance twice', async () => {
  const customerId = await trade.customer()
  await advance(customerId, 500)
  const won = await Promise.all([win(customerId, 4), win(customerId, 4)])
  const invoices = await Promise.all(won.map((one) => invoiceOf(one.invoice.id)))
  expect(invoices.map((invoice) => invoice.paidAmount).toSorted((a, b) => a - b)).toEqual([100, 400])
  expect(await trade.balance(customerId)).toEqual({ balance: 30_000n, ledger: 30_000n })
})

test('by the setting the money waits for a person', async () => {
  const customerId = await trade.customer()
  await advance(customerId, 100)
  ok(await company.owner.put('/settings/finance.applyAdvances', { value: false }))
  expect((await win(customerId, 1)).invoice.status).toBe('ISSUED')
  ok(await company.owner.put('/settings/finance.applyAdvances', { value: true }))
})

test('a win costs the same statements whether its customer has other money lying or not', async () => {
  const statementsOf = async (customerId: string) => {
    let most = 0
    const heard = company.database.onCommitted
    company.database.onCommitted = (work) => {
      most = Math.max(most, work.statements)
      heard(work)
    }
    try {
      await win(customerId, 1)
    } finally {
      company.database.onCommitted = heard
    }
    return most
  }
  const without = await statementsOf(await trade.customer())
  const customerId = await trade.customer()
  ok(await company.owner.put('/settings/finance.applyAdvances', { value: false }))
  await advance(customerId, 1000)
  expect(await statementsOf(customerId)).toBe(without)
  ok(await company.owner.put('/settings/finance.applyAdvances', { value: true }))
  expect(without).toBeLessThanOrEqual(17)
})

test('the books are whole', async () => {
  await company.settle()
  expect(await brokenInvariants(company.sql)).toEqual([])
})
