import { afterAll, beforeAll, expect, test } from 'vitest'
import { mainWarehouse, ok } from './support/cast.js'
import { cancelling } from './support/cancelling.js'
import type { Answer } from './support/client.js'
import { type Company, openCompany } from './support/company.js'
import { digest } from './support/digest.js'
import { random, type Random } from './support/random.js'

type Loose = ReturnType<typeof JSON.parse>

const runs = Number(process.env['RUNS'] ?? 14)
let company: Company
let act: ReturnType<typeof cancelling>
let supplierId: string
let warehouseId: string

beforeAll(async () => {
  company = await openCompany()
  act = cancelling(company)
  supplierId = ok(await company.owner.post('/operations/procurement/suppliers', { name: 'ТОО «Опт»' })).data.id
  warehouseId = await mainWarehouse(company)
})
afterAll(() => company.close())

/** An order of everything a house sells, somewhere between its beginning and its end. */
async function someOrder(draw: Random): Promise<{ orderId: string; productIds: string[] }> {
  const price = { price: (10_000 + draw.below(9_000)) / 100, vatIncluded: draw.chance(0.5) }
  const products = [
    await act.product('PRODUCT', 'Товар', price),
    await act.product('MANUFACTURED', 'Изделие', price),
    await act.product('SERVICE', 'Работа', price),
  ]
  const part = products[0]!
  const bundle = await act.product('BUNDLE', 'Набор', {
    ...price,
    bundleItems: [{ componentId: part.id, quantity: 2 }],
  })
  const wares = [...products, bundle].filter(() => draw.chance(0.8))
  const chosen = wares.length > 0 ? wares : [part]
  for (const { id } of products.slice(0, 2)) if (draw.chance(0.7)) await act.stock(id, 1 + draw.below(12))
  const terms = draw.pick(['NET_30', 'NET_30', 'NET_30', 'PREPAYMENT'])
  const discount = draw.chance(0.5) ? { discount: 1 + draw.below(20), discountType: 'PERCENTAGE' } : {}
  const lines = chosen.map(({ id }) => [id, 1 + draw.below(8)] as const)
  const { orderId } = await act.sell(lines, { paymentTerms: terms }, discount)
  for (let i = draw.below(5); i > 0; i--) await draw.pick(deeds)(orderId, draw)
  if (draw.chance(0.7)) await company.settle()
  return { orderId, productIds: products.map((product) => product.id) }
}

type Deed = (orderId: string, draw: Random) => Promise<unknown>

/** What people do to an order meanwhile. Whatever is refused simply does not happen. */
const deeds: readonly Deed[] = [
  (orderId) => act.pick(orderId).catch(() => {}),
  (orderId) => act.pick(orderId).catch(() => {}),
  async (orderId, draw) => {
    const items = (await act.orderOf(orderId)).items as Array<{
      id: string
      quantityPicked: number
      quantityShipped: number
    }>
    const picked = items.filter((item) => item.quantityPicked > item.quantityShipped)
    const some = picked.filter(() => draw.chance(0.7))
    return company.owner.post(`/orders/${orderId}/ship`, {
      ...(some.length > 0 && { lines: some.map((item) => ({ itemId: item.id, quantity: 1 })) }),
    })
  },
  (orderId) => company.owner.post(`/orders/${orderId}/deliver`, {}),
  async (orderId, draw) => {
    for (const { id } of await company.sql<{ id: string }>(
      'select id from production_orders where sales_order_id = $1',
      [orderId],
    ))
      await company.owner.post(`/operations/production/production-orders/${id}/${draw.pick(['start', 'complete'])}`, {})
  },
  async (orderId) => {
    const open = await company.sql<{ id: string; product_id: string; left: number }>(
      `select l.id, l.product_id, (l.quantity - l.received_quantity)::float8 as left from purchase_requisition_lines l join order_items i on i.id = l.order_item_id
       where i.order_id = $1 and l.status not in ('RECEIVED', 'CANCELLED')`,
      [orderId],
    )
    if (open.length === 0) return
    await company.owner.post('/operations/warehouse/goods-receipts', {
      warehouseId,
      supplierId,
      confirm: true,
      lines: open.map((line) => ({
        productId: line.product_id,
        quantity: Math.max(1, Math.floor(line.left / 2)),
        unitCost: 50,
        requisitionLineId: line.id,
      })),
    })
  },
  (orderId, draw) =>
    company.owner.post(`/orders/${orderId}/payments`, {
      amount: (100 + draw.below(90_000)) / 100,
      method: draw.pick(['CASH', 'TRANSFER', 'KASPI']),
      acceptAdvance: true,
    }),
  (orderId) => company.owner.post(`/orders/${orderId}/hold`, { reason: 'CUSTOMER_REQUEST' }),
  (orderId) => company.owner.post(`/orders/${orderId}/release`, { note: 'дальше' }),
  async (orderId, draw) => {
    const items = (await act.orderOf(orderId)).items as Array<{ id: string; parentItemId: string | null }>
    return act.cancel(orderId, {
      items: [{ itemId: draw.pick(items.filter((item) => !item.parentItemId)).id, quantity: 1 }],
    })
  },
  () => company.settle(),
]

const shown = (effects: Loose[]) =>
  effects.map(({ document, action, quantity, amount }) => ({ document: document.id, action, quantity, amount }))

/** What was carried out is what was shown, or nothing was. */
async function keepsItsWord(orderId: string, plan: Loose, before: number, answer: Answer): Promise<void> {
  const done = await company.sql<{ plan_hash: string; effects: Loose[]; reason: string }>(
    'select plan_hash, effects, reason from order_cancellations where order_id = $1 order by cancelled_at, id offset $2',
    [orderId, before],
  )
  const mine = done.filter((one) => one.reason === 'По плану')
  if (answer.status === 200) {
    expect(mine).toHaveLength(1)
    expect(mine[0]!.plan_hash).toBe(plan.planHash)
    expect(shown(mine[0]!.effects)).toEqual(shown(plan.effects))
  } else {
    expect(['PLAN_CHANGED', 'ALREADY_SHIPPED', 'INVALID_TRANSITION', 'BUSINESS_RULE']).toContain(answer.error.code)
    expect(mine).toEqual([])
  }
}

async function someWish(
  orderId: string,
  draw: Random,
): Promise<{ items?: Loose[]; choices: Record<string, string> } | undefined> {
  const order = await act.orderOf(orderId)
  const tops = order.items.filter((item: Loose) => item.parentItemId === null && item.quantity > item.quantityCancelled)
  const items = tops.filter(() => draw.chance(0.6)).map((item: Loose) => ({ itemId: item.id, quantity: 1 }))
  return {
    ...(draw.chance(0.5) && items.length > 0 && { items }),
    choices: { startedProduction: 'DETACH', paidMoney: 'ADVANCE' },
  }
}

const recorded = async (orderId: string) =>
  (await company.sql('select id from order_cancellations where order_id = $1', [orderId])).length

test(
  'whatever happens between a preview and its confirmation: done as shown, or not at all',
  async () => {
    const seed = random()
    console.log(`SEED=${seed.seed}`)
    let confirmed = 0
    let refused = 0
    for (let run = 0; run < runs; run++) {
      const { orderId } = await someOrder(seed)
      const wish = await someWish(orderId, seed)
      const preview = await act.preview(orderId, wish)
      if (preview.status !== 200) continue
      const plan = preview.data
      const before = await recorded(orderId)
      const meanwhile = Array.from({ length: seed.below(4) }, () => seed.pick(deeds))
      const confirm = () => act.cancel(orderId, { ...wish, reason: 'По плану', planHash: plan.planHash })
      let answer: Answer
      if (run % 2 === 0) {
        for (const deed of meanwhile) await deed(orderId, seed)
        await company.settle()
        const state = await digest(company)
        answer = await confirm()
        if (answer.status !== 200) expect(await digest(company)).toEqual(state)
      } else {
        ;[answer] = await Promise.all([confirm(), ...meanwhile.map((deed) => deed(orderId, seed))])
      }
      await keepsItsWord(orderId, plan, before, answer)
      if (answer.status === 200) confirmed++
      else refused++
      await act.sound()
    }
    console.log(`${confirmed} confirmed, ${refused} refused`)
    expect(confirmed).toBeGreaterThan(runs / 10)
    if (runs >= 40) expect(refused).toBeGreaterThan(0)
  },
  60_000 + runs * 15_000,
)

test('a crowd at one order: cancelled, picked, shipped, paid and made at the same moment, the books stay sound', async () => {
  const draw = random(7)
  for (let round = 0; round < 4; round++) {
    const { orderId } = await someOrder(draw)
    const crowd = Array.from({ length: 12 }, () => draw.pick(deeds))
    await Promise.all([act.cancel(orderId), ...crowd.map((deed) => deed(orderId, draw)), act.cancel(orderId)])
    await act.sound()
  }
}, 120_000)
