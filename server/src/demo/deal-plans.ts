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
  readonly moves: readonly Move[]
  /** Without it the deal is still open today. */
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

interface Move {
  readonly on: number
  readonly to: OpenStage
}

type Course = Pick<DealPlan, 'createdOn' | 'moves' | 'end'>

const climb: readonly OpenStage[] = ['QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING']
const lostReasons: readonly LostReason[] = [
  'PRICE',
  'PRICE',
  'COMPETITOR',
  'NO_BUDGET',
  'NO_DECISION',
  'TIMING',
  'NO_RESPONSE',
]
/** Every eighth deal is a young one that fills today's board. */
const youngEvery = 8

/** The deals of a history. The same scale gives the same plans; each deal has a generator of its own. */
export function planDeals(scale: PlanScale, seed: number): DealPlan[] {
  return Array.from({ length: scale.deals }, (_, i) => planDeal(scale, i, seededRandom(seed * 100_003 + i)))
}

function planDeal(scale: PlanScale, index: number, random: SeededRandom): DealPlan {
  const rush = scale.rushes[scale.deals - 1 - index]
  const last = scale.days - 1
  const young = index % youngEvery === youngEvery - 1
  const course = rush
    ? rushCourse(last, random)
    : young
      ? youngCourse(last, Math.floor(index / youngEvery), random)
      : usualCourse(scale, index, random)
  const wish = rush ?? random.pick(scale.wishes)
  return {
    ...course,
    title: wish.title,
    // Customers come to be known one after another; from then on anybody may ask for more.
    customer: random.between(
      0,
      Math.max(9, Math.floor((scale.customers * (course.createdOn + 20)) / (scale.days + 20))) - 1,
    ),
    lines: wish.lines.map(([code, least, most]) => ({ code, quantity: random.between(least, most) })),
    discount: random.percent(35) ? random.pick([2, 3, 5]) : 0,
    paysAfter: random.percent(4) ? 'NEVER' : random.percent(18) ? random.between(8, 35) : random.between(-4, 2),
    inParts: random.percent(15),
  }
}

/** Comes some time in the year, somewhat more of late, climbs step by step and is won or lost, if the year is long enough. */
function usualCourse({ deals, days }: PlanScale, index: number, random: SeededRandom): Course {
  const last = days - 1
  const createdOn = Math.min(
    last,
    1 + Math.floor(Math.pow((index + random.between(0, 9) / 10) / deals, 0.9) * (last - 1)),
  )
  const moves: Move[] = []
  let on = createdOn
  for (const to of climb) {
    on += random.between(1, 6)
    // Small things are agreed upon without every step.
    if (!random.percent(28)) moves.push({ on, to })
  }
  const lost = random.percent(28)
  const before = lost ? moves.slice(0, random.between(0, moves.length)) : moves
  const endsOn = (lost ? (before.at(-1)?.on ?? createdOn) : on) + random.between(1, 6)
  const end = lost ? { on: endsOn, lost: random.pick(lostReasons) } : { on: endsOn }
  return { createdOn, moves: before.filter((move) => move.on <= last), ...(endsOn <= last ? { end } : {}) }
}

/** Came lately and stands at one of the open stages, each of them in turn. */
function youngCourse(last: number, turn: number, random: SeededRandom): Course {
  const createdOn = Math.max(0, last - random.between(5, 12))
  return { createdOn, moves: climb.slice(0, turn % (climb.length + 1)).map((to, i) => ({ on: createdOn + i + 1, to })) }
}

/** A great order, won in these days, when nobody has had time to serve it yet. */
function rushCourse(last: number, random: SeededRandom): Course {
  const createdOn = Math.max(0, last - random.between(11, 14))
  return {
    createdOn,
    moves: climb.map((to, i) => ({ on: createdOn + 2 * (i + 1), to })),
    end: { on: last - random.between(0, 3) },
  }
}
