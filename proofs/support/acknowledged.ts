import { setTimeout as sleep } from 'node:timers/promises'
import { castOf, ok } from '../../server/scenarios/support/cast.js'
import type { Answer } from '../../server/scenarios/support/client.js'
import type { Random } from '../../server/scenarios/support/random.js'
import { newId } from '../../server/src/kernel/ids.js'
import type { WholeHouse } from './house-on.js'

/** A row whose existence was promised to whoever asked for it. */
export interface Acknowledged {
  readonly table: 'customers' | 'deals' | 'orders' | 'invoices' | 'payments' | 'picking_orders'
  readonly id: string
}

/** People who write all the time, note what they were promised and ask again, under the same key, what they were refused. */
export interface Load {
  readonly acknowledged: readonly Acknowledged[]
  /** How often each answer came; `none` where the process did not even answer. */
  readonly answers: Readonly<Record<string, number>>
  /** Milliseconds. */
  readonly slowestNo: number
  /** Resolves when so many more writes were acknowledged. */
  some(more: number): Promise<void>
  end(): Promise<void>
}

const people = 8

type Sql = <T>(text: string, values?: readonly unknown[]) => Promise<T[]>

export async function writers({ owner, workspaceId }: WholeHouse, sql: Sql, chance: Random): Promise<Load> {
  const cast = castOf({ owner, workspaceId, sql })
  const [goods, service] = [await cast.product('PRODUCT', 'Стеллаж'), await cast.product('SERVICE', 'Монтаж')]
  await cast.stock(goods.id, 1_000_000)
  const products = [
    { productId: goods.id, quantity: 2 },
    { productId: service.id, quantity: 1 },
  ]
  const acknowledged: Acknowledged[] = []
  const answers: Record<string, number> = {}
  let [writing, slowestNo] = [true, 0]

  const post = async (path: string, body: object): Promise<Answer['data']> => {
    const key = { 'idempotency-key': newId() }
    for (;;) {
      const from = performance.now()
      const answer = await owner.post(path, body, key).catch(() => undefined)
      const said = answer ? (answer.status < 300 ? '2xx' : `${answer.status} ${answer.error?.code}`) : 'none'
      answers[said] = (answers[said] ?? 0) + 1
      if (answer && answer.status < 300) return answer.data
      // What is wrong with the request itself is a fault of this proof.
      if (answer && answer.status < 500 && answer.status !== 409)
        throw new Error(`${path}: ${said} ${JSON.stringify(answer.error)}`)
      slowestNo = Math.max(slowestNo, performance.now() - from)
      await sleep(50 + chance.below(100))
    }
  }
  const promised = (table: Acknowledged['table'], ...ids: readonly string[]) =>
    acknowledged.push(...ids.map((id) => ({ table, id })))

  const write = async () => {
    while (writing) {
      const name = `ТОО «Покупатель ${newId().slice(-6)}»`
      const customer = await post('/customers', {
        name,
        type: 'COMPANY',
        email: `${newId()}@example.kz`,
      })
      promised('customers', customer.id)
      const deal = await post('/deals', { title: 'Мебель для склада', customerId: customer.id, products })
      promised('deals', deal.id)
      const won = await post(`/deals/${deal.id}/win`, {})
      promised('orders', won.order.id)
      promised('picking_orders', ...won.pickingOrderIds)
      const payment = await post('/finance/payments', { method: 'CASH', amount: 500, orderId: won.order.id })
      promised('payments', payment.id)
    }
  }
  ok(await owner.get('/deals'))
  const all = Promise.all(Array.from({ length: people }, write))
  return {
    acknowledged,
    answers,
    get slowestNo() {
      return slowestNo
    },
    some: async (more) => {
      const until = acknowledged.length + more
      while (acknowledged.length < until) await Promise.race([sleep(20), all])
    },
    end: async () => {
      writing = false
      await all
    },
  }
}

/** What was promised and is not there. */
export async function missing(sql: Sql, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const lost: Acknowledged[] = []
  for (const table of new Set(acknowledged.map((one) => one.table))) {
    const promised = acknowledged.filter((one) => one.table === table)
    const rows = await sql<{ id: string }>(`select id from ${table} where id = any($1::uuid[])`, [
      promised.map((one) => one.id),
    ])
    const found = new Set(rows.map((row) => row.id))
    lost.push(...promised.filter((one) => !found.has(one.id)))
  }
  return lost
}
