import type { OpenStage } from '@prometric/contracts/deals'
import { seededRandom, type SeededRandom } from './seeded-random.js'
import type { Wish } from './wishes.js'

export type LostReason = 'PRICE' | 'COMPETITOR' | 'NO_BUDGET' | 'NO_DECISION' | 'TIMING' | 'NO_RESPONSE'

/** What becomes of one deal. Days are places in the list of working days. */
export interface DealPlan {
  readonly title: string
  /** Place in the list of customers. */
  readonly customer: number
  readonly createdOn: number
  readonly lines: ReadonlyArray<{ readonly code: string; readonly quantity: number }>
  readonly discount: number
  readonly moves: ReadonlyArray<{ readonly on: number; readonly to: OpenStage }>
  readonly end?: { readonly on: number; readonly lost?: LostReason }
  /** When the money comes, in calendar days after the day it is due; never when it does not. */
  readonly paysAfter: number | 'NEVER'
  readonly inParts: boolean
}

export interface PlanScale {
  readonly deals: number
  readonly days: number
  readonly customers: number
  readonly wishes: readonly Wish[]
  /** Wishes that come on the last days and cannot be served from the shelves. */
  readonly rushes: readonly Wish[]
}

const climb: readonly OpenStage[] = ['QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING']
const lostReasons: readonly LostReason[] = ['PRICE', 'PRICE', 'COMPETITOR', 'NO_BUDGET', 'NO_DECISION', 'TIMING', 'NO_RESPONSE']
/** So many working days before the end nobody serves the orders any more: what is won then is on today's boards. */
const rushDays = 4

/** The deals of a history. The same scale gives the same plans; each deal has a generator of its own. */
export function planDeals(scale: PlanScale, seed: number): DealPlan[] {
  return Array.from({ length: scale.deals }, (_, i) => planDeal(scale, i, seededRandom(seed * 100_003 + i)))
}

function planDeal(scale: PlanScale, index: number, random: SeededRandom): DealPlan {
  const rush = scale.rushes[scale.deals - 1 - index]
  const last = scale.days - 1
  // A growing business: the later, the more deals. The first days are for the customers to become acquainted.
  const share = Math.pow((index + random.between(0, 9) / 10) / scale.deals, 0.85)
  const createdOn = rush ? last - random.between(11, 14) : Math.min(last, 3 + Math.floor(share * (last - 3)))
  const stepDays = () => random.between(2, 8)
  const moves: Array<{ on: number; to: OpenStage }> = []
  let on = createdOn
  for (const to of climb) {
    on += rush ? 2 : stepDays()
    // Small things are agreed upon without every step.
    if (random.percent(rush ? 0 : 28)) continue
    moves.push({ on, to })
  }
  const endsOn = rush ? last - random.between(0, rushDays - 1) : on + stepDays()
  const isLost = !rush && random.percent(25)
  const stoppedAt = isLost ? random.between(0, moves.length) : moves.length
  const lostOn = (moves[stoppedAt - 1]?.on ?? createdOn) + stepDays()
  const end = isLost ? { on: lostOn, lost: random.pick(lostReasons) } : { on: endsOn }
  const wish = rush ?? random.pick(scale.wishes)
  return {
    title: wish.title,
    // Customers come to be known one after another; from then on anybody may ask for more.
    customer: random.between(0, Math.max(9, Math.floor((scale.customers * (createdOn + 20)) / (scale.days + 20))) - 1),
    createdOn,
    lines: wish.lines.map(([code, least, most]) => ({ code, quantity: random.between(least, most) })),
    discount: random.percent(35) ? random.pick([2, 3, 5]) : 0,
    moves: moves.slice(0, stoppedAt).filter((move) => move.on <= Math.min(last, end.on)),
    ...(end.on <= last ? { end } : {}),
    paysAfter: random.percent(7) ? 'NEVER' : random.percent(18) ? random.between(8, 35) : random.between(-4, 2),
    inParts: random.percent(15),
  }
}
