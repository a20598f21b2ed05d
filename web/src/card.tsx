import type { BoardAnswer } from '@prometric/contracts/deals'
import { day, money } from './format.js'
import { useLanguage } from './language.js'

type Stage = BoardAnswer['stages'][number]

interface CardProps {
  readonly deal: Stage['deals'][number]
  readonly stage: Stage['stage']
  readonly busy: boolean
  onWin(dealId: string): void
  onOpen(dealId: string): void
}

export function Card({ deal, stage, busy, onWin, onOpen }: CardProps) {
  const { texts } = useLanguage()
  const { board } = texts
  const isOpen = stage !== 'WON' && stage !== 'LOST'
  const label = (verb: string) => `${verb}: ${deal.title}, ${deal.dealNumber}`
  return (
    <li className="card">
      <strong>{deal.title}</strong>
      <span>{deal.customerName}</span>
      <span className="figure amount">{money(deal.value)}</span>
      <span className="quiet facts">
        <code>{deal.dealNumber}</code>
        {deal.expectedCloseDate && <span>{day(deal.expectedCloseDate)}</span>}
      </span>
      {deal.isStale && <span className="badge warning">{board.stale}</span>}
      {isOpen && (
        <button type="button" aria-label={label(board.win)} disabled={busy} onClick={() => onWin(deal.id)}>
          {busy ? board.winning : board.win}
        </button>
      )}
      {stage === 'WON' && (
        <button type="button" aria-label={label(board.openOrder)} disabled={busy} onClick={() => onOpen(deal.id)}>
          {board.openOrder}
        </button>
      )}
    </li>
  )
}
