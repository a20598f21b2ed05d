import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { count } from '../../lib/format.js'
import { Moment } from '../../ui/moment.js'
import { ToneMark } from '../../ui/tone-mark.js'
import type { DeliverySummary } from './delivery-answer.js'
import styles from './operations.module.css'

interface ParkedProps {
  readonly consumer: string | undefined
  readonly onConsumer: (consumer: string | undefined) => void
}

/** How the processes are: all well, or where they are stuck, each place one press away. */
export function Parked({ consumer, onConsumer }: ParkedProps) {
  const { t } = useTranslation()
  const { data } = useAnswer<DeliverySummary>('/deliveries/summary')
  if (!data) return <div className={styles.summary} />
  const { parked, failing, waiting, states } = data
  if (parked.length === 0)
    return (
      <p className={styles.summary} role="status">
        <ToneMark tone="success" size={14} />
        <span>{t('operations.allWell')}</span>
        {failing > 0 && <span className={styles.quiet}>{t('operations.failing', { count: failing })}</span>}
      </p>
    )
  return (
    <div className={styles.summary}>
      <p className={styles.stuck} role="status">
        <ToneMark tone="danger" size={14} />
        <strong>{t('operations.parked', { count: states.DEAD, shown: count(states.DEAD) })}</strong>
        {waiting > 0 && <span className={styles.quiet}>{t('operations.waiting', { count: waiting })}</span>}
        {failing > 0 && <span className={styles.quiet}>{t('operations.failing', { count: failing })}</span>}
      </p>
      <ul className={styles.places} aria-label={t('operations.places')}>
        {parked.map((place) => (
          <li key={place.consumer}>
            <button
              type="button"
              className={styles.place}
              aria-pressed={consumer === place.consumer}
              onClick={() => onConsumer(consumer === place.consumer ? undefined : place.consumer)}
            >
              <span>{place.label}</span>
              <strong>{count(place.count)}</strong>
              <span className={styles.quiet}>
                <Moment value={place.since} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
