import { useTranslation } from 'react-i18next'
import type { View } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { useChoice } from '../../../ui/list/use-choice.js'

const expected = 'DRAFT,PENDING_APPROVAL,APPROVED,IN_RFQ,ORDERED'

/** By what requisitions are narrowed. */
export function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    choice('status', t('purchasing.status'), 'requisition', [
      ...expected.split(','),
      'RECEIVED',
      'REJECTED',
      'CANCELLED',
    ]),
    choice('source', t('purchasing.source'), 'requisitionSource', [
      'ORDER_SHORTAGE',
      'PRODUCTION',
      'REPLENISHMENT',
      'MANUAL',
    ]),
    {
      kind: 'record',
      key: 'supplierId',
      title: t('purchasing.supplier'),
      path: '/operations/procurement/suppliers',
      labelOf: (supplier) => String(supplier['name']),
    },
    { kind: 'days', key: 'required', title: t('purchasing.required'), from: 'requiredFrom', to: 'requiredTo' },
  ]
}

/** Arrangements that a buyer comes back to. */
export function useViews(): readonly View[] {
  const { t } = useTranslation()
  return [
    { key: 'open', title: t('purchasing.views.open'), search: { status: expected, sort: 'requiredBy' } },
    { key: 'received', title: t('purchasing.views.received'), search: { status: 'RECEIVED' } },
  ]
}
