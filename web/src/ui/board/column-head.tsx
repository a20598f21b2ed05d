import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { count, money } from '../../lib/format.js'
import { Money } from '../money.js'
import { ToneMark } from '../tone-mark.js'
import styles from './board.module.css'
import folds from './fold.module.css'
import type { BoardColumn } from './board-types.js'

interface ColumnHeadProps<Card> {
  readonly column: BoardColumn<Card>
  readonly onFold: (() => void) | undefined
}

/** Stage, how many, how much, how much of it is expected: all of the whole filter. */
export function ColumnHead<Card>({ column, onFold }: ColumnHeadProps<Card>) {
  const { t } = useTranslation()
  return (
    <header className={styles.head}>
      <div className={styles.stage}>
        {column.tone && <ToneMark tone={column.tone} size={12} />}
        <h2 className={styles.title} title={column.title}>
          {column.title}
        </h2>
        <span className={styles.count} title={t('ui.board.count', { count: column.count })}>
          {count(column.count)}
        </span>
        {onFold && (
          <button
            type="button"
            className={folds.fold}
            aria-label={t('ui.board.fold', { column: column.title })}
            onClick={onFold}
          >
            <IconChevronRight size={14} aria-hidden />
          </button>
        )}
      </div>
      {column.sum !== undefined && (
        <div className={styles.sums}>
          <Money value={column.sum} short />
          {column.expected !== undefined && (
            <span className={styles.expected} title={t('ui.board.expectedWhole', { sum: money(column.expected) })}>
              {t('ui.board.expected')} <Money value={column.expected} short />
            </span>
          )}
        </div>
      )}
    </header>
  )
}

/** A folded column: its name from top to bottom, how many and how much. */
export function FoldedHead<Card>({ column, onUnfold }: FoldedHeadProps<Card>) {
  const { t } = useTranslation()
  return (
    <button type="button" className={folds.strip} aria-expanded={false} onClick={onUnfold}>
      <span className={styles.unseen}>{t('ui.board.unfold')}</span>
      {column.tone && <ToneMark tone={column.tone} size={12} />}
      <span className={folds.upright}>
        <span className={folds.name}>{column.title}</span>
        <span className={folds.figure}>{count(column.count)}</span>
        {column.sum !== undefined && (
          <span className={folds.figure}>
            <Money value={column.sum} short />
          </span>
        )}
      </span>
    </button>
  )
}

interface FoldedHeadProps<Card> {
  readonly column: BoardColumn<Card>
  readonly onUnfold: () => void
}
