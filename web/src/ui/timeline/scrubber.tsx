import { ActionIcon } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moment } from '../../lib/format.js'
import { useTimezone } from '../../lib/session.js'
import styles from './scrubber.module.css'

interface ScrubberProps {
  /** When things happened, in order. */
  readonly moments: readonly string[]
  /** Undefined: everything has happened. */
  readonly at: number | undefined
  readonly onChange: (at: number | undefined) => void
}

/** Goes back in a chain and plays it again, one node after another. */
export function Scrubber({ moments, at, onChange }: ScrubberProps) {
  const { t } = useTranslation()
  const zone = useTimezone()
  const [playing, setPlaying] = useState(false)
  const last = moments.length - 1
  const here = at ?? last
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => {
      if (here >= last) return setPlaying(false)
      onChange(here + 1 === last ? undefined : here + 1)
    }, 420)
    return () => clearTimeout(timer)
  }, [playing, here, last, onChange])
  const play = () => {
    if (!playing && here >= last) onChange(0)
    setPlaying(!playing)
  }
  const Icon = playing ? IconPlayerPauseFilled : IconPlayerPlayFilled
  const when = moment(moments[here] ?? moments[0] ?? '', zone)
  return (
    <div className={styles.scrubber}>
      <ActionIcon size="sm" aria-label={playing ? t('ui.timeline.pause') : t('ui.timeline.play')} onClick={play}>
        <Icon size={13} aria-hidden />
      </ActionIcon>
      <input
        type="range"
        className={styles.range}
        aria-label={t('ui.timeline.scrub')}
        aria-valuetext={when}
        min={0}
        max={last}
        value={here}
        style={{ ['--part' as string]: `${last === 0 ? 100 : (here / last) * 100}%` }}
        onChange={(event) => {
          setPlaying(false)
          const next = Number(event.currentTarget.value)
          onChange(next === last ? undefined : next)
        }}
      />
      <span className={styles.when}>{when}</span>
    </div>
  )
}
