import type { OrderInHand } from '../../modules/orders/operations/take-order.js'
import type { DocumentRef } from '../../platform/outbox/events.js'
import type { CancellationPlan } from './plan.js'
import type { Deed, DeedOf, Effect } from './effects.js'

/** A plan that is being carried out. */
export interface Cancellation {
  order: OrderInHand
  readonly isConfirmed: boolean
  readonly hadPayments: boolean
  readonly reason: string
  readonly plan: CancellationPlan
  /** What is not done yet. */
  left: readonly Effect[]
  ended: boolean
}

/** What of one kind is still to be done. */
export const deedsOf = <Does extends Deed['does']>({ left }: Cancellation, does: Does): Array<DeedOf<Does>> =>
  left.flatMap(({ deed }) => (deed?.does === does ? [deed as DeedOf<Does>] : []))

export const owes = (cancellation: Cancellation, does: Deed['does']): boolean => deedsOf(cancellation, does).length > 0

export function forget(cancellation: Cancellation, does: Deed['does']): void {
  cancellation.left = cancellation.left.filter(({ deed }) => deed?.does !== does)
}

/** Reservations and lines have no paper of their own that a chain could show. */
const papers = ({ type }: DocumentRef) => type !== 'reservation' && type !== 'order_item'

/** The documents that one kind of deed changes, each once. */
export function documentsOf({ left }: Cancellation, does: Deed['does']): DocumentRef[] {
  const documents = left.filter(({ deed }) => deed?.does === does).map(({ document }) => document)
  return [...new Map(documents.filter(papers).map((document) => [document.id, document])).values()]
}
