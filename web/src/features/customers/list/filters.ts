import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { useMembership } from '../../../lib/session.js'
import type { View } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { employeeName } from '../../../lib/employee-name.js'
import { useChoice } from '../../../ui/list/use-choice.js'
import { segments, sources, statuses, tiers, types } from '../values.js'

/** By what customers are narrowed. */
export function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  const may = useMay()
  return [
    choice('status', t('customers.facts.status'), 'customer', statuses),
    choice('type', t('customers.facts.type'), 'customerType', types),
    ...(may('EMPLOYEES_VIEW')
      ? [
          {
            kind: 'record',
            key: 'assignedTo',
            title: t('customers.facts.owner'),
            path: '/employees',
            labelOf: employeeName,
          } as const,
        ]
      : []),
    choice('segment', t('customers.facts.segment'), 'segment', segments),
    choice('tier', t('customers.facts.tier'), 'tier', tiers),
    choice('leadSource', t('customers.facts.source'), 'leadSource', sources),
    { kind: 'text', key: 'city', title: t('customers.facts.city') },
    {
      kind: 'amounts',
      key: 'purchases',
      title: t('customers.facts.purchases'),
      from: 'minPurchases',
      to: 'maxPurchases',
    },
    { kind: 'days', key: 'created', title: t('customers.facts.created'), from: 'createdFrom', to: 'createdTo' },
    {
      kind: 'choice',
      key: 'isActive',
      title: t('customers.facts.stopList'),
      single: true,
      options: [
        { value: 'false', label: t('customers.blocked') },
        { value: 'true', label: t('customers.notBlocked') },
      ],
    },
  ]
}

/** Arrangements that a salesperson comes back to. */
export function useViews(): readonly View[] {
  const { t } = useTranslation()
  const me = useMembership()
  return [
    { key: 'active', title: t('customers.views.active'), search: { status: 'ACTIVE' } },
    { key: 'leads', title: t('customers.views.leads'), search: { status: 'LEAD,PROSPECT' } },
    ...(me?.employeeId && me.dataScope !== 'OWN'
      ? [{ key: 'mine', title: t('customers.views.mine'), search: { assignedTo: me.employeeId } }]
      : []),
    { key: 'debtors', title: t('customers.views.debtors'), search: { minBalance: '0.01', sort: '-balance' } },
    { key: 'blocked', title: t('customers.views.blocked'), search: { isActive: 'false' } },
  ]
}
