import type { BoardAnswer, DealStage } from '@prometric/contracts/deals'
import type { BoardCard, BoardStage } from '../deal-answer.js'
import { isOpen } from '../stages.js'

/** A card that somebody here has put elsewhere and the server has not answered for yet. */
export interface PendingMove {
  readonly card: BoardCard
  readonly to: DealStage
  readonly beforeId: string | undefined
  readonly afterId: string | undefined
}

/** The board as it will be when the server agrees with every move: cards in their places, counts and sums with them. */
export const movedBoard = (board: BoardAnswer, moves: readonly PendingMove[]): BoardAnswer =>
  moves.length === 0 ? board : { ...board, stages: moves.reduce(move, board.stages) }

function move(stages: BoardAnswer['stages'], { card, to, beforeId, afterId }: PendingMove): BoardAnswer['stages'] {
  const from = stages.find(({ deals }) => deals.some(({ id }) => id === card.id))
  const target = stages.find(({ stage }) => stage === to)
  if (!target) return stages
  const known = from?.deals.find(({ id }) => id === card.id) ?? card
  return stages.map((stage) => {
    const without = stage === from ? taken(stage, known) : stage
    return stage === target ? put(without, known, placeIn(without, beforeId, afterId)) : without
  })
}

function taken(stage: BoardStage, card: BoardCard): BoardStage {
  return { ...resized(stage, card, -1), deals: stage.deals.filter(({ id }) => id !== card.id) }
}

function put(stage: BoardStage, card: BoardCard, place: number): BoardStage {
  const probability = stage.probability
  const arrived = { ...card, probability, expectedRevenue: shareOf(card.value, probability) }
  return { ...resized(stage, arrived, 1), deals: stage.deals.toSpliced(place, 0, arrived) }
}

const resized = (stage: BoardStage, { value, expectedRevenue }: BoardCard, by: 1 | -1): BoardStage => ({
  ...stage,
  count: stage.count + by,
  totalValue: sum(stage.totalValue, by * value),
  expectedRevenue: sum(stage.expectedRevenue, by * expectedRevenue),
})

/** What was closed last stands first; elsewhere a card stands beside the one it was put to, or at the end. */
function placeIn({ stage, deals }: BoardStage, beforeId: string | undefined, afterId: string | undefined): number {
  if (!isOpen(stage)) return 0
  const before = deals.findIndex(({ id }) => id === beforeId)
  if (before !== -1) return before
  const after = deals.findIndex(({ id }) => id === afterId)
  return after === -1 ? deals.length : after + 1
}

const sum = (one: number, other: number): number => Math.round((one + other) * 100) / 100
const shareOf = (value: number, percent: number): number => Math.round(value * percent) / 100
