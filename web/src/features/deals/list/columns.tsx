import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { Day } from '../../../ui/day.js'
import { DocumentLink } from '../../../ui/document-link.js'
import type { Column } from '../../../ui/list/column.js'
import { Mark } from '../../../ui/mark.js'
import { Money } from '../../../ui/money.js'
import { Percent } from '../../../ui/percent.js'
import { Person } from '../../../ui/person.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import type { Deal } from '../deal-answer.js'
import { isOpen } from '../stages.js'
import styles from './list.module.css'

/** What the list tells of a deal. */
export function useColumns(): readonly Column<Deal>[] {
  const { t } = useTranslation()
  const word = useWord()
  const zone = useTimezone()
  return [
    {
      key: 'title',
      title: t('deals.facts.title'),
      sort: 'title',
      place: 'title',
      cell: (deal) => (
        <span className={styles.name}>
          <span className={styles.text}>{deal.title}</span>
          {deal.priceOutdated && isOpen(deal.stage) && <Mark tone="warning" label={t('deals.card.priceOutdated')} />}
          {deal.isStale && isOpen(deal.stage) && <Mark tone="neutral" label={t('deals.card.stale')} />}
        </span>
      ),
    },
    { key: 'customer', title: t('deals.facts.customer'), place: 'under', cell: ({ customerName }) => customerName },
    {
      key: 'stage',
      title: t('deals.facts.stage'),
      width: 148,
      sort: 'stage',
      place: 'underEnd',
      cell: ({ stage }) => <StatusBadge plain of="deal" status={stage} />,
    },
    {
      key: 'value',
      title: t('deals.facts.value'),
      width: 150,
      align: 'end',
      sort: 'value',
      place: 'end',
      cell: ({ value }) => <Money value={value} />,
    },
    {
      key: 'probability',
      title: t('deals.money.probability'),
      width: 110,
      align: 'end',
      sort: 'probability',
      hidden: true,
      cell: ({ probability }) => <Percent value={probability} />,
    },
    {
      key: 'expected',
      title: t('deals.money.expected'),
      width: 150,
      align: 'end',
      hidden: true,
      cell: ({ expectedRevenue }) => <Money value={expectedRevenue} />,
    },
    {
      key: 'close',
      title: t('deals.facts.close'),
      width: 120,
      sort: 'expectedCloseDate',
      cell: (deal) => <Day value={deal.actualCloseDate ?? deal.expectedCloseDate} due={isOpen(deal.stage)} />,
    },
    {
      key: 'owner',
      title: t('deals.facts.owner'),
      width: 170,
      cell: ({ assignedToName }) => (assignedToName ? <Person name={assignedToName} /> : '—'),
    },
    {
      key: 'days',
      title: t('deals.facts.daysInStage'),
      width: 110,
      align: 'end',
      hidden: true,
      cell: (deal) => (isOpen(deal.stage) ? deal.daysInStage : '—'),
    },
    {
      key: 'source',
      title: t('deals.facts.source'),
      width: 140,
      hidden: true,
      cell: ({ leadSource }) => word('leadSource', leadSource) || '—',
    },
    {
      key: 'priority',
      title: t('deals.facts.priority'),
      width: 110,
      hidden: true,
      cell: ({ priority }) => word('priority', priority),
    },
    {
      key: 'created',
      title: t('deals.facts.created'),
      width: 120,
      sort: 'createdAt',
      hidden: true,
      cell: ({ createdAt }) => <Day value={dayOf(createdAt, zone)} />,
    },
    {
      key: 'number',
      title: t('deals.facts.number'),
      width: 140,
      cell: (deal) => <DocumentLink bare type="deal" id={deal.id} number={deal.dealNumber} />,
    },
  ]
}
