import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { addressLine } from '../../lib/address.js'
import { dayOf } from '../../lib/format.js'
import { useTimezone } from '../../lib/session.js'
import { useTitle } from '../../lib/title.js'
import { Day } from '../../ui/day.js'
import { DocumentLink } from '../../ui/document-link.js'
import type { Column, View } from '../../ui/list/column.js'
import type { Filter } from '../../ui/list/filter.js'
import { List } from '../../ui/list/list.js'
import { ListPage } from '../../ui/list/list-page.js'
import { Empty } from '../../ui/states/empty.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { statusesOf } from '../../ui/status-tones.js'
import { useChoice } from '../../ui/list/use-choice.js'
import { type DeliveryRow, deliveryPath } from './delivery-answer.js'

const toCome: ReadonlySet<string> = new Set(['PLANNED', 'ASSIGNED', 'LOADING', 'IN_TRANSIT'])

/** What goes to customers: ahead, on the way, received. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/deliveries' })
  const search = useSearch({ from: '/inside/deliveries' })
  useTitle(t('deliveries.title'))
  return (
    <ListPage title={t('deliveries.title')}>
      <List<DeliveryRow, typeof search>
        name="deliveries"
        label={t('deliveries.title')}
        path={deliveryPath}
        columns={useColumns()}
        filters={useFilters()}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => void navigate({ to: '/deliveries/$id', params: { id } })}
        empty={<Empty>{t('deliveries.empty')}</Empty>}
      />
    </ListPage>
  )
}

function useColumns(): readonly Column<DeliveryRow>[] {
  const { t } = useTranslation()
  const zone = useTimezone()
  return [
    {
      key: 'number',
      title: t('deliveries.number'),
      width: 150,
      sort: 'deliveryNumber',
      cell: ({ id, deliveryNumber }) => <DocumentLink bare type="delivery_order" id={id} number={deliveryNumber} />,
    },
    { key: 'customer', title: t('deliveries.customer'), place: 'title', cell: ({ customerName }) => customerName },
    {
      key: 'address',
      title: t('deliveries.address'),
      place: 'under',
      cell: ({ deliveryAddress }) => addressLine(deliveryAddress) || '—',
    },
    {
      key: 'scheduled',
      title: t('deliveries.scheduled'),
      width: 140,
      sort: 'scheduledDate',
      place: 'end',
      cell: ({ scheduledDate, status }) => <Day value={scheduledDate} due={toCome.has(status)} />,
    },
    {
      key: 'status',
      title: t('deliveries.status'),
      width: 170,
      sort: 'status',
      place: 'underEnd',
      cell: ({ status }) => <StatusBadge plain of="delivery" status={status} />,
    },
    {
      key: 'order',
      title: t('deliveries.order'),
      width: 150,
      cell: ({ sourceOrderId, orderNumber }) => (
        <DocumentLink bare type="order" id={sourceOrderId} number={orderNumber} />
      ),
    },
    {
      key: 'delivered',
      title: t('deliveries.delivered'),
      width: 130,
      hidden: true,
      cell: ({ deliveredAt }) => <Day value={deliveredAt && dayOf(deliveredAt, zone)} />,
    },
  ]
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    choice('status', t('deliveries.status'), 'delivery', statusesOf('delivery')),
    {
      kind: 'record',
      key: 'customerId',
      title: t('deliveries.customer'),
      path: '/customers',
      labelOf: (customer) => String(customer['name']),
    },
    { kind: 'days', key: 'scheduled', title: t('deliveries.scheduled'), from: 'dateFrom', to: 'dateTo' },
  ]
}

function useViews(): readonly View[] {
  const { t } = useTranslation()
  const today = dayOf(new Date(), useTimezone())
  const ahead = 'PLANNED,ASSIGNED,LOADING'
  return [
    { key: 'planned', title: t('deliveries.views.planned'), search: { status: ahead, sort: 'scheduledDate' } },
    {
      key: 'today',
      title: t('deliveries.views.today'),
      search: { status: `${ahead},IN_TRANSIT`, dateFrom: today, dateTo: today },
    },
    { key: 'onTheWay', title: t('deliveries.views.onTheWay'), search: { status: 'IN_TRANSIT' } },
    { key: 'failed', title: t('deliveries.views.failed'), search: { status: 'FAILED,PARTIALLY_DELIVERED' } },
    { key: 'done', title: t('deliveries.views.done'), search: { status: 'DELIVERED' } },
  ]
}
