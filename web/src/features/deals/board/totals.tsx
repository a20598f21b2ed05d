import type { BoardAnswer } from '@prometric/contracts/deals'
import { useTranslation } from 'react-i18next'
import { Money } from '../../../ui/money.js'
import { isOpen } from '../stages.js'
import styles from './board.module.css'

/** How much is on the way: over the open stages, of the whole filter. */
export function Totals({ board }: { readonly board: BoardAnswer }) {
  const { t } = useTranslation()
  const open = board.stages.filter(({ stage }) => isOpen(stage))
  const sum = (of: 'count' | 'totalValue' | 'expectedRevenue') => open.reduce((total, stage) => total + stage[of], 0)
  return (
    <p className={styles.totals}>
      <span>{t('deals.board.open', { count: sum('count') })}</span>
      <Money value={sum('totalValue')} short />
      <span>
        {t('deals.board.expected')} <Money value={sum('expectedRevenue')} short />
      </span>
    </p>
  )
}
