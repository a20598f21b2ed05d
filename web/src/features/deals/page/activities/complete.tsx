import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../../lib/api.js'
import { Popover } from '../../../../ui/overlays/popover.js'
import { Refusal } from '../../../../ui/states/refusal.js'
import { ToneMark } from '../../../../ui/tone-mark.js'
import type { Activity } from '../../deal-answer.js'
import styles from './activities.module.css'

const outcomes = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'NO_RESPONSE'] as const
const tones = { POSITIVE: 'success', NEUTRAL: 'neutral', NEGATIVE: 'danger', NO_RESPONSE: 'warning' } as const

interface CompleteProps {
  readonly activity: Activity
  /** What comes next is to be said now. */
  readonly onDone: () => void
}

/** How a step went, in one click; with a word about it for those who have one. */
export function Complete({ activity, onDone }: CompleteProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [note, setNote] = useState('')
  const complete = useCommand<{ outcome: (typeof outcomes)[number] }>({
    method: 'PATCH',
    path: `/deals/${activity.dealId}/activities/${activity.id}/complete`,
    body: ({ outcome }) => ({ outcome, ...(note.trim() && { note: note.trim() }) }),
    touches: ['/deals'],
    onDone: () => {
      setOpened(false)
      onDone()
    },
  })
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      className={styles.went}
      button={
        <button
          type="button"
          className={styles.ring}
          aria-label={t('deals.activities.complete', { subject: activity.subject })}
          onClick={() => setOpened(!opened)}
        >
          <span aria-hidden />
        </button>
      }
    >
      <div className={styles.outcomes} role="group" aria-label={t('deals.activities.how')}>
        {outcomes.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className={styles.type}
            disabled={complete.isPending}
            onClick={() => complete.mutate({ outcome })}
          >
            <ToneMark tone={tones[outcome]} />
            {t(`deals.outcomes.${outcome}`)}
          </button>
        ))}
      </div>
      <Textarea
        size="sm"
        autosize
        minRows={1}
        maxRows={4}
        aria-label={t('deals.activities.note')}
        placeholder={t('deals.activities.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Refusal error={complete.error} />
    </Popover>
  )
}
