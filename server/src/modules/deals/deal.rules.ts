// Decisions about deals: no I/O, no clock.

import { invalid, Refusal } from '../../kernel/refusal.js'
import { isBackward, isOpen, type DealStage, type OpenStage } from './deal.lifecycle.js'

export interface StageWay {
  readonly from: OpenStage
  readonly to: OpenStage
  readonly reason: string | undefined
  readonly strict: boolean
  /** The open stages that the pipeline has, in its order. */
  readonly ladder: readonly DealStage[]
  /** What the stage ahead demands, and what of the checklist is done. */
  readonly requirements: readonly string[]
  readonly done: ReadonlySet<string>
}

/** A step back needs a reason; a strict pipeline goes up one step at a time, and only when the step's requirements are met. */
export function checkStageWay(way: StageWay): void {
  if (isBackward(way.from, way.to)) {
    if (!way.reason) throw invalid('reason', 'REASON_FOR_A_STEP_BACK')
    return
  }
  if (!way.strict || way.from === way.to) return
  const next = way.ladder[way.ladder.indexOf(way.from) + 1]
  if (next !== way.to)
    throw new Refusal('INVALID_TRANSITION', {
      from: way.from,
      to: way.to,
      allowed: next && isOpen(next) ? [next, 'LOST'] : ['WON', 'LOST'],
    })
  checkRequirements(way.requirements, way.done)
}

/** A strict pipeline is won from its last open stage. */
export function checkWinStage(stage: OpenStage, strict: boolean): void {
  if (strict && stage !== 'CLOSING')
    throw new Refusal('INVALID_TRANSITION', { from: stage, to: 'WON', allowed: ['CLOSING'] })
}

export function checkRequirements(requirements: readonly string[], done: ReadonlySet<string>): void {
  const missing = requirements.filter((each) => !done.has(each))
  if (missing.length > 0) throw new Refusal('REQUIREMENTS_NOT_MET', { missing })
}

/** A checklist as the deal keeps it: requirement → done, by, at. */
export type Checklist = Readonly<Record<string, { done: boolean; by: string | null; at: string }>>

export const doneOf = (checklist: Checklist): Set<string> =>
  new Set(Object.keys(checklist).filter((name) => checklist[name]?.done))

/** The probability after a move: the given one, else that of the stage. Closed stages have a fixed one. */
export function probabilityAt(
  stage: DealStage,
  ofStage: number,
  given: number | undefined,
): { probability: number; manual: boolean } {
  if (!isOpen(stage)) return { probability: stage === 'WON' ? 100 : 0, manual: false }
  if (given === undefined) return { probability: ofStage, manual: false }
  if (given > 99) throw invalid('probability', 'AT_MOST', { maximum: 99 })
  return { probability: given, manual: true }
}

/** Whole days between two moments, never negative. */
export const wholeDays = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000))

/** An interval and a value belong to a recurring deal. */
export function checkRecurring(deal: {
  isRecurring: boolean
  recurringInterval: unknown
  recurringValue: unknown
}): void {
  if (!deal.isRecurring) return
  if (!deal.recurringInterval) throw invalid('recurringInterval', 'REQUIRED_WHEN_RECURRING')
  if (deal.recurringValue === null || deal.recurringValue === undefined)
    throw invalid('recurringValue', 'REQUIRED_WHEN_RECURRING')
}
