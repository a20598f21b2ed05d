import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../../lib/keyboard.js'
import { useMay } from '../../../../lib/may.js'
import { SectionHeader } from '../../../../ui/section-header.js'
import type { DealCard } from '../../deal-answer.js'
import { isOpen } from '../../stages.js'
import styles from '../page.module.css'
import activityStyles from './activities.module.css'
import { Composer } from './composer.js'
import { PlannedStep } from './planned-step.js'

const farAway = '9999'

/** What is to be done, soonest first, and a way to add to it. */
export function NextSteps({ deal }: { readonly deal: DealCard }) {
  const { t } = useTranslation()
  const may = useMay()
  const field = useRef<HTMLInputElement>(null)
  const writes = may('DEALS_UPDATE') && isOpen(deal.stage)
  const planned = deal.activities
    .filter(({ status }) => status === 'PLANNED' || status === 'OVERDUE')
    .toSorted((one, other) => (one.scheduledAt ?? farAway).localeCompare(other.scheduledAt ?? farAway))
  useShortcut({ keys: 'a', does: t('deals.activities.plan') }, () => field.current?.focus(), writes)
  if (!writes && planned.length === 0) return null
  return (
    <section className={styles.section} aria-label={t('deals.activities.next')}>
      <SectionHeader title={t('deals.activities.next')} {...(planned.length > 0 && { count: planned.length })} />
      {planned.length > 0 && (
        <ul className={activityStyles.steps}>
          {planned.map((activity) => (
            <PlannedStep
              key={activity.id}
              activity={activity}
              writes={may('DEALS_UPDATE')}
              onDone={() => field.current?.focus()}
            />
          ))}
        </ul>
      )}
      {writes && <Composer dealId={deal.id} field={field} />}
    </section>
  )
}
