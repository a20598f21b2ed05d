import { type DealStage, dealStages, openStages, type OpenStage } from '@prometric/contracts/deals'
import { lifecycle, type Move } from '../../kernel/lifecycle.js'

export type { DealStage, OpenStage }

const between: Move<DealStage>[] = openStages.flatMap((from) =>
  openStages
    .filter((to) => to !== from)
    .map((to) => ({ from, to, permission: 'DEALS_UPDATE', event: 'deal.stage.changed' })),
)
const wins: Move<DealStage>[] = openStages.map((from) => ({
  from,
  to: 'WON',
  permission: 'DEALS_UPDATE',
  event: 'deal.won',
}))
const losses: Move<DealStage>[] = openStages.map((from) => ({
  from,
  to: 'LOST',
  permission: 'DEALS_UPDATE',
  event: 'deal.lost',
}))
const returns: Move<DealStage>[] = (['WON', 'LOST'] as const).flatMap((from) =>
  openStages.map((to) => ({ from, to, permission: 'DEALS_REOPEN', event: 'deal.reopened' })),
)

/** An open deal goes anywhere; a closed one only returns, by reopening. */
export const dealLifecycle = lifecycle<DealStage>({
  name: 'deal',
  states: dealStages,
  moves: [...between, ...wins, ...losses, ...returns],
})

export const isOpen = (stage: DealStage): stage is OpenStage => (openStages as readonly DealStage[]).includes(stage)

/** Has the step gone back towards the first contact? */
export const isBackward = (from: OpenStage, to: OpenStage): boolean => openStages.indexOf(to) < openStages.indexOf(from)
