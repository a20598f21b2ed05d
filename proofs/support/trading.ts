import { castOf } from '../../server/scenarios/support/cast.js'
import type { Answer } from '../../server/scenarios/support/client.js'
import type { Company } from '../../server/scenarios/support/company.js'
import type { Random } from '../../server/scenarios/support/random.js'

/** What the world of a trading company consists of, as far as those who act in it remember. */
interface World {
  readonly customers: readonly string[]
  readonly products: readonly string[]
  readonly deals: string[]
  readonly orders: string[]
}

export interface Outcome {
  readonly what: string
  readonly status: number
  readonly code: string | undefined
}

/** Random business over the API: deals, wins, orders, edits, picking, shipping, payments in full, in part and in advance, cancellations, refunds. */
export async function tradingIn(company: Company, chance: Random) {
  const cast = castOf(company)
  const { owner } = company
  const products: string[] = []
  for (let n = 0; n < 12; n++) {
    const { id } = await cast.product(n % 6 === 5 ? 'SERVICE' : 'PRODUCT', `Товар ${n}`, {
      price: 100 + chance.below(1_000_000) / 100,
    })
    products.push(id)
    if (n % 6 !== 5) await cast.stock(id, 1_000_000)
  }
  const customers: string[] = []
  const terms = ['PREPAYMENT', 'IMMEDIATE', 'NET_30', 'NET_30', 'NET_60']
  for (let n = 0; n < 40; n++)
    customers.push((await cast.customer({ name: `ТОО «Покупатель ${n}»`, paymentTerms: terms[n % 5] })).id)
  const world: World = { customers, products, deals: [], orders: [] }

  const lines = () =>
    Array.from({ length: 1 + chance.below(4) }, () => ({
      productId: chance.pick(products),
      quantity: 1 + chance.below(9),
      ...(chance.chance(0.3) && { discount: chance.below(5), discountType: 'PERCENTAGE' }),
    }))
  const reason = { reason: 'Так решили' }
  const amount = (most: number) => Math.max(0.01, Math.round(most * (1 + chance.below(100))) / 100)
  const method = () => chance.pick(['TRANSFER', 'CASH', 'CARD', 'KASPI'])
  const anOrder = () => (chance.chance(0.7) ? world.orders.slice(-25) : world.orders)
  const keep = (id: string | undefined) => id && world.orders.push(id)
  const withOrder = async (run: (id: string) => Promise<Answer>): Promise<Answer> =>
    world.orders.length > 0 ? run(chance.pick(anOrder())) : order()
  const itemOf = async (id: string): Promise<{ id: string; quantity: number } | undefined> => {
    const { data } = await owner.get(`/orders/${id}/items`)
    return Array.isArray(data) && data.length > 0 ? chance.pick(data) : undefined
  }
  const withItem = (run: (id: string, item: { id: string; quantity: number }) => Promise<Answer>) =>
    withOrder(async (id) => {
      const item = await itemOf(id)
      return item ? run(id, item) : owner.get(`/orders/${id}`)
    })

  async function order(): Promise<Answer> {
    const answer = await owner.post('/orders', {
      customerId: chance.pick(customers),
      items: lines(),
      deliveryAddress: { street: 'Абая', city: 'Алматы' },
      ...(chance.chance(0.2) && { shippingCost: amount(1_000), shippingVatRate: 12 }),
    })
    keep(answer.data?.id)
    return answer
  }

  const deeds: ReadonlyArray<readonly [weight: number, what: string, run: () => Promise<Answer>]> = [
    [
      6,
      'deal',
      async () => {
        const answer = await owner.post('/deals', {
          title: 'Поставка',
          customerId: chance.pick(customers),
          products: lines(),
        })
        if (answer.data?.id) world.deals.push(answer.data.id)
        return answer
      },
    ],
    [
      5,
      'win',
      async () => {
        const deal = world.deals.pop()
        if (!deal) return order()
        const answer = await owner.post(`/deals/${deal}/win`, {})
        keep(answer.data?.order?.id)
        return answer
      },
    ],
    [3, 'order', order],
    [
      16,
      'pay',
      () =>
        withOrder(async (id) => {
          const { data } = await owner.get(`/orders/${id}`)
          const due = Math.max(0, Number(data?.totalAmount ?? 0) - Number(data?.paidAmount ?? 0))
          const part = chance.chance(0.6) ? due : Math.round(due * (1 + chance.below(99))) / 100
          return owner.post(`/orders/${id}/payments`, { amount: part || 0.01, method: method() })
        }),
    ],
    [
      3,
      'advance',
      () =>
        owner.post('/finance/payments', {
          customerId: chance.pick(customers),
          amount: amount(2_000),
          method: method(),
        }),
    ],
    [
      3,
      'advance of an order',
      () =>
        withOrder((id) =>
          owner.post(`/orders/${id}/payments`, { amount: amount(500), method: method(), acceptAdvance: true }),
        ),
    ],
    [
      10,
      'pick',
      () =>
        withOrder(async (id) => {
          const lists = '/operations/warehouse/picking-orders'
          const { data } = await owner.get(`${lists}?orderId=${id}&status=DRAFT`)
          const list = Array.isArray(data) ? data[0] : undefined
          return list ? owner.post(`${lists}/${list.id}/complete`, {}) : owner.get(`/orders/${id}`)
        }),
    ],
    [9, 'ship', () => withOrder((id) => owner.post(`/orders/${id}/ship`, {}))],
    [8, 'deliver', () => withOrder((id) => owner.post(`/orders/${id}/deliver`, { recipient: 'Ерлан' }))],
    [4, 'cancel', () => withOrder((id) => owner.post(`/orders/${id}/cancel`, reason))],
    [
      4,
      'cancel a line',
      () =>
        withItem((id, item) =>
          owner.post(`/orders/${id}/cancel`, {
            ...reason,
            items: [{ itemId: item.id, quantity: 1 + chance.below(item.quantity || 1) }],
          }),
        ),
    ],
    [5, 'refund', () => withOrder((id) => owner.post(`/orders/${id}/refund`, { amount: amount(200), ...reason }))],
    [
      5,
      'add a line',
      () =>
        withOrder((id) =>
          owner.post(`/orders/${id}/items`, {
            items: [{ productId: chance.pick(products), quantity: 1 + chance.below(5) }],
          }),
        ),
    ],
    [
      5,
      'change a line',
      () => withItem((id, item) => owner.patch(`/orders/${id}/items/${item.id}`, { quantity: 1 + chance.below(12) })),
    ],
    [2, 'remove a line', () => withItem((id, item) => owner.delete(`/orders/${id}/items/${item.id}`))],
    [
      2,
      'discount an order',
      () => withOrder((id) => owner.patch(`/orders/${id}`, { discount: chance.below(5), discountType: 'PERCENTAGE' })),
    ],
  ]
  const lots = deeds.flatMap(([weight, ...deed]) => Array.from({ length: weight }, () => deed))

  /** Does one thing, and tells what came of it. */
  return async (): Promise<Outcome> => {
    const [what, run] = chance.pick(lots)
    const answer = await run()
    return { what, status: answer.status, code: answer.error?.code }
  }
}
