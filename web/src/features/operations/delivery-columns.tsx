import { useTranslation } from 'react-i18next'
import { DocumentLink } from '../../ui/document-link.js'
import type { Column } from '../../ui/list/column.js'
import { Moment } from '../../ui/moment.js'
import { StatusBadge } from '../../ui/status-badge.js'
import type { DeliveryRow } from './delivery-answer.js'

/** What stopped, because of what, and why. */
export function useDeliveryColumns(): readonly Column<DeliveryRow>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'step',
      title: t('operations.list.step'),
      place: 'title',
      sort: 'consumer',
      cell: (row) => row.consumerLabel,
    },
    {
      key: 'state',
      title: t('operations.list.state'),
      width: 140,
      sort: 'state',
      place: 'end',
      cell: (row) => <StatusBadge plain of="eventDelivery" status={row.state} />,
    },
    { key: 'error', title: t('operations.list.error'), place: 'under', cell: (row) => row.lastError },
    { key: 'event', title: t('operations.list.event'), cell: (row) => row.eventLabel },
    {
      key: 'document',
      title: t('operations.list.document'),
      width: 160,
      cell: (row) => row.document && <DocumentLink {...row.document} bare />,
    },
    {
      key: 'attempts',
      title: t('operations.list.attempts'),
      width: 100,
      align: 'end',
      sort: 'attempts',
      cell: (row) => row.attempts,
    },
    {
      key: 'since',
      title: t('operations.list.since'),
      width: 130,
      sort: 'createdAt',
      place: 'underEnd',
      cell: (row) => <Moment value={row.since} />,
    },
  ]
}
