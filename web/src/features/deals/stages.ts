import type { DealStage, OpenStage } from '@prometric/contracts/deals'

/** The way of a deal, from the first word to the last. */
const ladder: readonly DealStage[] = ['LEAD', 'QUALIFIED', 'PROPOSAL', 'NEGOTIATION', 'CLOSING']

export const isOpen = (stage: DealStage): stage is OpenStage => stage !== 'WON' && stage !== 'LOST'

/** A step back is one that the server wants a reason for. */
export const isBackward = (from: DealStage, to: DealStage): boolean =>
  isOpen(from) && isOpen(to) && ladder.indexOf(to) < ladder.indexOf(from)
