import { useTranslation } from 'react-i18next'
import type { View } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { useChoice } from '../../../ui/list/use-choice.js'
import { payableStatuses } from '../invoice-answer.js'

/** By what invoices are narrowed. */
export function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    choice('status', t('finance.invoices.status'), 'invoice', [
      'DRAFT',
      'ISSUED',
      'SENT',
      'VIEWED',
      'PARTIAL',
      'PAID',
      'CANCELLED',
    ]),
    { kind: 'flag', key: 'overdue', title: t('finance.invoices.overdue') },
    {
      kind: 'record',
      key: 'customerId',
      title: t('finance.invoices.customer'),
      path: '/customers',
      labelOf: (customer) => String(customer['name']),
    },
    choice('type', t('finance.invoices.type'), 'invoiceType', ['STANDARD', 'PROFORMA', 'CREDIT_NOTE', 'DEBIT_NOTE']),
    { kind: 'days', key: 'issued', title: t('finance.invoices.issued'), from: 'dateFrom', to: 'dateTo' },
    { kind: 'days', key: 'due', title: t('finance.invoices.due'), from: 'dueFrom', to: 'dueTo' },
  ]
}

/** Arrangements that an accountant comes back to. */
export function useViews(): readonly View[] {
  const { t } = useTranslation()
  return [
    { key: 'unpaid', title: t('finance.invoices.views.unpaid'), search: { status: payableStatuses, sort: 'dueDate' } },
    { key: 'overdue', title: t('finance.invoices.views.overdue'), search: { overdue: 'true', sort: 'dueDate' } },
    { key: 'drafts', title: t('finance.invoices.views.drafts'), search: { status: 'DRAFT' } },
    { key: 'paid', title: t('finance.invoices.views.paid'), search: { status: 'PAID' } },
  ]
}
