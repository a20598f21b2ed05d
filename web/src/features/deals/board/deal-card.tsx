import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { CardBody } from '../../../ui/board/card-body.js'
import { Day } from '../../../ui/day.js'
import { DocumentNumber } from '../../../ui/document-number.js'
import { Mark } from '../../../ui/mark.js'
import { Money } from '../../../ui/money.js'
import { Person } from '../../../ui/person.js'
import { useWord } from '../../../ui/use-word.js'
import { ActivityIcon } from '../activity-icon.js'
import type { BoardCard } from '../deal-answer.js'
import styles from './board.module.css'
import type { Arrival } from './use-arrivals.js'

interface DealCardProps {
  readonly deal: BoardCard
  readonly open: boolean
  /** Somebody else has just put it here. */
  readonly arrival: Arrival | undefined
}

/** A deal on the board: what, for whom, how much, what comes next, what is wrong. */
export function DealCard({ deal, open, arrival }: DealCardProps) {
  return (
    <div className={styles.deal} data-arrived={arrival ? true : undefined}>
      {arrival && (
        <span className={styles.mover}>
          <Person name={arrival.by} round />
        </span>
      )}
      <CardBody
        title={deal.title}
        party={deal.customerName}
        value={<Money value={deal.value} whole />}
        marks={open ? <Warnings deal={deal} /> : undefined}
        next={open ? <NextStep deal={deal} /> : deal.order && <DocumentNumber>{deal.order.orderNumber}</DocumentNumber>}
        person={deal.assignedToName}
      />
    </div>
  )
}

function NextStep({ deal }: { readonly deal: BoardCard }) {
  const { t } = useTranslation()
  const word = useWord()
  const zone = useTimezone()
  const { nextActivity, expectedCloseDate } = deal
  const today = dayOf(new Date(), zone)
  if (nextActivity)
    return (
      <span className={styles.step} title={`${word('activityType', nextActivity.type)}: ${nextActivity.subject}`}>
        <ActivityIcon type={nextActivity.type} />
        <span className={styles.unseen}>{word('activityType', nextActivity.type)}</span>
        {nextActivity.scheduledAt && <Day value={dayOf(nextActivity.scheduledAt, zone)} relative due />}
        <span className={styles.kind}>{nextActivity.subject}</span>
      </span>
    )
  if (expectedCloseDate && expectedCloseDate < today)
    return (
      <span className={styles.step}>
        <span className={styles.kind}>{t('deals.card.closing')}</span> <Day value={expectedCloseDate} relative due />
      </span>
    )
  return <span className={styles.nothing}>{t('deals.card.noNext')}</span>
}

function Warnings({ deal }: { readonly deal: BoardCard }) {
  const { t } = useTranslation()
  return (
    <>
      {deal.priority === 'URGENT' && <Mark tone="danger" label={t('deals.card.urgent')} />}
      {deal.shortStock && <Mark tone="warning" label={t('deals.card.shortStock')} />}
      {deal.priceOutdated && <Mark tone="warning" label={t('deals.card.priceOutdated')} />}
      {deal.isStale && <Mark tone="neutral" label={t('deals.card.stale')} />}
    </>
  )
}
