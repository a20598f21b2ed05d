import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../../lib/api.js'
import { dayOf } from '../../../../lib/format.js'
import { useTimezone } from '../../../../lib/session.js'
import { DateInput } from '../../../../ui/fields/date-input.js'
import { Check } from '../../../../ui/check.js'
import { Refusal } from '../../../../ui/states/refusal.js'
import { useWord } from '../../../../ui/use-word.js'
import { ActivityIcon, type ActivityType } from '../../activity-icon.js'
import styles from './activities.module.css'
import { dayAfter, instantOf } from './instant-of.js'

const offered: readonly ActivityType[] = ['CALL', 'MEETING', 'EMAIL', 'TASK', 'NOTE']

interface ComposerProps {
  readonly dealId: string
  readonly field: RefObject<HTMLInputElement | null>
}

/** Plans the next step, or writes down what was just done. */
export function Composer({ dealId, field }: ComposerProps) {
  const { t } = useTranslation()
  const word = useWord()
  const zone = useTimezone()
  const today = dayOf(new Date(), zone)
  const [type, setType] = useState<ActivityType>('CALL')
  const [subject, setSubject] = useState('')
  const [day, setDay] = useState(() => dayAfter(today, 1))
  const [time, setTime] = useState('10:00')
  const [done, setDone] = useState(false)
  // A note is of what has been.
  const isDone = done || type === 'NOTE'
  const add = useCommand({
    path: `/deals/${dealId}/activities`,
    body: () => ({
      type,
      subject: subject.trim(),
      ...(isDone ? { completedAt: new Date().toISOString() } : { scheduledAt: instantOf(day, time, zone) }),
    }),
    touches: ['/deals'],
    onDone: () => setSubject(''),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (subject.trim()) add.mutate()
  }
  return (
    <form className={styles.composer} onSubmit={send}>
      <div className={styles.types} role="radiogroup" aria-label={t('deals.activities.type')}>
        {offered.map((each) => (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={type === each}
            className={styles.type}
            onClick={() => setType(each)}
          >
            <ActivityIcon type={each} />
            {word('activityType', each)}
          </button>
        ))}
      </div>
      <div className={styles.line}>
        <TextInput
          ref={field}
          size="sm"
          aria-label={t('deals.activities.subject')}
          placeholder={isDone ? t('deals.activities.whatWas') : t('deals.activities.whatNext')}
          maxLength={500}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" variant="default" disabled={!subject.trim()} loading={add.isPending}>
          {isDone ? t('deals.activities.write') : t('deals.activities.plan')}
        </Button>
      </div>
      <div className={styles.when}>
        {!isDone && (
          <>
            <DateInput
              label={t('deals.activities.day')}
              bare
              value={day}
              onChange={(value) => setDay(value ?? today)}
              min={today}
            />
            <TextInput
              type="time"
              size="sm"
              aria-label={t('deals.activities.time')}
              value={time}
              onChange={(event) => setTime(event.currentTarget.value || '10:00')}
            />
            <Near today={today} day={day} onDay={setDay} />
          </>
        )}
        {type !== 'NOTE' && (
          <label className={styles.done}>
            <Check checked={done} onChange={(event) => setDone(event.currentTarget.checked)} />
            {t('deals.activities.already')}
          </label>
        )}
      </div>
      <Refusal error={add.error} />
    </form>
  )
}

interface NearProps {
  readonly today: string
  readonly day: string
  readonly onDay: (day: string) => void
}

function Near({ today, day, onDay }: NearProps) {
  const { t } = useTranslation()
  const days = [
    { value: today, label: t('ui.time.today') },
    { value: dayAfter(today, 1), label: t('ui.time.tomorrow') },
    { value: dayAfter(today, 7), label: t('deals.activities.inWeek') },
  ]
  return (
    <span className={styles.near}>
      {days.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={day === value}
          className={styles.type}
          onClick={() => onDay(value)}
        >
          {label}
        </button>
      ))}
    </span>
  )
}
