import { useTranslation } from 'react-i18next'
import { ToneMark } from '../tone-mark.js'
import styles from './progress-line.module.css'

export interface ProgressPart {
  readonly key: string
  /** «заказ», «резерв» */
  readonly label: string
  readonly state: 'done' | 'working' | 'waiting' | 'none' | 'failed'
  /** `60/100`, `0 %` */
  readonly figure?: string
}

const tones = { done: 'success', working: 'info', waiting: 'warning', none: 'neutral', failed: 'danger' } as const

/** How far everything is in one line: заказ ✓ счёт ✓ резерв 60/100 доставка – оплата 0 %. */
export function ProgressLine({ parts }: { readonly parts: readonly ProgressPart[] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.line} aria-label={t('ui.timeline.progress')}>
      {parts.map(({ key, label, state, figure }) => (
        <li key={key} className={styles.part} data-state={state}>
          <ToneMark tone={tones[state]} size={11} />
          <span>{label}</span>
          {figure && <span className={styles.figure}>{figure}</span>}
        </li>
      ))}
    </ul>
  )
}
