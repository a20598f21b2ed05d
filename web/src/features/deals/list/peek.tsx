import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../../lib/api.js'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { Day } from '../../../ui/day.js'
import { DocumentNumber } from '../../../ui/document-number.js'
import { Facts } from '../../../ui/document-page/facts.js'
import { Money } from '../../../ui/money.js'
import { Person } from '../../../ui/person.js'
import { Quantity } from '../../../ui/quantity.js'
import { Problem } from '../../../ui/states/problem.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { type DealCard, cardPath } from '../deal-answer.js'
import styles from './list.module.css'

/** A deal beside the list: as much as is needed to decide whether to open it. */
export function DealPeek({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const zone = useTimezone()
  const { data: deal, error, refetch } = useAnswer<DealCard>(cardPath(id))
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!deal) return <Skeleton shape="lines" rows={8} />
  const next = deal.activities
    .filter(({ status, scheduledAt }) => scheduledAt && (status === 'PLANNED' || status === 'OVERDUE'))
    .toSorted((one, other) => (one.scheduledAt ?? '').localeCompare(other.scheduledAt ?? ''))[0]
  return (
    <div className={styles.peek}>
      <Link to="/deals/$id" params={{ id }} className={styles.open}>
        <DocumentNumber>{deal.dealNumber}</DocumentNumber> {deal.title}
      </Link>
      <StatusBadge of="deal" status={deal.stage} />
      <Facts
        facts={[
          { label: t('deals.facts.value'), value: <Money value={deal.value} />, strong: true },
          { label: t('deals.facts.customer'), value: deal.customerName },
          { label: t('deals.facts.owner'), value: deal.assignedToName ? <Person name={deal.assignedToName} /> : '—' },
          { label: t('deals.facts.close'), value: <Day value={deal.actualCloseDate ?? deal.expectedCloseDate} /> },
          ...(next?.scheduledAt
            ? [
                {
                  label: t('deals.activities.next'),
                  value: (
                    <span>
                      {next.subject} · <Day value={dayOf(next.scheduledAt, zone)} relative due />
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {deal.products.length > 0 && (
        <ul className={styles.lines} aria-label={t('ui.document.lines')}>
          {deal.products.map((line) => (
            <li key={line.id}>
              <span>{line.productName}</span>
              <Quantity value={line.quantity} unit={line.unit} />
              <Money value={line.totalPrice} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
