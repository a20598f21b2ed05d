import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { Day } from '../../../ui/day.js'
import { DocumentLink } from '../../../ui/document-link.js'
import type { Column } from '../../../ui/list/column.js'
import { Money } from '../../../ui/money.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import { closed, type RequisitionRow } from '../purchasing-answer.js'

/** What the list tells of a requisition. */
export function useColumns(): readonly Column<RequisitionRow>[] {
  const { t } = useTranslation()
  const word = useWord()
  const zone = useTimezone()
  return [
    {
      key: 'number',
      title: t('purchasing.number'),
      width: 150,
      sort: 'requisitionNumber',
      place: 'title',
      cell: ({ id, requisitionNumber }) => (
        <DocumentLink bare type="purchase_requisition" id={id} number={requisitionNumber} />
      ),
    },
    {
      key: 'supplier',
      title: t('purchasing.supplier'),
      place: 'under',
      cell: ({ supplierName }) => supplierName ?? '—',
    },
    {
      key: 'source',
      title: t('purchasing.source'),
      width: 180,
      cell: ({ source }) => word('requisitionSource', source),
    },
    {
      key: 'order',
      title: t('purchasing.order'),
      width: 150,
      cell: ({ orderId, orderNumber }) =>
        orderId ? <DocumentLink bare type="order" id={orderId} number={orderNumber} /> : '—',
    },
    {
      key: 'required',
      title: t('purchasing.required'),
      width: 120,
      sort: 'requiredBy',
      cell: ({ requiredBy, status }) => <Day value={requiredBy} due={!closed.has(status)} />,
    },
    {
      key: 'cost',
      title: t('purchasing.cost'),
      width: 150,
      align: 'end',
      sort: 'estimatedCost',
      place: 'end',
      cell: ({ estimatedCost }) => <Money value={estimatedCost} />,
    },
    {
      key: 'status',
      title: t('purchasing.status'),
      width: 180,
      sort: 'status',
      place: 'underEnd',
      cell: ({ status }) => <StatusBadge plain of="requisition" status={status} />,
    },
    {
      key: 'created',
      title: t('purchasing.created'),
      width: 120,
      sort: 'createdAt',
      hidden: true,
      cell: ({ createdAt }) => <Day value={dayOf(createdAt, zone)} />,
    },
  ]
}
