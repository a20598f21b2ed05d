import type { BoardAnswer } from '@prometric/contracts/deals'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useKept } from '../../../lib/kept.js'
import { useShortcut } from '../../../lib/keyboard.js'
import { Board } from '../../../ui/board/board.js'
import type { BoardColumn, Move } from '../../../ui/board/board-types.js'
import type { BoardCard, BoardStage } from '../deal-answer.js'
import { isOpen } from '../stages.js'
import styles from './board.module.css'
import { DealCard } from './deal-card.js'
import type { Arrival } from './use-arrivals.js'

interface PipelineProps {
  readonly board: BoardAnswer
  readonly arrivals: ReadonlyMap<string, Arrival>
  readonly more: (stage: BoardStage) => void
  readonly onMove: ((move: Move<BoardCard>) => false | void) | undefined
}

/** The stages as columns of the house's board; what is closed stands folded at the end. */
export function Pipeline({ board, arrivals, more, onMove }: PipelineProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const router = useRouter()
  // A card is opened at once: its page is brought while the board is looked at.
  useEffect(() => void router.preloadRoute({ to: '/deals/$id', params: { id: '' } }), [router])
  const [won, keepWon] = useKept('board.won', ['folded', 'open'])
  const [lost, keepLost] = useKept('board.lost', ['folded', 'open'])
  const open = new Set(board.stages.flatMap(({ stage, deals }) => (isOpen(stage) ? deals.map(({ id }) => id) : [])))
  const columns = board.stages.map((stage): BoardColumn<BoardCard> => {
    const { totalValue, expectedRevenue, nextCursor } = stage
    return {
      key: stage.pipelineStageId,
      title: stage.name,
      count: stage.count,
      sum: totalValue,
      cards: stage.deals,
      more: nextCursor ? () => more(stage) : undefined,
      ...(isOpen(stage.stage) ? { expected: expectedRevenue, probability: stage.probability } : {}),
      ...(stage.stage === 'WON' && { tone: 'success' as const, folded: won === 'folded' }),
      ...(stage.stage === 'LOST' && { tone: 'danger' as const, folded: lost === 'folded' }),
    }
  })
  const stageOf = ({ key }: BoardColumn<BoardCard>) =>
    board.stages.find(({ pipelineStageId }) => pipelineStageId === key)?.stage
  const first = board.stages.find(({ stage, deals }) => isOpen(stage) && deals.length > 0)?.deals[0]
  useShortcut(
    { keys: 'ArrowDown', does: t('deals.board.firstCard') },
    () => document.querySelector<HTMLElement>(`[data-card="${first?.id ?? ''}"]`)?.focus(),
    first !== undefined,
  )
  return (
    <>
      <Board
        label={t('deals.board.title')}
        columns={columns}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        onOpen={({ id }) => void navigate({ to: '/deals/$id', params: { id } })}
        onMove={onMove}
        mayFold={(column) => column.tone !== undefined}
        onFold={(column) =>
          stageOf(column) === 'WON'
            ? keepWon(column.folded ? 'open' : 'folded')
            : keepLost(column.folded ? 'open' : 'folded')
        }
        render={(deal) => <DealCard deal={deal} open={open.has(deal.id)} arrival={arrivals.get(deal.id)} />}
      />
      <p className={styles.unseen} role="status">
        {[...arrivals.values()]
          .map(({ by, title, stage }) => t('deals.board.arrived', { by: by ?? t('ui.system'), title, stage }))
          .join('. ')}
      </p>
    </>
  )
}
