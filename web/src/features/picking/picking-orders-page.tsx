import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
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
import { useChoice } from '../../ui/list/use-choice.js'
import { type PickingRow, pickingPath } from './picking-answer.js'

/** What the warehouse has to pick, and what it has picked. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/picking' })
  const search = useSearch({ from: '/inside/picking' })
  useTitle(t('warehouse.title'))
  return (
    <ListPage title={t('warehouse.title')}>
      <List<PickingRow, typeof search>
        name="picking"
        label={t('warehouse.title')}
        path={pickingPath}
        columns={useColumns()}
        filters={useFilters()}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => void navigate({ to: '/picking/$id', params: { id } })}
        empty={<Empty>{t('warehouse.empty')}</Empty>}
      />
    </ListPage>
  )
}

function useColumns(): readonly Column<PickingRow>[] {
  const { t } = useTranslation()
  const zone = useTimezone()
  return [
    {
      key: 'number',
      title: t('warehouse.number'),
      width: 150,
      sort: 'pickingNumber',
      place: 'title',
      cell: ({ id, pickingNumber }) => <DocumentLink bare type="picking_order" id={id} number={pickingNumber} />,
    },
    { key: 'customer', title: t('warehouse.customer'), place: 'under', cell: ({ customerName }) => customerName },
    {
      key: 'order',
      title: t('warehouse.order'),
      width: 150,
      cell: ({ orderId, orderNumber }) => <DocumentLink bare type="order" id={orderId} number={orderNumber} />,
    },
    { key: 'place', title: t('warehouse.place'), width: 170, cell: ({ warehouseName }) => warehouseName },
    {
      key: 'count',
      title: t('warehouse.count'),
      width: 90,
      align: 'end',
      place: 'end',
      cell: ({ lineCount }) => lineCount,
    },
    {
      key: 'status',
      title: t('warehouse.status'),
      width: 160,
      sort: 'status',
      place: 'underEnd',
      cell: ({ status }) => <StatusBadge plain of="picking" status={status} />,
    },
    {
      key: 'created',
      title: t('warehouse.created'),
      width: 120,
      sort: 'createdAt',
      cell: ({ createdAt }) => <Day value={dayOf(createdAt, zone)} />,
    },
    {
      key: 'finished',
      title: t('warehouse.finished'),
      width: 120,
      sort: 'completedAt',
      cell: ({ completedAt }) => <Day value={completedAt && dayOf(completedAt, zone)} />,
    },
  ]
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    choice('status', t('warehouse.status'), 'picking', ['DRAFT', 'ASSIGNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED']),
    {
      kind: 'record',
      key: 'warehouseId',
      title: t('warehouse.place'),
      path: '/operations/warehouse/warehouses',
      labelOf: (place) => String(place['name']),
    },
  ]
}

function useViews(): readonly View[] {
  const { t } = useTranslation()
  return [
    {
      key: 'open',
      title: t('warehouse.views.open'),
      search: { status: 'DRAFT,ASSIGNED,IN_PROGRESS', sort: 'createdAt' },
    },
    { key: 'working', title: t('warehouse.views.working'), search: { status: 'IN_PROGRESS' } },
    { key: 'done', title: t('warehouse.views.done'), search: { status: 'COMPLETED', sort: '-completedAt' } },
  ]
}
