import { useTranslation } from 'react-i18next'
import { Day } from '../../../ui/day.js'
import { DocumentLink } from '../../../ui/document-link.js'
import type { Column } from '../../../ui/list/column.js'
import { Money } from '../../../ui/money.js'
import { Person } from '../../../ui/person.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import type { OrderRow } from '../order-answer.js'

const past: ReadonlySet<string> = new Set(['DELIVERED', 'COMPLETED', 'CANCELLED'])

/** What a list tells of an order. A held one says why. */
export function useOrderColumns(): readonly Column<OrderRow>[] {
  const { t } = useTranslation()
  const word = useWord()
  return [
    {
      key: 'number',
      title: t('orders.list.number'),
      width: 140,
      sort: 'orderNumber',
      place: 'under',
      cell: (row) => <DocumentLink bare type="order" id={row.id} number={row.orderNumber} />,
    },
    { key: 'customer', title: t('orders.list.customer'), place: 'title', cell: (row) => row.customerName },
    {
      key: 'status',
      title: t('orders.list.status'),
      width: 140,
      sort: 'status',
      place: 'underEnd',
      cell: (row) => <StatusBadge plain of="order" status={row.status} />,
    },
    {
      key: 'holds',
      title: t('orders.list.holds'),
      width: 170,
      cell: (row) => row.openHolds.map((reason) => word('holdReason', reason)).join(', '),
    },
    {
      key: 'promised',
      title: t('orders.list.promised'),
      width: 110,
      cell: (row) => row.promisedDate && <Day value={row.promisedDate} due={!past.has(row.status)} />,
    },
    {
      key: 'payment',
      title: t('orders.list.payment'),
      width: 150,
      cell: (row) => <StatusBadge plain of="orderPayment" status={row.paymentStatus} />,
    },
    {
      key: 'fulfilment',
      title: t('orders.list.fulfilment'),
      width: 170,
      hidden: true,
      cell: (row) => <StatusBadge plain of="fulfilment" status={row.fulfillmentStatus} />,
    },
    {
      key: 'rep',
      title: t('orders.list.rep'),
      width: 150,
      hidden: true,
      cell: (row) => <Person name={row.salesRepName} />,
    },
    {
      key: 'total',
      title: t('orders.list.total'),
      width: 150,
      align: 'end',
      sort: 'totalAmount',
      place: 'end',
      cell: (row) => <Money value={row.totalAmount} />,
    },
    {
      key: 'created',
      title: t('orders.list.created'),
      width: 110,
      sort: 'orderDate',
      cell: (row) => <Day value={row.orderDate} />,
    },
  ]
}
