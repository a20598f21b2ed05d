import { useTranslation } from 'react-i18next'
import { day } from '../../lib/format.js'
import { Quantity } from '../quantity.js'
import { ToneMark } from '../tone-mark.js'
import styles from './dialogs.module.css'

export interface SupplyLine {
  readonly id: string
  readonly name: string
  readonly quantity: number
  readonly unit: string
  readonly source: 'STOCK' | 'PRODUCE' | 'BUY' | 'SERVICE' | 'NONE'
  /** By when it will be there. */
  readonly by?: string | null
  /** What is wrong with it: there is no recipe. */
  readonly note?: string | undefined
}

interface WinPreviewProps {
  readonly lines: readonly SupplyLine[]
  /** Why the order will be held, in sentences. */
  readonly holds?: readonly string[]
  readonly promised?: { readonly day: string; readonly reason: string } | undefined
}

const groups = [
  { source: 'STOCK', title: 'inStock', tone: 'success' },
  { source: 'PRODUCE', title: 'toMake', tone: 'info' },
  { source: 'BUY', title: 'toBuy', tone: 'info' },
  { source: 'SERVICE', title: 'services', tone: 'neutral' },
  { source: 'NONE', title: 'noSource', tone: 'danger' },
] as const

/** Before the win: what is there, what will be made or bought and by when, what will be held and why, what may be promised. */
export function WinPreview({ lines, holds = [], promised }: WinPreviewProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.plan}>
      {groups.map(({ source, title, tone }) => {
        const these = lines.filter((line) => line.source === source)
        if (these.length === 0) return null
        return (
          <section key={source} className={styles.group} aria-label={t(`ui.dialog.${title}`)}>
            <h3 className={styles.heading}>
              <ToneMark tone={tone} />
              {t(`ui.dialog.${title}`)}
            </h3>
            <ul className={styles.items}>
              {these.map(({ id, name, quantity, unit, by, note }) => (
                <li key={id} className={styles.supply}>
                  <span>
                    {name}
                    {note && <span className={styles.why}> · {note}</span>}
                  </span>
                  {by && <span className={styles.why}>{t('ui.dialog.by', { day: day(by) })}</span>}
                  <Quantity value={quantity} unit={unit} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {holds.length > 0 && (
        <section className={styles.group} aria-label={t('ui.dialog.held')}>
          <h3 className={styles.heading}>
            <ToneMark tone="warning" />
            {t('ui.dialog.held')}
          </h3>
          <ul className={styles.items}>
            {holds.map((hold) => (
              <li key={hold}>{hold}</li>
            ))}
          </ul>
        </section>
      )}
      {promised && (
        <p className={styles.promised}>
          <span className={styles.why}>{t('ui.dialog.promised')}</span>
          <strong>{day(promised.day)}</strong>
          <span className={styles.why}>{promised.reason}</span>
        </p>
      )}
    </div>
  )
}
