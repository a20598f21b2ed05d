import { useTranslation } from 'react-i18next'
import { Day } from '../../../ui/day.js'
import { DocumentLink } from '../../../ui/document-link.js'
import { DocumentNumber } from '../../../ui/document-number.js'
import type { Column } from '../../../ui/list/column.js'
import { Money } from '../../../ui/money.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import type { PaymentRow } from '../payment-answer.js'

/** What the list tells of a payment. */
export function useColumns(): readonly Column<PaymentRow>[] {
  const { t } = useTranslation()
  const word = useWord()
  return [
    {
      key: 'number',
      title: t('finance.payments.number'),
      width: 150,
      sort: 'paymentNumber',
      place: 'under',
      cell: ({ paymentNumber }) => <DocumentNumber>{paymentNumber}</DocumentNumber>,
    },
    {
      key: 'customer',
      title: t('finance.payments.customer'),
      place: 'title',
      cell: ({ customerName, payerName }) => customerName ?? payerName ?? '—',
    },
    {
      key: 'day',
      title: t('finance.payments.day'),
      width: 120,
      sort: 'paymentDate',
      cell: ({ paymentDate }) => <Day value={paymentDate} />,
    },
    {
      key: 'method',
      title: t('finance.payments.method'),
      width: 130,
      cell: ({ method }) => word('paymentMethod', method),
    },
    {
      key: 'amount',
      title: t('finance.payments.amount'),
      width: 150,
      align: 'end',
      sort: 'amount',
      place: 'end',
      cell: ({ amount, direction }) => <Money value={direction === 'OUTGOING' ? -amount : amount} />,
    },
    {
      key: 'free',
      title: t('finance.payments.free'),
      width: 140,
      align: 'end',
      cell: ({ unallocatedAmount, direction }) =>
        direction === 'INCOMING' && unallocatedAmount > 0 ? <Money value={unallocatedAmount} /> : '—',
    },
    {
      key: 'status',
      title: t('finance.payments.status'),
      width: 170,
      sort: 'status',
      place: 'underEnd',
      cell: ({ status }) => <StatusBadge plain of="payment" status={status} />,
    },
    {
      key: 'order',
      title: t('finance.payments.order'),
      width: 150,
      cell: ({ orderId, orderNumber }) =>
        orderId ? <DocumentLink bare type="order" id={orderId} number={orderNumber} /> : '—',
    },
    {
      key: 'reference',
      title: t('finance.payments.reference'),
      width: 150,
      hidden: true,
      cell: ({ referenceNumber }) => referenceNumber ?? '—',
    },
  ]
}
