import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../src/invariants/broken-invariants.js'
import type { Answer } from './support/client.js'
import { castOf, ok } from './support/cast.js'
import { type Company, openCompany } from './support/company.js'
import { digest } from './support/digest.js'

let company: Company
let cast: ReturnType<typeof castOf>

beforeAll(async () => {
  company = await openCompany()
  cast = castOf(company)
})
afterAll(async () => {
  await company.settle()
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])
  await company.close()
})

const orderOf = async (id: string) => ok(await company.owner.get(`/orders/${id}?include=items,history,holds`)).data
const invoicesOf = (id: string) =>
  company.sql(
    `select type, status, total_amount::int as total from invoices where order_id = $1 and status <> 'CANCELLED' order by type desc, created_at`,
    [id],
  )
async function refused(act: () => Promise<Answer>, code: string): Promise<void> {
  await company.settle()
  const before = await digest(company)
  const answer = await act()
  expect([answer.status, answer.error?.code]).toEqual([422, code])
  expect(await digest(company)).toEqual(before)
}

test('more of a confirmed line is a new line on the same terms, reserved, supplied, picked and invoiced beside the first', async () => {
  const goods = await cast.product('PRODUCT', 'Стеллаж', { price: 1000, vatIncluded: false })
  await cast.stock(goods.id, 12)
  const buyer = await cast.customer()
  const deal = await cast.deal(buyer.id, [[goods.id, 10, { discount: 10 }]])
  const { order } = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
  const [line] = (await orderOf(order.id)).items
  expect(await invoicesOf(order.id)).toEqual([{ type: 'STANDARD', status: 'ISSUED', total: 1008000 }])

  const grown = ok(await company.owner.put(`/orders/${order.id}/items/${line.id}`, { quantity: 15 })).data
  expect(grown.items).toHaveLength(2)
  expect(grown.items[0]).toMatchObject({ quantity: 10, quantityReserved: 10 })
  expect(grown.items[1]).toMatchObject({
    lineNo: 2,
    quantity: 5,
    netAmount: 4500,
    quantityReserved: 2,
    quantityInvoiced: 5,
  })
  expect(grown.items[1].allocations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'STOCK', quantity: 2 }),
      expect.objectContaining({ kind: 'PURCHASE', quantity: 3 }),
    ]),
  )
  expect(grown).toMatchObject({ subtotal: 13500, totalAmount: 15120, invoicedAmount: 15120 })
  expect(await invoicesOf(order.id)).toEqual([
    { type: 'STANDARD', status: 'ISSUED', total: 1008000 },
    { type: 'DEBIT_NOTE', status: 'ISSUED', total: 504000 },
  ])
  const [customer] = await company.sql('select balance::int from customers where id = $1', [buyer.id])
  expect(customer).toEqual({ balance: 1512000 })
  await company.settle()
  expect(await brokenInvariants((text) => company.sql(text))).toEqual([])

  // The rest of its life is that of any order.
  await cast.stock(goods.id, 3)
  await company.settle()
  for (const { id } of await company.sql<{ id: string }>(
    `select id from picking_orders where order_id = $1 and status <> 'COMPLETED'`,
    [order.id],
  ))
    ok(await company.owner.post(`/operations/warehouse/picking-orders/${id}/complete`, {}))
  expect((await orderOf(order.id)).status).toBe('READY')
  ok(await company.owner.post(`/orders/${order.id}/ship`, {}))
  ok(await company.owner.post(`/orders/${order.id}/deliver`, {}))
  ok(await company.owner.post(`/orders/${order.id}/payments`, { amount: 15120, method: 'TRANSFER' }))
  await company.settle()
  expect(await orderOf(order.id)).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PAID' })
})

test('an order that stands ready goes back to work for what was added', async () => {
  const goods = await cast.product('PRODUCT', 'Табурет')
  await cast.stock(goods.id, 5)
  const order = ok(
    await company.owner.post('/orders', {
      customerId: (await cast.customer()).id,
      items: [{ productId: goods.id, quantity: 2 }],
    }),
  ).data
  const [picking] = await company.sql<{ id: string }>('select id from picking_orders where order_id = $1', [order.id])
  ok(await company.owner.post(`/operations/warehouse/picking-orders/${picking!.id}/complete`, {}))
  expect((await orderOf(order.id)).status).toBe('READY')
  const grown = ok(await company.owner.put(`/orders/${order.id}/items/${order.items[0].id}`, { quantity: 4 })).data
  expect(grown).toMatchObject({ status: 'PROCESSING', totalAmount: 40000, invoicedAmount: 40000 })
})

test('nothing else can be changed, and what a gate would hold is refused and leaves no trace', async () => {
  const goods = await cast.product('PRODUCT', 'Полка', { price: 1000, vatIncluded: true })
  await cast.stock(goods.id, 50)
  const buyer = await cast.customer({ creditLimit: 5000, creditPolicy: 'HOLD' })
  const order = ok(
    await company.owner.post('/orders', { customerId: buyer.id, items: [{ productId: goods.id, quantity: 3 }] }),
  ).data
  const path = `/orders/${order.id}/items/${order.items[0].id}`
  const { owner } = company
  await refused(() => owner.put(path, { quantity: 2 }), 'ORDER_LOCKED')
  await refused(() => owner.put(path, { quantity: 4, discount: 50 }), 'ORDER_LOCKED')
  await refused(() => owner.put(path, { unitPrice: 1 }), 'ORDER_LOCKED')
  await refused(() => owner.delete(path), 'ORDER_LOCKED')
  await refused(() => owner.put(path, { quantity: 6 }), 'CREDIT_LIMIT_EXCEEDED')
  expect(ok(await owner.put(path, { quantity: 3 })).data.items).toHaveLength(1)
  expect(ok(await owner.put(path, { quantity: 5 })).data).toMatchObject({ totalAmount: 5000 })

  const prepaying = await cast.customer({ paymentTerms: 'PREPAYMENT' })
  const prepaid = ok(
    await owner.post('/orders', { customerId: prepaying.id, items: [{ productId: goods.id, quantity: 1 }] }),
  ).data
  ok(await owner.post(`/orders/${prepaid.id}/payments`, { amount: 1000, method: 'CARD' }))
  await company.settle()
  expect(await orderOf(prepaid.id)).toMatchObject({ status: 'PROCESSING', paymentStatus: 'PAID' })
  await refused(() => owner.put(`/orders/${prepaid.id}/items/${prepaid.items[0].id}`, { quantity: 2 }), 'ORDER_LOCKED')
})

test('an order sent back to its draft, or cancelled while it waits for money, keeps no stock and asks for none', async () => {
  const goods = await cast.product('PRODUCT', 'Сейф')
  await cast.stock(goods.id, 9)
  const place = async () =>
    ok(
      await company.owner.post('/orders', {
        customerId: (await cast.customer({ paymentTerms: 'PREPAYMENT' })).id,
        items: [{ productId: goods.id, quantity: 4 }],
      }),
    ).data
  const standing = async (id: string) => {
    const [row] = await company.sql(
      `select (select count(*)::int from stock_reservations where order_id = $1 and status = 'ACTIVE') as kept,
         (select count(*)::int from invoices where order_id = $1 and status <> 'CANCELLED') as proformas`,
      [id],
    )
    return row
  }
  const [returned, ended] = [await place(), await place()]
  expect(await standing(returned.id)).toEqual({ kept: 1, proformas: 1 })
  const rejected = ok(
    await company.owner.post(`/orders/${returned.id}/reject`, { reason: 'Уточнить состав', returnToDraft: true }),
  ).data
  expect(rejected).toMatchObject({ status: 'DRAFT', openHolds: [] })
  expect(await standing(returned.id)).toEqual({ kept: 0, proformas: 0 })

  expect((await company.owner.patch(`/orders/${ended.id}/status`, { status: 'CANCELLED' })).status).toBe(400)
  const cancelled = ok(
    await company.owner.patch(`/orders/${ended.id}/status`, { status: 'CANCELLED', reason: 'Передумал' }),
  ).data
  expect(cancelled).toMatchObject({ status: 'CANCELLED', openHolds: [] })
  expect(await standing(ended.id)).toEqual({ kept: 0, proformas: 0 })

  // Submitted again it waits for its money again.
  expect(ok(await company.owner.post(`/orders/${returned.id}/submit`)).data).toMatchObject({ status: 'ON_HOLD' })
  expect(await standing(returned.id)).toEqual({ kept: 1, proformas: 1 })
})
