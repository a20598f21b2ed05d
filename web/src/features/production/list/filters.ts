import { useTranslation } from 'react-i18next'
import type { View } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { useChoice } from '../../../ui/list/use-choice.js'

/** By what production orders are narrowed. */
export function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    choice('status', t('production.status'), 'production', [
      'PLANNED',
      'WAITING_MATERIALS',
      'SCHEDULED',
      'IN_PROGRESS',
      'QUALITY_CHECK',
      'COMPLETED',
      'ON_HOLD',
      'CANCELLED',
      'FAILED',
    ]),
    choice('priority', t('production.priority'), 'priority', ['LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL']),
    choice('source', t('production.source'), 'productionSource', ['SALES_ORDER', 'INVENTORY', 'MANUAL', 'REWORK']),
    {
      kind: 'record',
      key: 'productId',
      title: t('production.product'),
      path: '/products',
      labelOf: (product) => String(product['name']),
    },
    { kind: 'flag', key: 'bomMissing', title: t('production.views.noBom') },
  ]
}

/** Arrangements that a foreman comes back to. */
export function useViews(): readonly View[] {
  const { t } = useTranslation()
  return [
    {
      key: 'open',
      title: t('production.views.open'),
      search: { status: 'PLANNED,WAITING_MATERIALS,SCHEDULED', sort: 'dueDate' },
    },
    {
      key: 'working',
      title: t('production.views.working'),
      search: { status: 'IN_PROGRESS,QUALITY_CHECK', sort: 'dueDate' },
    },
    { key: 'done', title: t('production.views.done'), search: { status: 'COMPLETED' } },
  ]
}
