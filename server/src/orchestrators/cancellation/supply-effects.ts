import { Quantity } from '../../kernel/quantity.js'
import type { RequestedLine } from '../../modules/procurement/queries/requisitions-of-order.js'
import type { ProductionForOrder } from '../../modules/production/queries/production-of-order.js'
import { type Effect, effect, least } from './effects.js'
import type { CancellationFacts, CancellationRequest } from './facts.js'
import type { LineCancellation } from './lines-to-cancel.js'
import { sourcesGivenUp } from './sources.js'
import { release } from './stock-effects.js'

/** What becomes of production, with the materials that were reserved for it. */
export function productionEffects(
  facts: CancellationFacts,
  request: CancellationRequest,
  lines: readonly LineCancellation[],
  closes: boolean,
): Effect[] {
  const ofLines = lines.flatMap((one) => {
    const own = facts.productions.filter(({ orderItemId }) => orderItemId === one.line.id)
    const open = own.filter(({ status }) => status !== 'COMPLETED')
    // A line that is gone wants none of it, also what other stock has meanwhile made superfluous.
    const wanted = one.openAfter.isZero() ? sumOf(open) : sourcesGivenUp(one).made
    const made = lessMade(open, wanted, request)
    const finished = sourcesGivenUp(one).made.isPositive() && own.filter(({ status }) => status === 'COMPLETED')
    return [...made, ...(finished || []).map((order) => keep(order, order.left, 'MADE_ALREADY'))]
  })
  // Opened by hand towards the order as a whole.
  const loose = closes
    ? facts.productions.filter(({ orderItemId, status }) => orderItemId === null && status !== 'COMPLETED')
    : []
  const effects = [...ofLines, ...lessMade(loose, sumOf(loose), request)]
  return [...effects, ...effects.flatMap((one) => materials(facts, one))]
}

const sumOf = (orders: readonly ProductionForOrder[]) => Quantity.sum(orders.map((order) => order.left))

/** Gives up so much of what is made: what has not begun first, of equals the newest. */
function lessMade(orders: readonly ProductionForOrder[], wanted: Quantity, request: CancellationRequest): Effect[] {
  let left = wanted
  return orders.toSorted(byBeginning).flatMap((order) => {
    const by = least(left, order.left)
    if (!by.isPositive()) return []
    left = left.minus(by)
    if (!order.begun) return [by.equals(order.left) ? end(order, 'CANCEL') : makeLess(order, by)]
    if (!by.equals(order.left)) return [keep(order, by, 'SURPLUS_FOR_STOCK')]
    return [request.choices.startedProduction === 'STOP' && order.stoppable ? end(order, 'STOP') : detach(order)]
  })
}

const byBeginning = (a: ProductionForOrder, b: ProductionForOrder) =>
  Number(a.begun) - Number(b.begun) || (a.id < b.id ? 1 : -1)
const documentOf = ({ id, number }: ProductionForOrder) => ({ type: 'production_order', id, number })
const spentOn = ({ begun, spent }: ProductionForOrder) => (begun ? spent : null)

const end = (order: ProductionForOrder, action: 'CANCEL' | 'STOP') =>
  effect({
    document: documentOf(order),
    action,
    quantity: order.left,
    reversible: action === 'CANCEL',
    spent: spentOn(order),
    deed: { does: 'end production', productionOrderId: order.id },
  })
const makeLess = (order: ProductionForOrder, by: Quantity) =>
  effect({
    document: documentOf(order),
    action: 'CANCEL',
    quantity: by,
    note: 'MADE_LESS',
    deed: { does: 'make less', productionOrderId: order.id, by },
  })
const detach = (order: ProductionForOrder) =>
  effect({
    document: documentOf(order),
    action: 'DETACH',
    quantity: order.left,
    spent: spentOn(order),
    note: 'MADE_FOR_STOCK',
    deed: { does: 'detach production', productionOrderId: order.id },
  })
const keep = (order: ProductionForOrder, quantity: Quantity, note: 'SURPLUS_FOR_STOCK' | 'MADE_ALREADY') =>
  effect({ document: documentOf(order), action: 'KEEP', quantity, note, deed: null })

/** Materials of production that ends are free at once; those of production that becomes less are reserved anew by its plan. */
function materials({ reservations }: CancellationFacts, { deed }: Effect): Effect[] {
  if (deed?.does !== 'end production' && deed?.does !== 'make less') return []
  return reservations
    .filter((one) => one.productionOrderId === deed.productionOrderId)
    .map((one) => ({ ...release(one, one.left), note: 'FOR_MATERIAL' as const }))
}

/** What becomes of purchases: what nobody has ordered from a supplier is crossed out, the rest is a matter for the buyer. */
export function purchaseEffects(facts: CancellationFacts, lines: readonly LineCancellation[]): Effect[] {
  return lines.flatMap((one) => {
    const own = facts.requisitions.filter(({ orderItemId }) => orderItemId === one.line.id)
    let left = one.openAfter.isZero()
      ? Quantity.sum(own.map((requested) => requested.left))
      : sourcesGivenUp(one).bought
    return own
      .toSorted((a, b) => Number(a.sent) - Number(b.sent) || (a.id < b.id ? 1 : -1))
      .flatMap((requested) => {
        const by = least(left, requested.left)
        if (!by.isPositive()) return []
        left = left.minus(by)
        return [requested.sent ? askBuyer(requested, by) : buyLess(requested, by)]
      })
  })
}

const requisition = ({ requisitionId, number }: RequestedLine) => ({
  type: 'purchase_requisition',
  id: requisitionId,
  number,
})

const buyLess = (requested: RequestedLine, by: Quantity) =>
  effect({
    document: requisition(requested),
    action: 'CANCEL',
    quantity: by,
    note: by.equals(requested.left) && requested.received.isZero() ? null : 'BOUGHT_LESS',
    deed: { does: 'buy less', lineId: requested.id, by },
  })
const askBuyer = (requested: RequestedLine, by: Quantity) =>
  effect({
    document: requisition(requested),
    action: 'KEEP',
    quantity: by,
    note: 'SENT_TO_SUPPLIER',
    deed: {
      does: 'ask the buyer',
      lineId: requested.id,
      title: `Отменить у поставщика: ${requested.productName}, ${by} · ${requested.number}`,
    },
  })
