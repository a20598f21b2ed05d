import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from './support/client.js'
import { ok } from './support/cast.js'
import { cancelling } from './support/cancelling.js'
import { type Company, openCompany } from './support/company.js'
import { digest } from './support/digest.js'

let company: Company
let act: ReturnType<typeof cancelling>

beforeAll(async () => {
  company = await openCompany()
  act = cancelling(company)
})
afterAll(() => company.close())

/** What is refused leaves every row of every business table as it was. */
async function refuses(ask: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  await company.settle()
  const before = await digest(company)
  const answer = await ask()
  expect({ status: answer.status, code: answer.error?.code }).toEqual({ status, code })
  expect(await digest(company)).toEqual(before)
  return answer
}

test('a preview writes nothing, and says the same to everybody in their own language', async () => {
  const goods = await act.product('PRODUCT', 'Полка')
  await act.stock(goods.id, 3)
  const { orderId } = await act.sell([[goods.id, 2]])
  await act.pick(orderId)
  await company.settle()
  const before = await digest(company)
  const said = await Promise.all(
    ['ru', 'kk', 'en'].map((language) =>
      company.owner.post(`/orders/${orderId}/cancel/preview`, {}, { 'accept-language': language }),
    ),
  )
  expect(await digest(company)).toEqual(before)
  expect(new Set(said.map((answer) => ok(answer).data.planHash)).size).toBe(1)
  expect(said.map((answer) => answer.data.warnings[0].message)).toEqual([
    'Товар уже собран: складу придётся вернуть его на место.',
    'Тауар жиналып қойған: қойма оны орнына қайтаруы керек.',
    'Goods are picked already: the warehouse has to put them back.',
  ])
})

test('a plan that is not the plan any more is refused with the new one, and nothing moves', async () => {
  const goods = await act.product('PRODUCT', 'Стул')
  await act.stock(goods.id, 5)
  const { orderId } = await act.sell([[goods.id, 4]])
  const seen = await act.planOf(orderId)
  await act.pick(orderId)
  const refused = await refuses(() => act.cancel(orderId, { planHash: seen.planHash }), 409, 'PLAN_CHANGED')
  const { plan } = refused.error.details
  expect(plan.warnings).toMatchObject([{ code: 'GOODS_ARE_PICKED' }])
  expect(plan).toEqual(await act.planOf(orderId))
  await refuses(() => act.cancel(orderId, { planHash: 'f'.repeat(64) }), 409, 'PLAN_CHANGED')
  ok(await act.cancel(orderId, { planHash: plan.planHash }))
  await act.sound()
  expect(ok(await company.owner.get(`/orders/${orderId}?include=cancellations`)).data).toMatchObject({
    status: 'CANCELLED',
    cancelledAmount: 40000,
    cancelReason: 'Клиент передумал',
    cancellations: [{ whole: true, amount: 40000, choices: { paidMoney: 'ADVANCE' } }],
  })
  const [kept] = await company.sql<{ plan_hash: string; effects: Array<{ action: string; quantity: number | null }> }>(
    'select plan_hash, effects from order_cancellations where order_id = $1',
    [orderId],
  )
  expect(kept!.plan_hash).toBe(plan.planHash)
  expect(kept!.effects.map(({ action, quantity }) => ({ action, quantity }))).toEqual(
    plan.effects.map(({ action, quantity }: { action: string; quantity: number | null }) => ({ action, quantity })),
  )
})

test('what is not there, said wrongly, a part of a bundle, or more than there is', async () => {
  const shelf = await act.product('PRODUCT', 'Полка')
  const bundle = await act.product('BUNDLE', 'Набор', { bundleItems: [{ componentId: shelf.id, quantity: 2 }] })
  const { orderId } = await act.sell([
    [shelf.id, 3],
    [bundle.id, 1],
  ])
  const items = (await act.orderOf(orderId)).items as Array<{
    id: string
    parentItemId: string | null
    productType: string
  }>
  const line = items.find((item) => item.parentItemId === null && item.productType === 'PRODUCT')!.id
  const part = items.find((item) => item.parentItemId !== null)!.id
  const cancel = (body: Record<string, unknown>) => () => act.cancel(orderId, body)
  await refuses(cancel({ items: [{ itemId: orderId, quantity: 1 }] }), 404, 'NOT_FOUND')
  await refuses(cancel({ items: [{ itemId: part, quantity: 1 }] }), 422, 'BUSINESS_RULE')
  await refuses(cancel({ items: [{ itemId: line, quantity: 3.000001 }] }), 422, 'BUSINESS_RULE')
  const twice = { itemId: line, quantity: 1 }
  await refuses(cancel({ items: [twice, twice] }), 400, 'VALIDATION_FAILED')
  await refuses(cancel({ items: [{ itemId: line, quantity: 0 }] }), 400, 'VALIDATION_FAILED')
  await refuses(cancel({ items: [] }), 400, 'VALIDATION_FAILED')
  await refuses(cancel({ reason: ' ' }), 400, 'VALIDATION_FAILED')
  await refuses(cancel({ choices: { paidMoney: 'KEEP' } }), 400, 'VALIDATION_FAILED')
  await refuses(cancel({ choices: { surprise: 'ADVANCE' } }), 400, 'VALIDATION_FAILED')
  await refuses(cancel({ planHash: 'short' }), 400, 'VALIDATION_FAILED')
  await refuses(() => company.owner.post(`/orders/${line}/cancel`, { reason: 'x' }), 404, 'NOT_FOUND')
  await refuses(
    () => company.other.post(`/api/v1/workspaces/${company.workspaceId}/orders/${orderId}/cancel`, { reason: 'x' }),
    404,
    'NOT_FOUND',
  )
  const warehouse = await company.as('WAREHOUSE')
  await refuses(() => act.cancel(orderId, {}, warehouse), 403, 'FORBIDDEN')
  await refuses(() => warehouse.post(`/orders/${orderId}/cancel/preview`, {}), 403, 'FORBIDDEN')
})

test('an order ends once: the second wish is refused, the same wish is answered', async () => {
  const goods = await act.product('PRODUCT', 'Лампа')
  const { orderId } = await act.sell([[goods.id, 1]])
  const key = { 'idempotency-key': 'cancel-once' }
  const cancel = () => company.owner.post(`/orders/${orderId}/cancel`, { reason: 'Не нужно' }, key)
  const first = ok(await cancel())
  const again = await cancel()
  expect(again.data).toEqual(first.data)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  await refuses(() => act.cancel(orderId), 422, 'INVALID_TRANSITION')
  await refuses(() => act.preview(orderId), 422, 'INVALID_TRANSITION')
  await act.sound()
})

test('ten at once cancel an order once', async () => {
  const goods = await act.product('PRODUCT', 'Крючок')
  await act.stock(goods.id, 2)
  const { orderId, customerId } = await act.sell([[goods.id, 5]])
  const answers = await Promise.all(Array.from({ length: 10 }, () => act.cancel(orderId)))
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array<number>(9).fill(422)])
  await act.sound()
  expect(await act.moneyOf(customerId)).toEqual({ balance: 0, ledger: 0 })
})

test('the chain tells what the cancellation did, step by step, in three languages', async () => {
  const goods = await act.product('PRODUCT', 'Зеркало')
  await act.stock(goods.id, 1)
  const { orderId, won } = await act.sell([[goods.id, 2]])
  ok(await act.cancel(orderId))
  await act.sound()
  const labels = async (language: string): Promise<string[]> => {
    const [latest] = ok(await company.owner.get(`/orders/${orderId}/process`, { 'accept-language': language })).data
    const nodes = latest.nodes as Array<{ kind: string; name: string; label: string }>
    const run = nodes.find((node) => node.kind === 'RUN' && node.name === 'order-cancellation')!
    return [run.label, ...nodes.filter((node) => node.kind === 'STEP').map((node) => node.label)]
  }
  const ru = await labels('ru')
  expect(ru[0]).toBe(`Отмена заказа ${won.order.orderNumber}`)
  expect(ru).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Отменён отбор PK-/),
      'Снят резерв товара',
      expect.stringMatching(/^Сокращена закупка PR-/),
      expect.stringMatching(/^Отменена доставка DO-/),
      expect.stringMatching(/^Выписан кредитовый документ CN-/),
    ]),
  )
  expect((await labels('kk'))[0]).toBe(`${won.order.orderNumber} тапсырысын тоқтату`)
  expect((await labels('en'))[0]).toBe(`Cancelling order ${won.order.orderNumber}`)
})

test('one who may not see costs is not told what was spent, and confirms the same plan', async () => {
  const steel = await act.product('MATERIAL', 'Швеллер')
  const made = await act.product('MANUFACTURED', 'Ворота')
  await act.bom(made.id, [{ componentId: steel.id, quantityPerUnit: 1 }])
  const seller = await company.as('SALES_REP')
  const customer = { name: 'ТОО «Двор»', type: 'COMPANY', phone: '+77015550011', ignoreDuplicates: true }
  const buyer = ok(await seller.post('/customers', customer)).data
  const body = { customerId: buyer.id, items: [{ productId: made.id, quantity: 1 }] }
  const { id: orderId } = ok(await seller.post('/orders', body)).data
  const [production] = await company.sql<{ id: string }>('select id from production_orders where sales_order_id = $1', [
    orderId,
  ])
  ok(await company.owner.post(`/operations/production/production-orders/${production!.id}/start`))
  await company.sql(
    `update production_order_materials set issued_quantity = required_quantity, unit_cost = 50000 where production_order_id = $1`,
    [production!.id],
  )
  const spentOf = (plan: { effects: Array<{ action: string; spent: number | null }> }) =>
    plan.effects.find(({ action }) => action === 'DETACH')!.spent
  const plan = await act.planOf(orderId)
  expect(spentOf(plan)).toBe(5)
  const shown = ok(await seller.post(`/orders/${orderId}/cancel/preview`, {})).data
  expect([spentOf(shown), shown.planHash]).toEqual([null, plan.planHash])
  ok(await act.cancel(orderId, { planHash: shown.planHash }, seller))
})
