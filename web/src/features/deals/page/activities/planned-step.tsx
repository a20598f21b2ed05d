import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../../lib/api.js'
import { clock, dayOf } from '../../../../lib/format.js'
import { useTimezone } from '../../../../lib/session.js'
import { Day } from '../../../../ui/day.js'
import { late } from '../../../../ui/late.js'
import { Menu } from '../../../../ui/overlays/menu.js'
import { Person } from '../../../../ui/person.js'
import { Refusal } from '../../../../ui/states/refusal.js'
import { useWord } from '../../../../ui/use-word.js'
import type { Activity } from '../../deal-answer.js'
import styles from './activities.module.css'
import { ActivityIcon } from '../../activity-icon.js'
import { Complete } from './complete.js'
import { dayAfter, instantOf } from './instant-of.js'

const ReasonDialog = late(async () => (await import('../../../../ui/dialogs/reason-dialog.js')).ReasonDialog)

interface PlannedStepProps {
  readonly activity: Activity
  readonly writes: boolean
  readonly onDone: () => void
}

/** One step: a click on its ring says how it went. */
export function PlannedStep({ activity, writes, onDone }: PlannedStepProps) {
  const { t } = useTranslation()
  const word = useWord()
  const zone = useTimezone()
  const { id, dealId, type, subject, scheduledAt, assignedToName } = activity
  const [cancelling, setCancelling] = useState(false)
  const path = `/deals/${dealId}/activities/${id}`
  const move = useCommand<{ scheduledAt: string }>({
    method: 'PATCH',
    path,
    body: (given) => given,
    touches: ['/deals'],
  })
  const cancel = useCommand<{ reason: string }>({
    method: 'PATCH',
    path: `${path}/cancel`,
    body: (given) => given,
    touches: ['/deals'],
  })
  const today = dayOf(new Date(), zone)
  const to = (days: number) =>
    move.mutate({
      scheduledAt: instantOf(dayAfter(today, days), scheduledAt ? clock(scheduledAt, zone) : '10:00', zone),
    })
  return (
    <li className={styles.step}>
      {writes && <Complete activity={activity} onDone={onDone} />}
      <span className={styles.icon} title={word('activityType', type)}>
        <ActivityIcon type={type} />
      </span>
      <span className={styles.what}>
        <span className={styles.hidden}>{word('activityType', type)}</span> {subject}
        <Refusal error={move.error} />
      </span>
      {scheduledAt && (
        <span className={styles.at}>
          <Day value={dayOf(scheduledAt, zone)} relative due /> {clock(scheduledAt, zone)}
        </span>
      )}
      {assignedToName && <Person name={assignedToName} round />}
      {writes && (
        <Menu
          position="bottom-end"
          button={
            <button type="button" className={styles.dots} aria-label={t('deals.activities.more', { subject })}>
              <IconDots size={16} aria-hidden />
            </button>
          }
        >
          <Menu.Item onClick={() => to(1)}>{t('deals.activities.toTomorrow')}</Menu.Item>
          <Menu.Item onClick={() => to(7)}>{t('deals.activities.toWeek')}</Menu.Item>
          <Menu.Item color="danger" onClick={() => setCancelling(true)}>
            {t('deals.activities.cancel')}
          </Menu.Item>
        </Menu>
      )}
      {cancelling && (
        <ReasonDialog
          title={t('deals.activities.cancelTitle', { subject })}
          verb={t('deals.activities.cancel')}
          busy={cancel.isPending}
          error={cancel.error}
          onClose={() => setCancelling(false)}
          onReason={(reason) => cancel.mutate({ reason }, { onSuccess: () => setCancelling(false) })}
        />
      )}
    </li>
  )
}
