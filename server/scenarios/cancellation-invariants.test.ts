import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import { ok } from './support/cast.js'
import { cancelling } from './support/cancelling.js'
import { type Company, openCompany } from './support/company.js'

let company: Company

/** One order cancelled with all that it had, one bundle cancelled in part, and money that went back. */
beforeAll(async () => {
  company = await openCompany()
  const act = cancelling(company)
  const goods = await act.product('PRODUCT', 'Полка', { price: 1000 })
  const made = await act.product('MANUFACTURED', 'Стол')
  const bundle = await act.product('BUNDLE', 'Набор', { bundleItems: [{ componentId: goods.id, quantity: 2 }] })
  await act.stock(goods.id, 9)
  const gone = await act.sell([
    [goods.id, 4],
    [made.id, 1],
  ])
  ok(await company.owner.post(`/orders/${gone.orderId}/payments`, { amount: 1000, method: 'CASH' }))
  ok(await act.cancel(gone.orderId, { choices: { paidMoney: 'REFUND' } }))
  const smaller = await act.sell([[bundle.id, 4]])
  const set = await act.itemOf(smaller.orderId, bundle.id)
  ok(await act.cancel(smaller.orderId, { items: [{ itemId: set.id, quantity: 1 }] }))
  await act.sound()
})
afterAll(() => company.close())

const one = (table: string, where: string) => `id = (select id from ${table} where ${where} order by id limit 1)`
const change = (table: string, column: string, by: string, where: string): readonly [string, string] => [
  `update ${table} set ${column} = ${column} + ${by} where ${one(table, where)}`,
  `update ${table} set ${column} = ${column} - ${by} where ${one(table, where)}`,
]
const become = (table: string, column: string, to: string, from: string): readonly [string, string] => [
  `update ${table} set ${column} = '${to}' where ${one(table, `${column} = '${from}'`)}`,
  `update ${table} set ${column} = '${from}' where ${column} = '${to}'`,
]

test.each<readonly [invariant: string, harm: string, mend: string]>([
  ['order.cancelled-through', ...become('picking_orders', 'status', 'IN_PROGRESS', 'CANCELLED')],
  ['order.cancelled-through', ...become('delivery_orders', 'status', 'LOADING', 'CANCELLED')],
  ['order.cancelled-through', ...become('production_orders', 'status', 'SCHEDULED', 'CANCELLED')],
  ['order-line.cancelled-when-nothing-is-left', ...become('order_items', 'status', 'SHIPPED', 'CANCELLED')],
  [
    'bundle.parts-are-cancelled-with-it',
    ...change('order_items', 'quantity_cancelled', '-1', `product_type = 'BUNDLE'`),
  ],
  ['order.cancelled-amount-is-its-cancellations', ...change('orders', 'cancelled_amount', '1', 'cancelled_amount > 0')],
  [
    'invoice.credited-is-its-credit-notes',
    ...change('invoices', 'credited_amount', '-1', `type = 'STANDARD' and credited_amount > 1`),
  ],
  ['credit-note.takes-back-its-original', ...change('invoice_items', 'vat_rate', '1', 'original_item_id is not null')],
  ['order.invoiced-is-its-invoices', ...change('orders', 'invoiced_amount', '1', `status = 'CANCELLED'`)],
  ['refund.left-the-house-once', ...change('refunds', 'amount', '1', `status = 'COMPLETED'`)],
  ['payment.refunded-is-its-refunds', ...change('payments', 'refunded_amount', '-1', 'refunded_amount > 0')],
  ['order.refunded-is-its-refunds', ...change('orders', 'refunded_amount', '1', `status = 'CANCELLED'`)],
  ['document.said-order.cancelled', ...become('outbox_events', 'name', 'order.forgotten', 'order.cancelled')],
  ['document.said-credit.note.issued', ...become('outbox_events', 'name', 'credit.note.lost', 'credit.note.issued')],
])('%s is seen when it is broken, and only then', async (invariant, harm, mend) => {
  await company.sql(harm)
  const broken = await brokenInvariants(company.sql)
  await company.sql(mend)
  expect(broken.map((row) => row.invariant)).toContain(invariant)
  expect(await brokenInvariants(company.sql)).toEqual([])
})
