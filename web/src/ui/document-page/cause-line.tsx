import { Link } from '@tanstack/react-router'
import { IconCornerDownRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../moment.js'
import styles from './cause-line.module.css'

interface CauseLineProps {
  /** «Создан, потому что сделка DL-2026-000077 выиграна» */
  readonly children: ReactNode
  readonly by?: string | null
  readonly at?: string | null
  /** Where the chain is told whole. */
  readonly to?: string
  readonly onClick?: () => void
}

/** The cause of a document, one click away from its whole chain. */
export function CauseLine({ children, by, at, to, onClick }: CauseLineProps) {
  const { t } = useTranslation()
  return (
    <p className={styles.cause}>
      <IconCornerDownRight className={styles.icon} size={15} stroke={1.5} aria-hidden />
      <span className={styles.said}>
        <span>{children}</span>
        {by && <span className={styles.part}>{by}</span>}
        {at && (
          <span className={styles.part}>
            <Moment value={at} />
          </span>
        )}
        {to && (
          <Link to={to} className={styles.chain}>
            {t('ui.document.chain')}
          </Link>
        )}
        {onClick && (
          <button type="button" className={styles.chain} onClick={onClick}>
            {t('ui.document.chain')}
          </button>
        )}
      </span>
    </p>
  )
}
