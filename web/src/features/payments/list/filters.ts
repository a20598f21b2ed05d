import { useTranslation } from 'react-i18next'
import type { View } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { useChoice } from '../../../ui/list/use-choice.js'
import { methods } from '../payment-answer.js'

/** By what payments are narrowed. */
export function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    choice('method', t('finance.payments.method'), 'paymentMethod', methods),
    choice('status', t('finance.payments.status'), 'payment', [
      'PENDING',
      'COMPLETED',
      'FAILED',
      'CANCELLED',
      'PARTIALLY_REFUNDED',
      'REFUNDED',
    ]),
    {
      kind: 'choice',
      key: 'direction',
      title: t('finance.payments.direction'),
      single: true,
      options: [
        { value: 'INCOMING', label: t('finance.payments.directions.INCOMING') },
        { value: 'OUTGOING', label: t('finance.payments.directions.OUTGOING') },
      ],
    },
    {
      kind: 'record',
      key: 'customerId',
      title: t('finance.payments.customer'),
      path: '/customers',
      labelOf: (customer) => String(customer['name']),
    },
    { kind: 'days', key: 'day', title: t('finance.payments.day'), from: 'from', to: 'to' },
    { kind: 'amounts', key: 'amount', title: t('finance.payments.amount'), from: 'minAmount', to: 'maxAmount' },
    { kind: 'flag', key: 'unallocated', title: t('finance.payments.views.free') },
  ]
}

/** Arrangements that an accountant comes back to. */
export function useViews(): readonly View[] {
  const { t } = useTranslation()
  return [
    { key: 'incoming', title: t('finance.payments.views.incoming'), search: { direction: 'INCOMING' } },
    { key: 'free', title: t('finance.payments.views.free'), search: { unallocated: 'true' } },
    { key: 'outgoing', title: t('finance.payments.views.outgoing'), search: { direction: 'OUTGOING' } },
  ]
}
