import { day, dayOf, daysBetween } from '../lib/format.js'
import { useTimezone } from '../lib/session.js'
import styles from './day.module.css'
import { useRelative } from './relative-time.js'
import { ToneMark } from './tone-mark.js'

interface DayProps {
  /** `2026-11-24` */
  readonly value: string | null | undefined
  /** «через 3 дня» with the day on hover; otherwise the other way round. */
  readonly relative?: boolean
  /** Something is due on this day: past it, a mark says that it is late. */
  readonly due?: boolean
}

/** A calendar day: `24.11.2026`. */
export function Day({ value, relative = false, due = false }: DayProps) {
  const zone = useTimezone()
  const { days } = useRelative()
  if (!value) return <span className={styles.quiet}>—</span>
  const today = dayOf(new Date(), zone)
  const words = days(value, today)
  const late = due && daysBetween(today, value) < 0
  const [shown, hidden] = relative && words ? [words, day(value)] : [day(value), words]
  return (
    <time className={`${styles.time} ${late ? styles.late : ''}`} dateTime={value} title={hidden}>
      {late && <ToneMark tone="danger" size={11} />}
      {shown}
    </time>
  )
}
