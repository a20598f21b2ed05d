import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChainNode } from '@prometric/contracts/chains'
import { io, type Socket } from 'socket.io-client'
import { Refusal } from '../src/kernel/refusal.js'
import { someBin } from './support/bin.js'
import { canonical, unlike } from './support/canonical.js'
import { castOf, ok } from './support/cast.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'
import { forgetRepair, plantFault, untilParked } from './support/fault.js'

let broken: Company
let sound: Company
let cast: ReturnType<typeof castOf>
let socket: Socket | undefined

beforeEach(async () => {
  broken = await openCompany()
  sound = await openCompany()
  cast = castOf(broken)
})
afterEach(async () => {
  socket?.disconnect()
  await broken?.close()
  await sound?.close()
})

interface Frame {
  readonly type: string
  readonly id: string
}

/** Everything that somebody in front of the operations page and the order's page hears. */
async function follow(company: Company, orderId: string): Promise<Frame[]> {
  const { token } = company.owner
  socket = io(company.url, {
    transports: ['websocket'],
    auth: { token, workspaceId: company.workspaceId },
    forceNew: true,
  })
  const frames: Frame[] = []
  socket.onAny((_, frame: Frame) => frames.push(frame))
  expect(await socket.emitWithAck('subscribe:processes')).toEqual({ ok: true })
  expect(await socket.emitWithAck('subscribe:subject', { type: 'order', id: orderId })).toEqual({ ok: true })
  return frames
}

const rights = (client: Client) => client.get('/deliveries/summary')
const encoded = (id: string) => encodeURIComponent(id)
const orderOf = async (company: Company, id: string) =>
  ok(await company.owner.get(`/orders/${id}?include=items,holds`)).data

/** One customer for both companies: what chance decides must not differ. */
const buyerData = { bin: someBin(), phone: '+77011234567' }

/** An order for five tables of which none is there, and a neighbour for chairs. */
async function orders(company: Company) {
  const cast = castOf(company)
  const table = await cast.product('MANUFACTURED', 'Стол сварной')
  const steel = await cast.product('MATERIAL', 'Лист стальной')
  const chair = await cast.product('PRODUCT', 'Кресло')
  await cast.bom(table.id, [{ componentId: steel.id, quantityPerUnit: 2 }])
  await cast.stock(steel.id, 100)
  const buyer = await cast.customer(buyerData)
  const win = async (productId: string, quantity: number) =>
    ok(await company.owner.post(`/deals/${(await cast.deal(buyer.id, [[productId, quantity]])).id}/win`, {})).data
  const tables = await win(table.id, 5)
  const chairs = await win(chair.id, 3)
  await company.settle()
  return { cast, table, chair, tables, chairs }
}

/** Shelves that are in stock. */
async function sellShelves(company: Company): Promise<void> {
  const { product, stock, deal, customer } = castOf(company)
  const shelf = await product('PRODUCT', 'Полка')
  await stock(shelf.id, 9)
  const { id } = await deal((await customer(buyerData)).id, [[shelf.id, 4]])
  ok(await company.owner.post(`/deals/${id}/win`, {}))
  await untilParked(company)
}

/** The tables are made; meanwhile the neighbour's chairs and one more table come in. */
async function supply(company: Company, { cast, table, chair, tables }: Awaited<ReturnType<typeof orders>>) {
  ok(await company.owner.post(`/operations/production/production-orders/${tables.productionOrderIds[0]}/complete`, {}))
  await cast.stock(table.id, 1)
  await cast.stock(chair.id, 3)
}

test('a planted fault parks the steps of one order; mended and tried again, all is as if there had been no fault', async () => {
  const admins = [await broken.as('ADMIN'), await sound.as('ADMIN')]
  const expected = await orders(sound)
  await supply(sound, expected)
  await sound.settle()

  const sold = await orders(broken)
  const orderId = sold.tables.order.id as string
  const frames = await follow(broken, orderId)
  const mend = await plantFault(broken, 'stock_reservations', `new.product_id = '${sold.table.id}'`)
  await supply(broken, sold)
  await broken.settle()
  const failing = ok(await broken.owner.get('/deliveries?state=READY&sort=consumer')).data
  expect(failing.filter((row: { attempts: number }) => row.attempts > 0)).toMatchObject([
    { consumer: 'backorder-release', lastError: 'planted fault', canRetry: true, waitsFor: null },
    { consumer: 'order-fulfillment', lastError: 'planted fault', canRetry: true, waitsFor: null },
  ])
  // Whoever follows the order hears of a try that failed.
  await expect.poll(() => frames.map(({ type }) => type)).toContain('chain.updated')
  expect(frames.map(({ type }) => type)).not.toContain('delivery:parked')

  await untilParked(broken)
  const summary = ok(await rights(broken.owner)).data
  expect(summary).toMatchObject({ states: { DEAD: 2 }, waiting: 1, failing: 0 })
  expect(summary.parked).toMatchObject([
    { consumer: 'backorder-release', label: 'Распределение поступившего товара', count: 1 },
    { consumer: 'order-fulfillment', count: 1 },
  ])
  const dead = ok(await broken.owner.get('/deliveries?state=DEAD&sort=consumer', { 'accept-language': 'kk' })).data
  expect(dead).toMatchObject([
    { consumer: 'backorder-release', eventName: 'stock.received', attempts: 8, document: { type: 'product' } },
    {
      consumer: 'order-fulfillment',
      eventName: 'production.order.completed',
      eventLabel: expect.stringMatching(/өндірісі аяқталды$/),
      document: { type: 'production_order' },
      orderId,
      nextAt: null,
      resolvedBy: null,
    },
  ])
  const [ofProduct, ofOrder] = dead
  const card = ok(await broken.owner.get(`/deliveries/${encoded(ofOrder.id)}`)).data
  expect(card).toMatchObject({ lastError: 'planted fault', state: 'DEAD', errorCode: null })
  expect(card.errorText).toContain('until somebody mends it')
  const found = ok(
    await broken.owner.get(`/deliveries?state=DEAD&search=${sold.tables.order.orderNumber.toLowerCase()}`),
  )
  expect(found.data.map((row: { id: string }) => row.id)).toEqual([ofOrder.id])

  // The neighbour was served; the later arrival of the same product waits behind the parked one.
  expect(await orderOf(broken, sold.chairs.order.id)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  const waiting = ok(await broken.owner.get(`/deliveries?state=READY&consumer=backorder-release`)).data
  expect(waiting).toMatchObject([{ eventName: 'stock.adjusted', attempts: 0, waitsFor: ofProduct.id }])

  // People are told once, one of them has it as a task, and the order is held with the error in words.
  const notices = ok(await admins[0]!.get('/notifications?unread=true')).data
  expect(notices.filter((notice: { code: string }) => notice.code === 'DELIVERY_PARKED')).toHaveLength(2)
  const tasks = ok(await broken.owner.get('/tasks?type=DATA_FIX&open=true')).data
  expect(tasks.map((task: { orderId: string }) => task.orderId).toSorted()).toEqual([orderId, null].toSorted())
  expect(tasks).toContainEqual(
    expect.objectContaining({
      orderId,
      assignedToName: 'Тест ADMIN',
      description: expect.stringMatching(/planted fault$/),
    }),
  )
  const held = await orderOf(broken, orderId)
  expect(held).toMatchObject({ status: 'ON_HOLD', openHolds: ['FULFILLMENT_ERROR'] })
  expect(held.holds[0]).toMatchObject({
    sentence: expect.stringMatching(/^Ошибка при исполнении: .+ — Техническая ошибка/),
    releasedBy: expect.stringMatching(/^Заказ пойдёт сам, когда остановленный шаг выполнится/),
  })
  const chains = ok(await broken.owner.get(`/orders/${orderId}/process`)).data
  const nodes: ChainNode[] = chains.flatMap((chain: { nodes: ChainNode[] }) => chain.nodes)
  expect(nodes.find((node) => node.id === ofOrder.id)).toMatchObject({
    deliveryId: ofOrder.id,
    state: 'DEAD',
    canRetry: true,
    canSkip: true,
    error: { message: 'planted fault' },
  })
  expect(nodes.map((node) => node.label)).toContain('Шаг остановлен после неудачных попыток: Исполнение заказа')
  const seen: ChainNode[] = ok(await (await broken.as('VIEWER')).get(`/orders/${orderId}/process`)).data.flatMap(
    (chain: { nodes: ChainNode[] }) => chain.nodes,
  )
  expect(seen.find((node) => node.id === ofOrder.id)).toMatchObject({ canRetry: false, canSkip: false })
  await sound.as('VIEWER')
  await expect
    .poll(() => frames)
    .toEqual(
      expect.arrayContaining(
        [ofProduct.id, ofOrder.id].map((id) => ({ type: 'delivery:parked', id, version: expect.any(Number) })),
      ),
    )
  expect(frames.map(({ type }) => type)).toContain('notification:new')

  // A retry before it is mended ends where it began.
  ok(await broken.owner.post(`/deliveries/${encoded(ofOrder.id)}/retry`, {}))
  await untilParked(broken)
  expect(ok(await rights(broken.owner)).data.states.DEAD).toBe(2)
  expect(await orderOf(broken, orderId)).toMatchObject({ status: 'ON_HOLD', openHolds: ['FULFILLMENT_ERROR'] })

  await mend()
  const ids = [ofProduct.id, ofOrder.id]
  const retried = ok(await broken.owner.post('/deliveries/retry', { ids: [...ids, `${ids[0].slice(0, 36)}:nobody`] }))
  expect(retried.data).toMatchObject({ counts: { total: 3, updated: 2, failed: 1 }, items: [{ id: ids[0] }, {}, {}] })
  await broken.settle()
  expect(ok(await rights(broken.owner)).data).toMatchObject({ states: { READY: 0, DEAD: 0, DISCARDED: 0 }, parked: [] })
  expect(await orderOf(broken, orderId)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
  expect(ok(await broken.owner.get('/tasks?type=DATA_FIX&open=true')).data).toEqual([])
  await expect
    .poll(() =>
      frames
        .filter(({ type }) => type === 'delivery:resolved')
        .map(({ id }) => id)
        .toSorted(),
    )
    .toEqual(ids.toSorted())
  const story = ok(await broken.owner.get(`/orders/${orderId}/process`)).data
  expect(JSON.stringify(story)).toContain('Остановленный шаг выполнен: Исполнение заказа')

  await forgetRepair(broken)
  const [mended, never] = [await canonical(broken), await canonical(sound)]
  expect(never['stock_reservations']!.length).toBeGreaterThan(1)
  expect(unlike(mended, never)).toEqual([])
}, 60_000)

test('with the chain in workers a won deal’s fulfilment is parked: its order is held, and mended it is as if won in one transaction', async () => {
  const workers = await openCompany({ orchestration: 'queued' })
  try {
    for (const company of [sound, workers]) await company.as('ADMIN')
    await sellShelves(sound)
    const mend = await plantFault(workers, 'picking_orders', 'true')
    await sellShelves(workers)
    const [parked] = ok(await workers.owner.get('/deliveries?state=DEAD')).data
    expect(parked).toMatchObject({ consumer: 'order-fulfillment', eventName: 'order.confirmed' })
    expect(await orderOf(workers, parked.orderId)).toMatchObject({
      status: 'ON_HOLD',
      openHolds: ['FULFILLMENT_ERROR'],
    })
    const [said] = await workers.sql(`select payload from outbox_events where name = 'order.fulfillment.failed'`)
    expect(said).toMatchObject({
      payload: { orderId: parked.orderId, step: 'order-fulfillment', error: 'INTERNAL_ERROR' },
    })
    await mend()
    ok(await workers.owner.post(`/deliveries/${encoded(parked.id)}/retry`, { reason: 'починили' }))
    await workers.settle()
    expect(await orderOf(workers, parked.orderId)).toMatchObject({ status: 'PROCESSING', openHolds: [] })
    await forgetRepair(workers)
    expect(unlike(await canonical(workers), await canonical(sound))).toEqual([])
  } finally {
    await workers.close()
  }
}, 60_000)

test('a step is skipped with a reason: audited, told in the chain, its task done; only for those who may', async () => {
  const chair = await cast.product('PRODUCT', 'Табурет')
  const mend = await plantFault(broken, 'notifications', `new.code = 'DEAL_WON'`)
  const deal = await cast.deal((await cast.customer()).id, [[chair.id, 1]])
  const won = ok(await broken.owner.post(`/deals/${deal.id}/win`, {})).data
  await untilParked(broken)
  const [parked] = ok(await broken.owner.get(`/deliveries?state=DEAD&dealId=${deal.id}`)).data
  expect(parked).toMatchObject({ consumer: 'deal-won-notice', eventName: 'deal.won', correlationId: won.correlationId })
  expect(await orderOf(broken, won.order.id)).toMatchObject({ openHolds: [] })
  const path = `/deliveries/${encoded(parked.id)}`

  const seller = await broken.as('SALES_REP')
  for (const answer of [
    await seller.get('/deliveries'),
    await seller.get(path),
    await seller.get('/deliveries/summary'),
    await seller.post(`${path}/skip`, { reason: 'не нужно' }),
    await seller.post('/deliveries/skip', { ids: [parked.id], reason: 'не нужно' }),
    await seller.post('/deliveries/retry', { ids: [parked.id] }),
  ])
    expect(answer.status).toBe(403)
  expect((await sound.owner.get(path)).status).toBe(404)
  expect((await sound.owner.post(`${path}/skip`, { reason: 'чужое' })).status).toBe(404)
  expect((await sound.owner.post('/deliveries/skip', { ids: [parked.id], reason: 'чужое' })).data.items).toMatchObject([
    { status: 'FAILED', error: { code: 'NOT_FOUND' } },
  ])
  expect((await broken.owner.post(`${path}/skip`, {})).status).toBe(400)
  expect((await broken.owner.post('/deliveries/skip', { ids: [], reason: 'x' })).status).toBe(400)

  const skipped = ok(await broken.owner.post(`${path}/skip`, { reason: 'клиента уже поздравили' })).data
  expect(skipped).toMatchObject({
    state: 'DISCARDED',
    resolvedBy: { id: broken.owner.userId },
    resolveReason: 'клиента уже поздравили',
    canSkip: false,
    canRetry: true,
  })
  await broken.settle()
  expect(ok(await broken.owner.get(`/tasks?type=DATA_FIX&open=true`)).data).toEqual([])
  const chain = ok(await broken.owner.get(`/chains/${won.correlationId}`)).data
  expect(chain.status).not.toBe('ATTENTION')
  expect(chain.nodes.find((node: ChainNode) => node.id === parked.id)).toMatchObject({
    label: 'Уведомление о выигранной сделке · пропущено: клиента уже поздравили',
    actor: skipped.resolvedBy,
    state: 'DISCARDED',
  })
  const [audited] = await broken.sql(
    `select user_id, reason, changes, correlation_id from audit_logs where entity_type = 'event_deliveries' and entity_id = $1`,
    [parked.eventId],
  )
  expect(audited).toMatchObject({
    user_id: broken.owner.userId,
    reason: 'клиента уже поздравили',
    correlation_id: won.correlationId,
    changes: { state: ['DEAD', 'DISCARDED'] },
  })
  await mend()
})

test('what the business refuses is told in the reader’s language; the notice of a parked step parks in silence', async () => {
  const listener = broken.database.listeners.find('deal-won-notice')!
  const real = listener.hear
  const refusal = new Refusal('STOCK_UNAVAILABLE', { available: 1, required: 2 })
  Object.assign(listener, { hear: () => Promise.reject(refusal) })
  const mend = await plantFault(broken, 'tasks', `new.type = 'DATA_FIX'`)
  const chair = await cast.product('PRODUCT', 'Пуф')
  const deal = await cast.deal((await cast.customer()).id, [[chair.id, 1]])
  ok(await broken.owner.post(`/deals/${deal.id}/win`, {}))
  await untilParked(broken)
  await untilParked(broken)
  const dead = async (language: string) =>
    ok(await broken.owner.get('/deliveries?state=DEAD&sort=consumer', { 'accept-language': language })).data
  expect(await dead('ru')).toMatchObject([
    { consumer: 'deal-won-notice', errorCode: 'STOCK_UNAVAILABLE', lastError: expect.stringMatching(/\d/) },
    { consumer: 'parked-notice', eventName: 'delivery.parked', lastError: 'planted fault' },
  ])
  expect((await dead('en'))[0].lastError).not.toBe((await dead('ru'))[0].lastError)
  const [said] = await broken.sql<{ n: number }>(
    `select count(*)::int as n from outbox_events where name = 'delivery.parked' and payload->>'consumer' in ('deal-won-notice', 'parked-notice') and payload->>'dealId' = $1`,
    [deal.id],
  )
  expect(said).toEqual({ n: 1 })

  await mend()
  Object.assign(listener, { hear: real })
  ok(await broken.owner.post('/deliveries/retry', { ids: (await dead('ru')).map((row: { id: string }) => row.id) }))
  await broken.settle()
  expect(await dead('ru')).toEqual([])
  expect(ok(await broken.owner.get(`/tasks?type=DATA_FIX&open=true`)).data).toEqual([])
})

test('goods that come while an order is held serve it when it is released by hand', async () => {
  const lamp = await cast.product('PRODUCT', 'Лампа')
  const deal = await cast.deal((await cast.customer()).id, [[lamp.id, 2]])
  const { order } = ok(await broken.owner.post(`/deals/${deal.id}/win`, {})).data
  ok(await broken.owner.post(`/orders/${order.id}/hold`, { reason: 'MANUAL' }))
  await cast.stock(lamp.id, 2)
  await broken.settle()
  const picking = () => broken.owner.get(`/operations/warehouse/picking-orders?orderId=${order.id}`)
  expect(ok(await picking()).data).toEqual([])
  ok(await broken.owner.post(`/orders/${order.id}/release`, { note: 'можно' }))
  await broken.settle()
  expect(ok(await picking()).data).toHaveLength(1)
})
