import { type CancellationChoiceKey, cancellationChoices } from '@prometric/contracts/cancellation'
import type { CancellationWarning } from '@prometric/contracts/cancellation-words'
import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import { Refusal } from '../../kernel/refusal.js'
import { isStocked, openQuantity } from '../../modules/orders/order-progress.js'
import { type Effect, effect } from './effects.js'
import type { CancellationFacts, CancellationRequest } from './facts.js'
import { invoiceEffects } from './invoice-effects.js'
import { handedOver, type LineCancellation, linesToCancel } from './lines-to-cancel.js'
import { moneyEffects } from './money-effects.js'
import { sourcesGivenUp } from './sources.js'
import { stockEffects } from './stock-effects.js'
import { productionEffects, purchaseEffects } from './supply-effects.js'

export interface CancellationPlan {
  readonly effects: readonly Effect[]
  /** What the caller may decide: only what makes a difference here. */
  readonly choices: readonly CancellationChoiceKey[]
  readonly warnings: readonly CancellationWarning[]
  /** Nothing of the order is left. */
  readonly closes: boolean
  /** What the order's total becomes less by. */
  readonly amount: Money
}

/**
 * What cancelling an order, or a part of it, does with every document that follows from it: a pure function of what was seen under the
 * locks and of what is wanted. Execution walks the same effects, in this order. Refuses what was handed over.
 */
export function planCancellation(facts: CancellationFacts, request: CancellationRequest): CancellationPlan {
  refuseEnded(facts)
  const lines = linesToCancel(facts, request.items)
  const closes = facts.lines.every((line) => openAfter(line.id, lines, openQuantity(line)).isZero())
  const { shippingCost, shippingTax, totalAmount } = facts.order
  const shipping = closes ? shippingCost.plus(shippingTax) : Money.zero
  const amount = Money.sum([shipping, ...lines.map((line) => line.amounts.total)])
  const credits = invoiceEffects(facts, lines, closes)
  const effects = [
    ...stockEffects(facts, lines),
    ...productionEffects(facts, request, lines, closes),
    ...purchaseEffects(facts, lines),
    ...deliveryEffects(facts, lines),
    ...taskEffects(facts, lines, closes),
    ...lines.map(lineEffect),
    orderEffect(facts, amount, closes),
    ...credits,
    ...moneyEffects(facts, request, credits, Money.of(totalAmount).minus(amount)),
  ]
  return { effects, choices: choicesOf(effects), warnings: warningsOf(facts, effects), closes, amount }
}

function refuseEnded({ order }: CancellationFacts): void {
  if (!['SALES', 'SERVICE'].includes(order.type))
    throw new Refusal('OPERATION_NOT_ALLOWED_FOR_TYPE', { orderType: order.type })
  if (order.status === 'CANCELLED' || order.status === 'COMPLETED')
    throw new Refusal('INVALID_TRANSITION', { from: order.status, to: 'CANCELLED', allowed: [] })
}

const openAfter = (id: string, lines: readonly LineCancellation[], open: Quantity) =>
  lines.find((one) => one.line.id === id)?.openAfter ?? open

/** The planned way is given up when nothing is left that could go it. */
function deliveryEffects({ deliveries, lines: all }: CancellationFacts, lines: readonly LineCancellation[]): Effect[] {
  const leaf = all.filter((line) => !all.some((part) => part.parentItemId === line.id))
  const toShip = leaf.some(
    (line) => isStocked(line.productType) && openAfter(line.id, lines, openQuantity(line)).compare(line.shipped) > 0,
  )
  if (toShip) return []
  return deliveries.map(({ id, number }) =>
    effect({
      document: { type: 'delivery_order', id, number },
      action: 'CANCEL',
      deed: { does: 'cancel delivery', deliveryOrderId: id },
    }),
  )
}

/** Tasks for what is no longer wanted. Those of documents that are cancelled end with them. */
function taskEffects(facts: CancellationFacts, lines: readonly LineCancellation[], closes: boolean): Effect[] {
  const gone = new Set(lines.filter((one) => one.openAfter.isZero()).map((one) => `service:${one.line.id}`))
  const unmade = new Set(
    facts.productions
      .filter(({ orderItemId }) => lines.some((one) => one.line.id === orderItemId && one.openAfter.isZero()))
      .map(({ id }) => `bom-missing:${id}`),
  )
  return facts.tasks
    .filter(({ sourceKey }) => gone.has(sourceKey) || unmade.has(sourceKey) || closes)
    .map(({ id, title, sourceKey }) =>
      effect({
        document: { type: 'task', id, number: title },
        action: 'CANCEL',
        deed: { does: 'drop task', sourceKey },
      }),
    )
}

function lineEffect(cancelled: LineCancellation): Effect {
  const { line, by, amounts, shares } = cancelled
  const { made, bought, work } = sourcesGivenUp(cancelled)
  return effect({
    document: { type: 'order_item', id: line.id, number: line.productName },
    action: 'CANCEL',
    quantity: by,
    amount: amounts.total,
    reversible: false,
    deed: { does: 'cancel line', itemId: line.id, by, amounts, made, bought, work, shares },
  })
}

function orderEffect({ order, lines }: CancellationFacts, amount: Money, closes: boolean): Effect {
  const { shippingCost, shippingTax } = closes ? order : { shippingCost: Money.zero, shippingTax: Money.zero }
  return effect({
    document: { type: 'order', id: order.id, number: order.orderNumber },
    action: closes ? 'CANCEL' : 'KEEP',
    amount,
    reversible: false,
    note: !closes && lines.some((line) => handedOver(line).isPositive()) ? 'SHIPPED_STAYS' : null,
    deed: { does: 'cancel order', shippingCost, shippingTax, closes },
  })
}

function choicesOf(effects: readonly Effect[]): CancellationChoiceKey[] {
  const offered: Record<CancellationChoiceKey, boolean> = {
    startedProduction: effects.some(({ action }) => action === 'DETACH' || action === 'STOP'),
    paidMoney: effects.some(({ action }) => action === 'ADVANCE' || action === 'REFUND'),
  }
  return (Object.keys(cancellationChoices) as CancellationChoiceKey[]).filter((key) => offered[key])
}

function warningsOf({ lines, refundLimit }: CancellationFacts, effects: readonly Effect[]): CancellationWarning[] {
  const said: Record<CancellationWarning, boolean> = {
    GOODS_ARE_PICKED: effects.some(({ note }) => note === 'TO_THE_SHELF'),
    PRODUCTION_HAS_BEGUN: effects.some(({ action }) => action === 'DETACH' || action === 'STOP'),
    PURCHASE_IS_SENT: effects.some(({ note }) => note === 'SENT_TO_SUPPLIER'),
    CUSTOMER_HAS_PAID: effects.some(({ action }) => action === 'ADVANCE' || action === 'REFUND'),
    REFUND_NEEDS_APPROVAL: effects.some(
      ({ action, amount }) => action === 'REFUND' && amount !== null && amount.compare(refundLimit) > 0,
    ),
    PART_IS_SHIPPED: lines.some((line) => handedOver(line).isPositive()),
  }
  return (Object.keys(said) as CancellationWarning[]).filter((warning) => said[warning])
}
