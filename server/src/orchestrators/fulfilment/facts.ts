import type { Take } from '../../modules/inventory/allocation-plan.js'
import { isStocked, openQuantity } from '../../modules/orders/order-progress.js'
import {
  type KeptForLine,
  lockOrderToFulfil,
  type NeedyLine,
  type OrderToFulfil,
  type UnpickedReservation,
} from '../../modules/orders/queries/order-needs.js'
import type { UnitOfWork } from '../../platform/database/unit-of-work.js'
import type { DocumentRef } from '../../platform/outbox/events.js'
import { lookAtSupply, unallocated } from './supply.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export type Line = Mutable<NeedyLine>

/** A confirmed order with all it needs, as the fulfilment sees it under its locks. The steps keep it true as they work. */
export interface Fulfilment {
  order: OrderToFulfil
  readonly lines: readonly Line[]
  /** What of the locked stock each line may take now. */
  takes: readonly Take[]
  /** Stock that was kept for it while it waited for its prepayment. */
  kept: readonly KeptForLine[]
  unpicked: UnpickedReservation[]
  documents: DocumentRef[]
  /** The latest day on which something ordered now is expected. */
  expectedOn: string
}

/** Locks the order, then the stock its lines may take, and tells what is owed. Undefined when there is nothing to fulfil. */
export async function lookAtFulfilment(work: UnitOfWork, orderId: string): Promise<Fulfilment | undefined> {
  const order = await lockOrderToFulfil(work, orderId)
  if (!order) return undefined
  const { lines, unpicked, kept, takes } = await lookAtSupply(work, order)
  return { order, lines, unpicked, kept, takes, documents: [], expectedOn: work.today }
}

/** The lines of these types that lack a source. */
export const short = ({ lines }: Fulfilment, ...types: string[]): readonly Line[] =>
  lines.filter((line) => types.includes(line.productType) && unallocated(line).isPositive())

export const isWaiting = (line: NeedyLine): boolean => line.waited.isPositive()

/** The lines now have their sources: what they lack is on its way and has its documents. */
export function settle(
  fulfilment: Fulfilment,
  lines: readonly Line[],
  documents: readonly DocumentRef[],
): readonly DocumentRef[] {
  for (const line of lines) {
    if (isStocked(line.productType)) line.waited = line.waited.plus(unallocated(line))
    line.allocated = openQuantity(line)
  }
  fulfilment.documents.push(...documents)
  return documents
}

/** The lines hold what was reserved for them, still to be picked; what they waited for is lessened by that. */
export function receive(fulfilment: Fulfilment, reserved: readonly UnpickedReservation[]): void {
  for (const { orderItemId, quantity } of reserved) {
    const line = fulfilment.lines.find(({ id }) => id === orderItemId)!
    const lessened = line.waited.compare(quantity) <= 0 ? line.waited : quantity
    line.waited = line.waited.minus(lessened)
    line.allocated = line.allocated.plus(quantity).minus(lessened)
  }
  fulfilment.unpicked = [...fulfilment.unpicked, ...reserved]
}

/** Says a fact about the order. */
export function say(
  work: UnitOfWork,
  { order }: Fulfilment,
  name: string,
  payload: Readonly<Record<string, unknown>>,
): void {
  work.announce({
    name,
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    payload: { orderId: order.id, customerId: order.customerId, dealId: order.dealId, ...payload },
  })
}

/** The later of two calendar days. */
export const later = (a: string, b: string): string => (a > b ? a : b)
