import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useTimezone } from '../../../lib/session.js'
import { Day } from '../../../ui/day.js'
import { DocumentLink } from '../../../ui/document-link.js'
import type { Column } from '../../../ui/list/column.js'
import { Quantity } from '../../../ui/quantity.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import type { ProductionRow } from '../production-answer.js'

const over: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELLED', 'FAILED'])

/** What the list tells of a production order. */
export function useColumns(): readonly Column<ProductionRow>[] {
  const { t } = useTranslation()
  const word = useWord()
  const zone = useTimezone()
  return [
    {
      key: 'number',
      title: t('production.number'),
      width: 150,
      sort: 'orderNumber',
      place: 'under',
      cell: ({ id, orderNumber }) => <DocumentLink bare type="production_order" id={id} number={orderNumber} />,
    },
    { key: 'product', title: t('production.product'), place: 'title', cell: ({ productName }) => productName },
    {
      key: 'quantity',
      title: t('production.quantity'),
      width: 110,
      align: 'end',
      place: 'end',
      cell: ({ quantity, unitOfMeasure }) => <Quantity value={quantity} unit={unitOfMeasure} />,
    },
    {
      key: 'made',
      title: t('production.made'),
      width: 110,
      align: 'end',
      hidden: true,
      cell: ({ completedQuantity, unitOfMeasure }) => <Quantity value={completedQuantity} unit={unitOfMeasure} />,
    },
    {
      key: 'due',
      title: t('production.due'),
      width: 120,
      sort: 'dueDate',
      cell: ({ dueDate, status }) => <Day value={dayOf(dueDate, zone)} due={!over.has(status)} />,
    },
    {
      key: 'status',
      title: t('production.status'),
      width: 170,
      sort: 'status',
      place: 'underEnd',
      cell: ({ status }) => <StatusBadge plain of="production" status={status} />,
    },
    {
      key: 'order',
      title: t('production.order'),
      width: 150,
      cell: ({ salesOrderId, salesOrderNumber }) =>
        salesOrderId ? <DocumentLink bare type="order" id={salesOrderId} number={salesOrderNumber} /> : '—',
    },
    { key: 'customer', title: t('production.customer'), cell: ({ customerName }) => customerName ?? '—' },
    {
      key: 'source',
      title: t('production.source'),
      width: 150,
      hidden: true,
      cell: ({ source }) => word('productionSource', source),
    },
    {
      key: 'priority',
      title: t('production.priority'),
      width: 120,
      sort: 'priority',
      hidden: true,
      cell: ({ priority }) => word('priority', priority),
    },
  ]
}
