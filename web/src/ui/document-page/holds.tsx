import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../moment.js'
import { ToneMark } from '../tone-mark.js'
import styles from './holds.module.css'

export interface Hold {
  readonly id: string
  /** «Ждёт предоплаты 1 200 000 ₸» */
  readonly reason: string
  readonly since?: string
  /** What ends it by itself: «когда придёт оплата по INV-2026-000165». */
  readonly releasedBy?: ReactNode
  /** The same as a whole sentence: «Заказ пойдёт сам, когда клиент заплатит 1 200 000 ₸». */
  readonly wayOut?: string | null
  /** Who may end it by hand. */
  readonly whoMay?: string
  /** A button for those who may. */
  readonly action?: ReactNode
}

/** Why a document does not go on, what lets it go, who may, and the button. Nothing when nothing holds it. */
export function Holds({ holds }: { readonly holds: readonly Hold[] }) {
  const { t } = useTranslation()
  if (holds.length === 0) return null
  return (
    <ul className={styles.holds}>
      {holds.map((hold) => (
        <li key={hold.id} className={styles.hold}>
          <ToneMark tone="warning" size={14} />
          <div className={styles.told}>
            <p className={styles.reason}>{hold.reason}</p>
            {hold.wayOut && <p>{hold.wayOut}</p>}
            {hold.releasedBy && (
              <p>
                <span className={styles.label}>{t('ui.document.releases')}: </span>
                {hold.releasedBy}
              </p>
            )}
            {hold.whoMay && (
              <p>
                <span className={styles.label}>{t('ui.document.mayRelease')}: </span>
                {hold.whoMay}
              </p>
            )}
            {hold.since && (
              <p className={styles.label}>
                <Moment value={hold.since} />
              </p>
            )}
            {hold.action && <div className={styles.action}>{hold.action}</div>}
          </div>
        </li>
      ))}
    </ul>
  )
}
