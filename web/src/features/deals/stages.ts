import type { DealStage, dealPriorities, OpenStage } from '@prometric/contracts/deals'

/** The way of a deal, from the first word to the last. */
export const openStages: readonly OpenStage[] = ['LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING']

export const isOpen = (stage: DealStage): stage is OpenStage => stage !== 'WON' && stage !== 'LOST'

/** A step back is one that the server wants a reason for. */
export const isBackward = (from: DealStage, to: DealStage): boolean =>
  isOpen(from) && isOpen(to) && openStages.indexOf(to) < openStages.indexOf(from)

export const priorities = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'] satisfies ReadonlyArray<(typeof dealPriorities)[number]>
