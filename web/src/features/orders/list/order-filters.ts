import { useTranslation } from 'react-i18next'
import type { View } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { useChoice } from '../../../ui/list/use-choice.js'
import { statusesOf } from '../../../ui/status-tones.js'

const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL']

export function useOrderFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    choice('status', t('orders.list.status'), 'order', statusesOf('order')),
    choice('holdReason', t('orders.list.holds'), 'holdReason', statusesOf('holdReason')),
    choice('paymentStatus', t('orders.list.payment'), 'orderPayment', statusesOf('orderPayment')),
    choice('fulfillmentStatus', t('orders.list.fulfilment'), 'fulfilment', statusesOf('fulfilment')),
    choice('priority', t('orders.list.priority'), 'priority', priorities),
    {
      kind: 'record',
      key: 'customerId',
      title: t('orders.list.customer'),
      path: '/customers',
      labelOf: (row) => String(row['name']),
    },
    {
      kind: 'days',
      key: 'delivery',
      title: t('orders.list.requested'),
      from: 'deliveryDateFrom',
      to: 'deliveryDateTo',
    },
    { kind: 'amounts', key: 'amount', title: t('orders.list.total'), from: 'minAmount', to: 'maxAmount' },
    { kind: 'flag', key: 'isUrgent', title: t('orders.list.urgent') },
  ]
}

/** Ready arrangements: what a person comes to look for. */
export function useOrderViews(): readonly View[] {
  const { t } = useTranslation()
  return [
    { key: 'work', title: t('orders.views.work'), search: { status: 'CONFIRMED,PROCESSING,READY,SHIPPED' } },
    { key: 'held', title: t('orders.views.held'), search: { status: 'ON_HOLD' } },
    { key: 'ready', title: t('orders.views.ready'), search: { status: 'READY' } },
    {
      key: 'unpaid',
      title: t('orders.views.unpaid'),
      search: { status: 'SHIPPED,DELIVERED', paymentStatus: 'PENDING,PARTIAL' },
    },
  ]
}
