import { useTranslation } from 'react-i18next'
import { Day } from '../../../ui/day.js'
import { DocumentLink } from '../../../ui/document-link.js'
import type { Column } from '../../../ui/list/column.js'
import { Money } from '../../../ui/money.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import { type InvoiceRow, statusOf } from '../invoice-answer.js'

/** What the list tells of an invoice. */
export function useColumns(): readonly Column<InvoiceRow>[] {
  const { t } = useTranslation()
  const word = useWord()
  return [
    {
      key: 'number',
      title: t('finance.invoices.number'),
      width: 150,
      sort: 'invoiceNumber',
      place: 'under',
      cell: ({ id, invoiceNumber }) => (
        <DocumentLink bare type="invoice" id={id} number={invoiceNumber ?? t('finance.invoices.draft')} />
      ),
    },
    {
      key: 'customer',
      title: t('finance.invoices.customer'),
      place: 'title',
      cell: ({ customerName }) => customerName ?? '—',
    },
    {
      key: 'status',
      title: t('finance.invoices.status'),
      width: 170,
      sort: 'status',
      place: 'underEnd',
      cell: (invoice) => <StatusBadge plain of="invoice" status={statusOf(invoice)} />,
    },
    {
      key: 'total',
      title: t('finance.invoices.total'),
      width: 150,
      align: 'end',
      sort: 'totalAmount',
      place: 'end',
      cell: ({ totalAmount }) => <Money value={totalAmount} />,
    },
    {
      key: 'left',
      title: t('finance.invoices.left'),
      width: 150,
      align: 'end',
      sort: 'balanceDue',
      cell: ({ balanceDue, status }) => <Money value={status === 'CANCELLED' ? 0 : balanceDue} />,
    },
    {
      key: 'issued',
      title: t('finance.invoices.issued'),
      width: 120,
      sort: 'issueDate',
      cell: ({ issueDate }) => <Day value={issueDate} />,
    },
    {
      key: 'due',
      title: t('finance.invoices.due'),
      width: 130,
      sort: 'dueDate',
      cell: ({ dueDate, isOverdue }) => <Day value={dueDate} due={isOverdue} />,
    },
    {
      key: 'order',
      title: t('finance.invoices.order'),
      width: 150,
      cell: ({ orderId, orderNumber }) =>
        orderId ? <DocumentLink bare type="order" id={orderId} number={orderNumber} /> : '—',
    },
    {
      key: 'type',
      title: t('finance.invoices.type'),
      width: 170,
      hidden: true,
      cell: ({ type }) => word('invoiceType', type),
    },
  ]
}
