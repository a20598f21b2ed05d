import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMembership } from '../../../lib/session.js'
import { useMay } from '../../../lib/may.js'
import type { ListSearch } from '../../../ui/list/column.js'
import type { Filter } from '../../../ui/list/filter.js'
import { Filters } from '../../../ui/list/filters.js'
import { SearchBox } from '../../../ui/list/search-box.js'
import { Toolbar } from '../../../ui/toolbar.js'
import { useWord } from '../../../ui/use-word.js'
import { employeeName } from '../../../lib/employee-name.js'
import { priorities } from '../stages.js'
import type { BoardFilter } from './use-board.js'

interface BoardToolbarProps {
  readonly filter: BoardFilter
  readonly onChange: (change: BoardFilter) => void
}

/** What narrows the board; all of it stands in the address. */
export function BoardToolbar({ filter, onChange }: BoardToolbarProps) {
  const { t } = useTranslation()
  const me = useMembership()
  const filters = useFilters()
  // Who sees only their own deals has no others to look at.
  const choosesWhose = me?.employeeId && me.dataScope !== 'OWN'
  const { assignedTo } = filter
  return (
    <Toolbar label={t('ui.list.tools')}>
      <SearchBox
        label={t('deals.board.search')}
        value={filter.search ?? ''}
        onChange={(search) => onChange({ search: search || undefined })}
      />
      {choosesWhose && (
        <SegmentedControl
          size="xs"
          aria-label={t('deals.board.whose')}
          value={assignedTo === undefined ? 'all' : assignedTo === me.employeeId ? 'mine' : 'other'}
          onChange={(whose) => onChange({ assignedTo: whose === 'mine' ? (me.employeeId ?? undefined) : undefined })}
          data={[
            { value: 'all', label: t('deals.board.all') },
            { value: 'mine', label: t('deals.board.mine') },
          ]}
        />
      )}
      <Filters
        filters={filters}
        search={{ ...filter, ...(assignedTo === me?.employeeId && { assignedTo: undefined }) } as ListSearch}
        onChange={onChange}
      />
    </Toolbar>
  )
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  return [
    ...(may('EMPLOYEES_VIEW')
      ? ([
          {
            kind: 'record',
            key: 'assignedTo',
            title: t('deals.facts.owner'),
            path: '/employees',
            labelOf: employeeName,
          },
        ] as const)
      : []),
    { kind: 'record', key: 'customerId', title: t('deals.facts.customer'), path: '/customers', labelOf: nameOf },
    {
      kind: 'choice',
      key: 'priority',
      title: t('deals.facts.priority'),
      single: true,
      options: priorities.map((value) => ({ value, label: word('priority', value) })),
    },
    { kind: 'flag', key: 'isStale', title: t('deals.card.stale') },
  ]
}

const nameOf = (customer: Readonly<Record<string, unknown>>): string => String(customer['name'])
