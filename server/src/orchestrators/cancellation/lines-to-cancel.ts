import { allocate } from '../../kernel/allocation.js'
import { Money } from '../../kernel/money.js'
import { Quantity } from '../../kernel/quantity.js'
import { against, invalid, Refusal } from '../../kernel/refusal.js'
import { isStocked, openQuantity } from '../../modules/orders/order-progress.js'
import type { CancellableLine } from '../../modules/orders/queries/cancellable-order.js'
import { amountsLess, keptAmounts, type PricedLine } from '../../modules/pricing/public.js'
import type { PartShare } from './effects.js'
import type { CancellationFacts, CancellationRequest } from './facts.js'

/** How much of a line is cancelled, and what that takes off its amounts. */
export interface LineCancellation {
  readonly line: CancellableLine
  readonly by: Quantity
  readonly openAfter: Quantity
  readonly amounts: PricedLine
  /** A bundle that is told by its parts. */
  readonly hasParts: boolean
  /** What its parts earn from now on. */
  readonly shares: readonly PartShare[]
}

type Lines = Pick<CancellationFacts, 'lines' | 'order'>

/**
 * What of each line is to be cancelled: the wished quantities, or everything that is not handed over. A bundle takes its parts along in
 * whole sets; a set of which something was handed over stays. Refuses what is not there, was handed over, or is only a part of a bundle.
 */
export function linesToCancel(facts: Lines, items: CancellationRequest['items']): LineCancellation[] {
  const tops = facts.lines.filter((line) => line.parentItemId === null)
  const wished = items ? wishes(facts, items) : new Map(tops.map((line) => [line.id, leftOf(line, facts.lines)]))
  const chosen = tops.flatMap((line) => {
    const by = wished.get(line.id) ?? Quantity.zero
    if (!by.isPositive()) return []
    const parts = facts.lines.filter((part) => part.parentItemId === line.id)
    const own = lessened(line, by, parts)
    return [own, ...parts.map((part) => lessened(part, partOf(part, line, own), []))]
  })
  if (chosen.length === 0) throw new Refusal('ALREADY_SHIPPED', { orderId: facts.order.id })
  return chosen.filter(({ by }) => by.isPositive())
}

/** With the customer already, or done for him. */
export const handedOver = (line: CancellableLine): Quantity =>
  isStocked(line.productType) ? line.shipped : line.delivered

function wishes({ lines }: Lines, items: NonNullable<CancellationRequest['items']>): Map<string, Quantity> {
  const wished = new Map<string, Quantity>()
  for (const [index, { itemId, quantity }] of items.entries()) {
    const field = `items[${index}]`
    const line = lines.find((one) => one.id === itemId)
    if (!line) throw new Refusal('NOT_FOUND', { itemId }, `${field}.itemId`)
    if (line.parentItemId) throw against('BUNDLE_IS_WHOLE', {}, `${field}.itemId`)
    if (wished.has(itemId)) throw invalid(`${field}.itemId`, 'EACH_LINE_ONCE')
    const left = leftOf(line, lines)
    const about = { itemId, left: left.toString() }
    if (quantity.compare(openQuantity(line)) > 0) throw against('CANCELLED_WITHIN_ORDERED', about, `${field}.quantity`)
    if (quantity.compare(left) > 0) throw new Refusal('ALREADY_SHIPPED', about, `${field}.quantity`)
    wished.set(itemId, quantity)
  }
  return wished
}

function leftOf(line: CancellableLine, lines: readonly CancellableLine[]): Quantity {
  const parts = lines.filter((part) => part.parentItemId === line.id)
  const gone = parts.length === 0 ? handedOver(line) : most(parts.map((part) => setsGone(part, line)))
  const left = openQuantity(line).minus(gone)
  return left.isPositive() ? left : Quantity.zero
}

const unit = 1_000_000n

/** How many sets of a bundle a part's goods that were handed over belong to: begun sets count, where sets are whole. */
function setsGone(part: CancellableLine, bundle: CancellableLine): Quantity {
  const sets = ceilDivide(handedOver(part).micro * bundle.quantity.micro, part.quantity.micro)
  return Quantity.of(bundle.quantity.micro % unit === 0n ? ceilDivide(sets, unit) * unit : sets)
}

/** A part's quantity in the cancelled sets: pieces stay whole, and cancelling every set cancels the part to the last millionth. */
function partOf(part: CancellableLine, bundle: CancellableLine, { openAfter }: LineCancellation): Quantity {
  const exact = (part.quantity.micro * bundle.quantity.minus(openAfter).micro) / bundle.quantity.micro
  const gone = part.quantity.micro % unit === 0n ? (exact / unit) * unit : exact
  return Quantity.of(gone).minus(part.cancelled)
}

function lessened(line: CancellableLine, by: Quantity, parts: readonly CancellableLine[]): LineCancellation {
  const openAfter = openQuantity(line).minus(by)
  const kept = keptAmounts(line.amounts, line.priceIncludesVat, openQuantity(line), openAfter)
  const hasParts = parts.length > 0
  return { line, by, openAfter, amounts: amountsLess(line.amounts, kept), hasParts, shares: sharesOf(parts, kept) }
}

/** What is left of a bundle's price is shared out as all of it was, and adds up to it. */
function sharesOf(parts: readonly CancellableLine[], kept: PricedLine): PartShare[] {
  const shared = parts.flatMap(({ id, share }) => (share ? [{ id, ...share }] : []))
  if (shared.length === 0) return []
  const part = (whole: Money, of: (one: { net: Money; tax: Money }) => Money) =>
    allocate(
      whole.tiyn,
      shared.map((one) => of(one).tiyn),
    ).map((tiyn) => Money.of(tiyn))
  const nets = part(kept.net, ({ net }) => net)
  const taxes = part(kept.tax, ({ tax }) => tax)
  return shared.map(({ id }, index) => ({ itemId: id, net: nets[index]!, tax: taxes[index]! }))
}

const ceilDivide = (n: bigint, d: bigint) => (n + d - 1n) / d
const most = (quantities: readonly Quantity[]) =>
  quantities.reduce((a, b) => (a.compare(b) >= 0 ? a : b), Quantity.zero)
