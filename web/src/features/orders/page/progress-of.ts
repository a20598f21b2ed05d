import type { OrderCard, OrderItem } from '../order-answer.js'
import { isStocked, rounded, wanted } from '../order-facts.js'

type Stretch =
  'order' | 'invoice' | 'reserve' | 'production' | 'purchase' | 'picking' | 'delivery' | 'service' | 'payment'
type State = 'done' | 'working' | 'waiting' | 'none' | 'failed'

/** One stretch of the way of an order: how far it is, as a part of what is wanted. */
export interface Progress {
  readonly key: Stretch
  readonly state: State
  readonly done?: number
  readonly all?: number
  /** Lines are counted in different units: only the share says something. */
  readonly percent?: number
}

/** How far an order is in every respect that concerns it, in the order in which things come. */
export function progressOf(order: OrderCard): Progress[] {
  const goods = order.items.filter((item) => isStocked(item) && wanted(item) > 0)
  const work = order.items.filter((item) => !isStocked(item) && item.productType !== 'BUNDLE' && wanted(item) > 0)
  const moves = !['DRAFT', 'PENDING', 'CANCELLED'].includes(order.status) && order.confirmedAt !== null
  const supply = [awaited(goods, 'PRODUCTION', 'production'), awaited(goods, 'PURCHASE', 'purchase')]
  return [
    { key: 'order', state: ofOrder(order) },
    ofMoney('invoice', order.invoicedAmount, order.totalAmount),
    ...(goods.length > 0 ? [share('reserve', goods, 'quantityReserved', moves)] : []),
    ...supply.filter((part) => part !== undefined),
    ...(goods.length > 0
      ? [share('picking', goods, 'quantityPicked', moves), share('delivery', goods, 'quantityDelivered', moves)]
      : []),
    ...(work.length > 0 ? [share('service', work, 'quantityDelivered', moves)] : []),
    ofMoney('payment', order.paidAmount, order.totalAmount),
  ]
}

function ofOrder({ status }: OrderCard): State {
  if (status === 'CANCELLED') return 'failed'
  if (status === 'DRAFT') return 'none'
  return status === 'ON_HOLD' || status === 'PENDING' ? 'waiting' : 'done'
}

function ofMoney(key: 'invoice' | 'payment', amount: number, total: number): Progress {
  if (total <= 0) return { key, state: 'none' }
  const state = amount >= total ? 'done' : amount > 0 ? 'working' : 'none'
  return { key, state, ...(state !== 'done' && { percent: Math.floor((amount / total) * 100) }) }
}

type Counted = 'quantityReserved' | 'quantityPicked' | 'quantityDelivered'

function share(key: Stretch, items: readonly OrderItem[], column: Counted, moves: boolean): Progress {
  const parts = items.map((item) => ({
    unit: item.unit,
    done: Math.min(item[column], wanted(item)),
    all: wanted(item),
  }))
  const [done, all] = [sum(parts.map((part) => part.done)), sum(parts.map((part) => part.all))]
  const complete = parts.every((part) => part.done >= part.all)
  const state = complete ? 'done' : done > 0 ? 'working' : moves && key === 'reserve' ? 'waiting' : 'none'
  if (complete || state === 'none') return { key, state }
  const sameUnit = new Set(parts.map(({ unit }) => unit)).size === 1
  const percent = Math.floor((sum(parts.map((part) => part.done / part.all)) / parts.length) * 100)
  return sameUnit ? { key, state, done, all } : { key, state, percent }
}

/** What is made or bought for the order and not here yet. */
function awaited(items: readonly OrderItem[], kind: string, key: 'production' | 'purchase'): Progress | undefined {
  const all = items.flatMap(({ allocations }) => allocations).filter((one) => one.kind === kind)
  if (all.length === 0) return undefined
  const open = all.filter(({ status }) => status === 'OPEN')
  return open.length === 0
    ? { key, state: 'done' }
    : { key, state: 'working', done: sum(open.map((one) => one.quantity)) }
}

const sum = (numbers: readonly number[]): number => rounded(numbers.reduce((one, other) => one + other, 0))
