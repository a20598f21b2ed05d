import { Quantity } from '../../kernel/quantity.js'
import type { StandingReservation } from '../../modules/inventory/queries/reservations-of-order.js'
import type { PickingLine } from '../../modules/warehouse/queries/picking-of-order.js'
import { type Effect, effect, least } from './effects.js'
import type { CancellationFacts } from './facts.js'
import type { LineCancellation } from './lines-to-cancel.js'
import { type Sources, sourcesGivenUp } from './sources.js'

/** Goods of one reservation that are given up: on no list, on a list, or picked already. */
interface Portion {
  readonly reservation: StandingReservation
  readonly onList: PickingLine | undefined
  readonly wasPicked: boolean
  readonly quantity: Quantity
}

/** What leaves the picking lists and which reservations are released. Goods on the shelf are given up before those that are picked. */
export function stockEffects(facts: CancellationFacts, lines: readonly LineCancellation[]): Effect[] {
  const portions = lines.filter((one) => !one.hasParts).flatMap((one) => givenUp(facts, one, sourcesGivenUp(one)))
  return [...unpicking(facts, portions), ...releases(portions)]
}

function givenUp(facts: CancellationFacts, { line, openAfter }: LineCancellation, sources: Sources): Portion[] {
  const own = facts.reservations.filter((one) => one.orderItemId === line.id)
  const hard = own.filter((one) => one.kind === 'HARD').flatMap((one) => portionsOf(facts, one))
  // Stock that is kept before the confirmation is no source of the line yet: of it no more is kept than the line still wants.
  const soft = own.filter((one) => one.kind === 'SOFT').flatMap((one) => portionsOf(facts, one))
  const kept = Quantity.sum(soft.map((portion) => portion.quantity))
  return [...taken(hard.toSorted(byReach), sources.stock), ...taken(soft.toReversed(), kept.minus(openAfter))]
}

function portionsOf({ pickings }: CancellationFacts, reservation: StandingReservation): Portion[] {
  const own = pickings.filter((line) => line.reservationId === reservation.id)
  const done = own.filter((line) => line.picked.isPositive())
  const picked = Quantity.sum(done.map((line) => line.picked)).minus(reservation.consumed)
  const shelf = reservation.left.minus(picked.isPositive() ? picked : Quantity.zero)
  const open = own.find((line) => !done.includes(line))
  return [
    { reservation, onList: open, wasPicked: false, quantity: shelf },
    { reservation, onList: done.at(-1), wasPicked: true, quantity: picked },
  ].filter(({ quantity }) => quantity.isPositive())
}

/** What is nearest to the shelf first; of equals the newest. */
const byReach = (a: Portion, b: Portion) => reach(a) - reach(b) || (a.reservation.id < b.reservation.id ? 1 : -1)
const reach = ({ onList, wasPicked }: Portion) => (wasPicked ? 2 : onList ? 1 : 0)

function taken(portions: readonly Portion[], wanted: Quantity): Portion[] {
  let left = wanted
  const found: Portion[] = []
  for (const portion of portions) {
    const quantity = least(left, portion.quantity)
    if (!quantity.isPositive()) break
    found.push({ ...portion, quantity })
    left = left.minus(quantity)
  }
  if (left.isPositive()) throw new Error(`${left} more is promised than is reserved`)
  return found
}

function unpicking({ pickings }: CancellationFacts, portions: readonly Portion[]): Effect[] {
  const listed = portions.flatMap((portion) => (portion.onList ? [{ ...portion, onList: portion.onList }] : []))
  const ids = [...new Set(pickings.map((line) => line.pickingId))]
  return ids.flatMap((pickingId) => {
    const lines = listed.filter((portion) => portion.onList.pickingId === pickingId)
    if (lines.length === 0) return []
    const all = pickings.filter((line) => line.pickingId === pickingId)
    const wasPicked = lines.some((portion) => portion.wasPicked)
    const standing = Quantity.sum(all.map((line) => (wasPicked ? line.picked : line.quantity)))
    const quantity = Quantity.sum(lines.map((portion) => portion.quantity))
    const whole = quantity.equals(standing)
    return [
      effect({
        document: { type: 'picking_order', id: pickingId, number: all[0]!.number },
        action: 'CANCEL',
        quantity,
        note: wasPicked ? 'TO_THE_SHELF' : whole ? null : 'PICKED_IN_PART',
        deed: {
          does: 'unpick',
          pickingId,
          whole,
          lines: lines.map((portion) => ({
            lineId: portion.onList.lineId,
            quantity: portion.quantity,
            wasPicked: portion.wasPicked,
          })),
        },
      }),
    ]
  })
}

function releases(portions: readonly Portion[]): Effect[] {
  const reservations = [...new Map(portions.map(({ reservation }) => [reservation.id, reservation])).values()]
  return reservations.map((reservation) =>
    release(
      reservation,
      Quantity.sum(portions.filter((one) => one.reservation.id === reservation.id).map((one) => one.quantity)),
    ),
  )
}

/** A reservation that gives so much back. */
export const release = ({ id, productName }: StandingReservation, quantity: Quantity): Effect =>
  effect({
    document: { type: 'reservation', id, number: productName },
    action: 'RELEASE',
    quantity,
    deed: { does: 'release', reservationId: id, quantity },
  })
