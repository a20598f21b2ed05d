import type { WonDeal } from '@prometric/contracts/won-deal'
import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../lib/keyboard.js'
import { useMay } from '../../../lib/may.js'
import { useTitle } from '../../../lib/title.js'
import type { Move } from '../../../ui/board/board-types.js'
import { late } from '../../../ui/late.js'
import { Empty } from '../../../ui/states/empty.js'
import { Kbd } from '../../../ui/kbd.js'
import { Problem } from '../../../ui/states/problem.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import type { BoardCard, Deal } from '../deal-answer.js'
import { isBackward } from '../stages.js'
import { WonStrip } from '../won-strip.js'
import styles from './board.module.css'
import { BoardToolbar } from './board-toolbar.js'
import type { PendingMove } from './moved-board.js'
import { Notices } from './notices.js'
import { Pipeline } from './pipeline.js'
import { Totals } from './totals.js'
import { useArrivals } from './use-arrivals.js'
import { type BoardFilter, useBoard } from './use-board.js'
import { useMoves } from './use-moves.js'

const Question = late(async () => (await import('./question.js')).Question)
const QuickAdd = late(async () => (await import('./quick-add.js')).QuickAdd)

/** The pipeline, where a salesperson's day is: every stage with its totals over the whole filter, every deal a card. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/' })
  const filter: BoardFilter = useSearch({ from: '/inside/' })
  const { board, path, more, error, retry, isStale } = useBoard(filter)
  const moves = useMoves(board)
  const arrivals = useArrivals(board, path, moves.mine)
  const [question, setQuestion] = useState<PendingMove>()
  const [adding, setAdding] = useState(false)
  const [won, setWon] = useState<{ won: WonDeal; title: string }>()
  const [made, setMade] = useState<Deal>()
  const mayAdd = may('DEALS_CREATE')
  useTitle(t('deals.board.title'))
  useShortcut({ keys: 'n', does: t('deals.new.title') }, () => setAdding(true), mayAdd)

  const search = (change: BoardFilter) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const put = ({ card, from, to, beforeId, afterId }: Move<BoardCard>): false | void => {
    const target = moves.board?.stages.find(({ pipelineStageId }) => pipelineStageId === to)?.stage
    const source = moves.board?.stages.find(({ pipelineStageId }) => pipelineStageId === from)?.stage
    if (!target || !source) return false
    const move = { card, to: target, beforeId, afterId }
    const closes = target === 'WON' || target === 'LOST'
    if (from === to && closes) return false
    if (!closes && !isBackward(source, target)) return moves.move(move)
    // A win, a loss and a step back are asked about first; a card that goes back already stands there.
    if (!closes) moves.hold(move)
    setQuestion(move)
    return false
  }

  if (error && !board) return <Problem error={error} retry={retry} />
  const narrowed = Object.values(filter).some(Boolean)
  const none = moves.board && moves.board.summary.totalDeals === 0 && !narrowed
  const add = mayAdd && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      onClick={() => setAdding(true)}
    >
      {t('deals.new.button')}
    </Button>
  )
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1 className={styles.title}>{t('deals.board.title')}</h1>
        {moves.board && !none && <Totals board={moves.board} />}
        <span className={styles.add}>{!none && add}</span>
      </header>
      {!none && <BoardToolbar filter={filter} onChange={search} />}
      <Notices notMoved={moves.notMoved} forget={moves.forget} made={made} forgetMade={() => setMade(undefined)} />
      {won && <WonStrip key={won.won.deal.id} {...won} onClose={() => setWon(undefined)} />}
      <div className={styles.body} data-stale={isStale || undefined}>
        {none ? (
          <Empty action={add}>{t('deals.board.none')}</Empty>
        ) : moves.board ? (
          <Pipeline
            board={moves.board}
            arrivals={arrivals}
            more={more}
            onMove={may('DEALS_UPDATE') ? put : undefined}
          />
        ) : (
          <Skeleton shape="board" />
        )}
      </div>
      {question && (
        <Question
          move={question}
          onClose={() => setQuestion(undefined)}
          onCancel={() => moves.drop(question)}
          onReason={(reason) => void moves.send(question, reason)}
          onWon={(done) => setWon({ won: done, title: question.card.title })}
        />
      )}
      {adding && <QuickAdd onClose={() => setAdding(false)} onMade={setMade} />}
    </div>
  )
}
