import { clock, day, dayOf, moment } from '../lib/format.js'
import { useTimezone } from '../lib/session.js'
import styles from './day.module.css'
import { useRelative } from './relative-time.js'

interface MomentProps {
  readonly value: string | null | undefined
  /** `21.11.2026 14:02` at once, for histories. */
  readonly exact?: boolean
}

/** An instant: «5 мин назад», «вчера, 14:02», the exact one on hover, by the clock of the workspace. */
export function Moment({ value, exact = false }: MomentProps) {
  const zone = useTimezone()
  const { days, since } = useRelative()
  if (!value) return <span className={styles.quiet}>—</span>
  const whole = moment(value, zone)
  const on = dayOf(value, zone)
  const words = days(on, dayOf(new Date(), zone))
  const near = since(value, Date.now()) ?? (words ? `${words}, ${clock(value, zone)}` : day(on))
  return (
    <time className={styles.time} dateTime={value} title={exact ? near : whole}>
      {exact ? whole : near}
    </time>
  )
}
