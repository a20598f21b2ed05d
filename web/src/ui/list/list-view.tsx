import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../../lib/format.js'
import { late } from '../late.js'
import { Problem } from '../states/problem.js'
import { Skeleton } from '../states/skeletons.js'
import { Toolbar } from '../toolbar.js'
import { useUpTo } from '../use-up-to.js'
import { Cards } from './cards.js'
import {
  arrangementOf,
  type Column,
  filtersOf,
  type ListSearch,
  type RowSource,
  sameArrangement,
  type View,
} from './column.js'
import { ColumnChooser } from './column-chooser.js'
import type { Filter } from './filter.js'
import { Filters } from './filters.js'
import styles from './list-view.module.css'
import { SearchBox } from './search-box.js'
import { SelectionBar } from './selection-bar.js'
import { Table } from './table.js'
import { useColumns } from './use-columns.js'
import { useListKeys } from './use-list-keys.js'
import { Views } from './views.js'

const Peek = late(async () => (await import('./peek.js')).Peek)

export interface ListViewProps<Row, Search extends ListSearch> {
  /** For what is kept in the browser: `deals`. */
  readonly name: string
  readonly label: string
  readonly source: RowSource<Row>
  readonly columns: readonly Column<Row>[]
  readonly keyOf?: (row: Row) => string
  readonly filters?: readonly Filter[]
  readonly views?: readonly View[]
  /** What the route says, and how it is changed. */
  readonly search: Search
  readonly onSearch: (search: Search) => void
  /** False where the API cannot search by words. */
  readonly searchable?: boolean
  readonly onOpen?: (row: Row) => void
  readonly peek?: (id: string, row: Row | undefined) => ReactNode
  readonly peekLabel?: (row: Row) => string
  /** What can be done to chosen rows; without it nothing is chosen. */
  readonly actions?: (keys: readonly string[], clear: () => void) => ReactNode
  /** Shown when there is nothing at all, not even without filters. */
  readonly empty?: ReactNode
  /** At the right end of the toolbar. */
  readonly children?: ReactNode
}

const idOf = (row: unknown): string => (row as { readonly id: string }).id

/** Everything a list has, over rows from anywhere. Pages use `List`, which brings them from the API. */
export function ListView<Row, Search extends ListSearch>(props: ListViewProps<Row, Search>) {
  const {
    name,
    label,
    source,
    keyOf = idOf,
    filters = [],
    views = [],
    search,
    onOpen,
    peek,
    peekLabel,
    actions,
  } = props
  const { t } = useTranslation()
  const onSearch = props.onSearch as (search: ListSearch) => void
  const phone = useUpTo('phone')
  const columns = useColumns(name, props.columns)
  const [active, setActive] = useState(-1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const total = source.total ?? 0
  const row = active >= 0 ? source.at(active) : undefined
  const change = (part: ListSearch) => {
    const next = { ...search, ...part, page: undefined }
    if (!sameArrangement(search, next)) setActive(-1)
    onSearch(next)
  }
  const clear = () => setChosen(new Set())
  const choose = (keys: readonly string[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key))))
  const goTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), total - 1)
    setActive(next)
    const there = source.at(next)
    if (search.peek && there) change({ peek: keyOf(there) })
  }
  useListKeys({
    move: (by) => total > 0 && goTo(by === 'first' ? 0 : by === 'last' ? total - 1 : active + by),
    open: () => row && onOpen?.(row),
    peek: () => row && peek && change({ peek: search.peek === keyOf(row) ? undefined : keyOf(row) }),
    select: () => row && actions && choose([keyOf(row)], !chosen.has(keyOf(row))),
    leave: () => (search.peek ? change({ peek: undefined }) : chosen.size > 0 ? clear() : setActive(-1)),
  })

  const narrowed = Boolean(search.search) || Object.keys(filtersOf(search)).length > 0
  if (source.total === 0 && !narrowed && !source.stale && props.empty) return props.empty
  const Rows = phone ? Cards : Table
  const peeked = search.peek && peek ? search.peek : undefined
  const peekedRow = peeked && row && keyOf(row) === peeked ? row : undefined

  return (
    <section className={styles.list} aria-label={label}>
      <Views name={name} views={views} search={search} onSearch={onSearch} />
      <Toolbar
        label={t('ui.list.tools')}
        end={
          <>
            {source.total !== undefined && (
              <span className={styles.count} role="status">
                {t('ui.list.rows', { count: total, shown: count(total) + (source.capped ? '+' : '') })}
              </span>
            )}
            {!phone && <ColumnChooser columns={columns} />}
            {props.children}
          </>
        }
      >
        {props.searchable !== false && (
          <SearchBox
            label={t('ui.list.search')}
            value={search.search ?? ''}
            onChange={(text) => change({ search: text || undefined })}
          />
        )}
        <Filters filters={filters} search={search} onChange={change} />
      </Toolbar>
      <div className={styles.body}>
        {source.error && source.total === undefined ? (
          <Problem error={source.error} retry={source.retry} />
        ) : source.total === undefined ? (
          <Skeleton shape="table" rows={12} />
        ) : (
          <Rows
            label={label}
            columns={phone ? columns.all : columns.shown}
            source={source}
            keyOf={keyOf}
            sort={search.sort}
            arrangement={JSON.stringify(arrangementOf(search))}
            onSort={(sort) => change({ sort })}
            active={active}
            onActive={setActive}
            onOpen={onOpen}
            selected={actions ? chosen : undefined}
            onSelect={choose}
          />
        )}
        {peeked && peek && (
          <Peek label={peekedRow && peekLabel ? peekLabel(peekedRow) : label} close={() => change({ peek: undefined })}>
            {peek(peeked, peekedRow)}
          </Peek>
        )}
        {actions && chosen.size > 0 && (
          <SelectionBar count={chosen.size} clear={clear}>
            {actions([...chosen], clear)}
          </SelectionBar>
        )}
      </div>
    </section>
  )
}
