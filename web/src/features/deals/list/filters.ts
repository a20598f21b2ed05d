import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../lib/format.js'
import { useMay } from '../../../lib/may.js'
import { useMembership, useTimezone } from '../../../lib/session.js'
import type { View } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { useChoice } from '../../../ui/list/use-choice.js'
import { statusesOf } from '../../../ui/status-tones.js'
import { sources } from '../../customers/values.js'
import { openStages, priorities } from '../stages.js'
import { employeeName } from '../../../lib/employee-name.js'

/** By what deals are narrowed. */
export function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const may = useMay()
  const choice = useChoice()
  return [
    choice('stage', t('deals.facts.stage'), 'deal', statusesOf('deal')),
    {
      kind: 'record',
      key: 'customerId',
      title: t('deals.facts.customer'),
      path: '/customers',
      labelOf: (customer) => String(customer['name']),
    },
    ...(may('EMPLOYEES_VIEW')
      ? [
          {
            kind: 'record',
            key: 'assignedTo',
            title: t('deals.facts.owner'),
            path: '/employees',
            labelOf: employeeName,
          } as const,
        ]
      : []),
    { kind: 'amounts', key: 'value', title: t('deals.facts.value'), from: 'minValue', to: 'maxValue' },
    {
      kind: 'days',
      key: 'close',
      title: t('deals.facts.close'),
      from: 'expectedCloseDateFrom',
      to: 'expectedCloseDateTo',
    },
    { kind: 'days', key: 'created', title: t('deals.facts.created'), from: 'createdFrom', to: 'createdTo' },
    { kind: 'days', key: 'won', title: t('deals.facts.won'), from: 'wonFrom', to: 'wonTo' },
    choice('priority', t('deals.facts.priority'), 'priority', priorities),
    choice('leadSource', t('deals.facts.source'), 'leadSource', sources),
    { kind: 'flag', key: 'isStale', title: t('deals.card.stale') },
  ]
}

/** Arrangements that a salesperson comes back to. */
export function useViews(): readonly View[] {
  const { t } = useTranslation()
  const me = useMembership()
  const zone = useTimezone()
  const today = dayOf(new Date(), zone)
  const month = today.slice(0, 7)
  const [year = 0, number = 0] = month.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  const open = openStages.join(',')
  return [
    { key: 'open', title: t('deals.list.open'), search: { stage: open } },
    ...(me?.employeeId && me.dataScope !== 'OWN'
      ? [{ key: 'mine', title: t('deals.list.mine'), search: { stage: open, assignedTo: me.employeeId } }]
      : []),
    {
      key: 'closing',
      title: t('deals.list.closing'),
      search: { stage: open, expectedCloseDateTo: lastDay, sort: 'expectedCloseDate' },
    },
    { key: 'stale', title: t('deals.list.stale'), search: { stage: open, isStale: 'true' } },
    { key: 'won', title: t('deals.list.won'), search: { stage: 'WON', wonFrom: `${month}-01`, sort: '-wonAt' } },
  ]
}
