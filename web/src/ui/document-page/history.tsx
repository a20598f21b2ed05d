import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../moment.js'
import { Person } from '../person.js'
import styles from './history.module.css'

export interface HistoryEntry {
  readonly id: string
  readonly at: string
  readonly by: string | null
  /** «Подтверждён → В работе», a note, a change of price. */
  readonly what: ReactNode
  readonly note?: string | null
}

/** What happened to a document, newest first. */
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation()
  if (entries.length === 0) return <p className={styles.quiet}>{t('ui.document.nothingYet')}</p>
  return (
    <ol className={styles.history}>
      {entries.map(({ id, at, by, what, note }) => (
        <li key={id} className={styles.entry}>
          <Person name={by} round />
          <div className={styles.what}>
            <div>{what}</div>
            {note && <div className={styles.note}>{note}</div>}
            <div className={styles.quiet}>
              <Moment value={at} />
              {by && ` · ${by}`}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
