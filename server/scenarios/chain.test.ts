import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Chain, ChainNode } from '@prometric/contracts/chains'
import { chainOf } from '../src/orchestrators/queries/chain.js'
import { castOf, ok } from './support/cast.js'
import type { Client } from './support/client.js'
import { type Company, openCompany } from './support/company.js'

let company: Company
let won: {
  correlationId: string
  deal: { id: string; dealNumber: string }
  order: { id: string; orderNumber: string }
  invoice: { invoiceNumber: string }
}

beforeAll(async () => {
  company = await openCompany()
  const cast = castOf(company)
  const inStock = await cast.product('PRODUCT', 'Стеллаж')
  const made = await cast.product('MANUFACTURED', 'Стол сварной')
  const bought = await cast.product('PRODUCT', 'Кресло')
  const service = await cast.product('SERVICE', 'Монтаж')
  await cast.stock(inStock.id, 100)
  await cast.stock(made.id, 4)
  const deal = await cast.deal((await cast.customer()).id, [
    [inStock.id, 10],
    [made.id, 10],
    [bought.id, 5],
    [service.id, 1],
  ])
  won = ok(await company.owner.post(`/deals/${deal.id}/win`, {})).data
})
afterAll(() => company?.close())

const chainAs = async (reader: Client, language = 'ru'): Promise<Chain> =>
  ok(await reader.get(`/chains/${won.correlationId}`, { 'accept-language': language })).data
const labels = (nodes: readonly ChainNode[], kind: ChainNode['kind']) =>
  nodes.filter((node) => node.kind === kind).map((node) => node.label)
const kinds = (nodes: readonly ChainNode[]) =>
  new Set(nodes.flatMap((node) => node.documents.map((document) => document.type)))

test('the chain of a won deal names every document and why it exists, in three languages', async () => {
  const chain = await chainAs(company.owner)
  expect(chain.status).toBe('RUNNING')
  expect(chain.nodes[0]).toMatchObject({ kind: 'CAUSE', parentId: null, actor: { id: company.owner.userId } })
  expect([...kinds(chain.nodes)]).toEqual(
    expect.arrayContaining([
      'deal',
      'order',
      'customer',
      'invoice',
      'picking_order',
      'production_order',
      'purchase_requisition',
      'delivery_order',
      'task',
    ]),
  )
  const because = `, потому что сделка ${won.deal.dealNumber} выиграна`
  expect(labels(chain.nodes, 'EVENT')).toContain(`Создан заказ ${won.order.orderNumber}${because}`)
  expect(labels(chain.nodes, 'STEP')).toContain(`Создан заказ ${won.order.orderNumber}${because}`)
  expect(labels((await chainAs(company.owner, 'kk')).nodes, 'EVENT')).toContain(
    `${won.order.orderNumber} тапсырысы құрылды, себебі ${won.deal.dealNumber} мәмілесі ұтылып алынды`,
  )
  expect(labels((await chainAs(company.owner, 'en')).nodes, 'EVENT')).toContain(
    `Order ${won.order.orderNumber} was created because deal ${won.deal.dealNumber} was won`,
  )
  const ids = new Set(chain.nodes.map((node) => node.id))
  expect(ids.size).toBe(chain.nodes.length)
  expect(chain.nodes.every((node) => node.parentId === null || ids.has(node.parentId))).toBe(true)
})

test('the deal and the order tell the same chain; a document shows its status of today', async () => {
  for (const path of [`/orders/${won.order.id}/process`, `/deals/${won.deal.id}/process`]) {
    const chains: Chain[] = ok(await company.owner.get(path)).data
    expect(chains[0]?.correlationId, path).toBe(won.correlationId)
  }
  const order = (await chainAs(company.owner)).nodes.find((node) => node.name === 'order.created')!
  expect(order.documents).toMatchObject([{ type: 'order', number: won.order.orderNumber, status: 'PROCESSING' }])
})

test('what a reader may not see is counted, not named; a stranger sees nothing', async () => {
  const storekeeper = await chainAs(await company.as('WAREHOUSE'))
  expect(kinds(storekeeper.nodes)).toContain('order')
  expect(kinds(storekeeper.nodes)).not.toContain('invoice')
  expect(JSON.stringify(storekeeper)).not.toContain(won.invoice.invoiceNumber)
  expect(JSON.stringify(storekeeper)).not.toContain(won.deal.dealNumber)
  expect(storekeeper.nodes.find((node) => node.name === 'invoice.issued')).toMatchObject({
    documents: [],
    hiddenDocuments: 1,
  })
  expect((await (await company.as('HR')).get(`/chains/${won.correlationId}`)).status).toBe(404)
  expect((await (await company.as('SALES_REP')).get(`/chains/${won.correlationId}`)).status).toBe(404)
  const theirs = `/api/v1/workspaces/${company.workspaceId}/chains/${won.correlationId}`
  expect((await company.other.get(theirs)).status).toBe(404)
})

test('afterwards people have their tasks and notices, each once, and the chain waits for what is made and bought', async () => {
  await company.settle()
  const count = async () => {
    const [row] = await company.sql<{ tasks: number; notices: number }>(
      `select (select count(*)::int from tasks where workspace_id = $1) as tasks, (select count(*)::int from notifications where workspace_id = $1) as notices`,
      [company.workspaceId],
    )
    return row!
  }
  const after = await count()
  const keys = (
    await company.sql<{ key: string }>(
      'select source_key as key from tasks where workspace_id = $1 and order_id = $2',
      [company.workspaceId, won.order.id],
    )
  ).map((task) => task.key.replace(/[0-9a-f-]{36}/g, '*'))
  expect(keys.toSorted()).toEqual(
    expect.arrayContaining(['deal:*:0:review-order', 'deal:*:0:send-invoice', 'delivery:*', 'picking:*']),
  )
  expect(after.notices).toBeGreaterThan(0)
  await company.sql(
    `update event_deliveries set state = 'READY' where workspace_id = $1 and consumer in ('deal-won-tasks', 'deal-won-notice', 'order-notices', 'supply-tasks', 'stock-watch')`,
    [company.workspaceId],
  )
  await company.settle()
  expect(await count()).toEqual(after)
  const chain = await chainAs(company.owner)
  expect(chain).toMatchObject({ status: 'WAITING', finishedAt: null })
  expect(labels(chain.nodes, 'STEP').some((label) => label.startsWith('Ожидание: ') && label.includes('Кресло'))).toBe(
    true,
  )

  const mine = ok(await company.owner.get('/notifications?unread=true')).data
  expect(mine.map((notice: { code: string }) => notice.code)).toContain('DEAL_WON')
  expect(ok(await company.owner.post('/notifications/mark-all-read', {})).data).toEqual({ unreadCount: 0 })
  expect(ok(await (await company.as('ADMIN')).get('/notifications')).data).toEqual([])
  const task = ok(await company.owner.get(`/tasks?orderId=${won.order.id}&type=INVOICE_SENDING`)).data[0]
  expect(ok(await company.owner.post(`/tasks/${task.id}/complete`, {})).data.status).toBe('DONE')
})

test('a listener that fails parks its delivery; people see it, try it again, or skip it with a reason', async () => {
  const listener = company.database.listeners.find('deal-won-notice')!
  const real = listener.hear
  const hearWith = (hear: typeof real) => void Object.assign(listener, { hear })
  hearWith(async () => Promise.reject(new Error('planted')))
  const [delivery] = await company.sql<{ id: string }>(
    `update event_deliveries set state = 'READY', attempts = 7, next_at = now() where workspace_id = $1 and consumer = 'deal-won-notice' returning event_id || ':' || consumer as id`,
    [company.workspaceId],
  )
  const path = `/deliveries/${encodeURIComponent(delivery!.id)}`
  await company.settle()
  const chain = await chainAs(company.owner)
  expect(chain.status).toBe('ATTENTION')
  expect(chain.nodes.find((node) => node.id === delivery!.id)).toMatchObject({
    state: 'DEAD',
    attempts: 8,
    error: { code: 'DELIVERY_FAILED', message: 'planted' },
  })
  expect(
    (await chainAs(await company.as('VIEWER'))).nodes.find((node) => node.id === delivery!.id)?.error?.message,
  ).toMatch(/^Шаг не выполнен/)
  const dead = ok(await company.owner.get('/deliveries?state=DEAD&consumer=deal-won-notice&event=deal.won'))
  expect(dead.data).toMatchObject([{ id: delivery!.id, lastError: 'planted' }])
  expect((await (await company.as('SALES_REP')).get('/deliveries')).status).toBe(403)

  hearWith(real)
  expect(ok(await company.owner.post(`${path}/retry`, {})).data).toMatchObject({ state: 'READY', attempts: 0 })
  await company.settle()
  expect(ok(await company.owner.get(`/deliveries?consumer=deal-won-notice`)).data[0].state).toBe('DONE')
  expect((await company.owner.post(`${path}/skip`, { reason: 'не нужно' })).error.code).toBe('INVALID_TRANSITION')

  await company.sql(
    `update event_deliveries set state = 'DEAD' where workspace_id = $1 and consumer = 'deal-won-notice'`,
    [company.workspaceId],
  )
  expect(ok(await company.owner.post(`${path}/skip`, { reason: 'не нужно' })).data.state).toBe('DISCARDED')
  expect(labels((await chainAs(company.owner)).nodes, 'EVENT')).toEqual(
    expect.arrayContaining([
      'Остановленный шаг запущен снова: Уведомление о выигранной сделке',
      'Остановленный шаг пропущен: Уведомление о выигранной сделке — не нужно',
    ]),
  )
  expect((await company.owner.post(`/deliveries/${delivery!.id.slice(0, 36)}:nobody/retry`, {})).status).toBe(404)
})

test('a chain costs the same few statements however long it is', async () => {
  const cost = (correlationIds: readonly string[]) =>
    company.database.run(company.tenant(), async (work) => {
      for (const id of correlationIds) await chainOf(work, id)
      return work.statements / correlationIds.length
    })
  const [short] = await company.sql<{ id: string }>(
    `select correlation_id as id from outbox_events where workspace_id = $1 and name = 'customer.created'`,
    [company.workspaceId],
  )
  expect(await cost([won.correlationId])).toBe(5)
  await expect(cost([short!.id])).resolves.toBe(5)
})

test('fulfilling again does nothing that is not owed', async () => {
  const before = (
    await company.sql('select count(*)::int as n from outbox_events where workspace_id = $1', [company.workspaceId])
  )[0]
  expect(ok(await company.owner.post(`/orders/${won.order.id}/fulfill`, {})).data).toMatchObject({
    id: won.order.id,
    status: 'PROCESSING',
  })
  expect(
    (
      await company.sql('select count(*)::int as n from outbox_events where workspace_id = $1', [company.workspaceId])
    )[0],
  ).toEqual(before)
})
