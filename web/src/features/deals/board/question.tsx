import type { WonDeal } from '@prometric/contracts/won-deal'
import { useTranslation } from 'react-i18next'
import { ReasonDialog } from '../../../ui/dialogs/reason-dialog.js'
import { useWord } from '../../../ui/use-word.js'
import { LoseDialog } from '../dialogs/lose-dialog.js'
import { WinDialog } from '../dialogs/win-dialog.js'
import type { PendingMove } from './moved-board.js'

interface QuestionProps {
  readonly move: PendingMove
  readonly onClose: () => void
  /** The card that was shown in its new place goes back. */
  readonly onCancel: () => void
  readonly onReason: (reason: string) => void
  readonly onWon: (won: WonDeal) => void
}

/** What is asked before a card may stand where it was put: is it won, why was it lost, why does it go back. */
export function Question({ move, onClose, onCancel, onReason, onWon }: QuestionProps) {
  const { t } = useTranslation()
  const word = useWord()
  const { card, to } = move
  if (to === 'WON') return <WinDialog deal={card} onClose={onClose} onWon={onWon} />
  if (to === 'LOST') return <LoseDialog deal={card} onClose={onClose} />
  const stage = word('deal', to)
  return (
    <ReasonDialog
      title={t('deals.reason.back', { title: card.title })}
      verb={t('deals.reason.move', { stage })}
      onClose={() => {
        onCancel()
        onClose()
      }}
      onReason={(reason) => {
        onReason(reason)
        onClose()
      }}
    />
  )
}
