import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { Day } from '../../../ui/day.js'
import { DocumentNumber } from '../../../ui/document-number.js'
import type { Column } from '../../../ui/list/column.js'
import { Mark } from '../../../ui/mark.js'
import { Money } from '../../../ui/money.js'
import { Person } from '../../../ui/person.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import { writtenPhone } from '../../../ui/fields/written-phone.js'
import { type Customer, stateNumber } from '../customer-answer.js'
import styles from '../customers.module.css'

/** What the list tells of a customer. */
export function useColumns(): readonly Column<Customer>[] {
  const { t } = useTranslation()
  const word = useWord()
  const zone = useTimezone()
  return [
    {
      key: 'name',
      title: t('customers.facts.name'),
      sort: 'name',
      place: 'title',
      cell: ({ name, isActive }) => (
        <span className={styles.name}>
          <span className={styles.text}>{name}</span>
          {!isActive && <Mark tone="danger" label={t('customers.blocked')} />}
        </span>
      ),
    },
    {
      key: 'status',
      title: t('customers.facts.status'),
      width: 150,
      place: 'underEnd',
      cell: ({ status }) => <StatusBadge plain of="customer" status={status} />,
    },
    {
      key: 'stateNumber',
      title: t('customers.facts.stateNumber'),
      width: 136,
      cell: (customer) => stateNumber(customer) ?? '—',
    },
    {
      key: 'phone',
      title: t('customers.facts.phone'),
      width: 160,
      place: 'under',
      cell: ({ phone, email }) => (phone ? writtenPhone(phone) : (email ?? '—')),
    },
    {
      key: 'balance',
      title: t('customers.facts.balance'),
      width: 150,
      align: 'end',
      sort: 'balance',
      place: 'end',
      cell: ({ balance }) => <Money value={balance} />,
    },
    {
      key: 'purchases',
      title: t('customers.facts.purchases'),
      width: 150,
      align: 'end',
      sort: 'totalPurchases',
      hidden: true,
      cell: ({ totalPurchases }) => <Money value={totalPurchases} />,
    },
    {
      key: 'owner',
      title: t('customers.facts.owner'),
      width: 170,
      cell: ({ assigneeName }) => (assigneeName ? <Person name={assigneeName} /> : '—'),
    },
    {
      key: 'last',
      title: t('customers.facts.lastPurchase'),
      width: 130,
      sort: 'lastPurchaseDate',
      hidden: true,
      cell: ({ lastPurchaseDate }) => <Day value={lastPurchaseDate && dayOf(lastPurchaseDate, zone)} />,
    },
    {
      key: 'type',
      title: t('customers.facts.type'),
      width: 120,
      hidden: true,
      cell: ({ type }) => word('customerType', type),
    },
    {
      key: 'segment',
      title: t('customers.facts.segment'),
      width: 140,
      hidden: true,
      cell: ({ segment }) => word('segment', segment),
    },
    {
      key: 'email',
      title: t('customers.facts.email'),
      width: 200,
      hidden: true,
      cell: ({ email }) => email ?? '—',
    },
    {
      key: 'created',
      title: t('customers.facts.created'),
      width: 120,
      sort: 'createdAt',
      hidden: true,
      cell: ({ createdAt }) => <Day value={dayOf(createdAt, zone)} />,
    },
    {
      key: 'number',
      title: t('customers.facts.number'),
      width: 146,
      cell: ({ customerNumber }) => <DocumentNumber>{customerNumber}</DocumentNumber>,
    },
  ]
}
