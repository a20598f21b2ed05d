import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from './column.js'
import styles from './table.module.css'
import type { TableProps } from './table-props.js'
import { Check } from '../check.js'

/** Names of the columns; those that the API can sort by are buttons. */
export function Head<Data>({ columns, source, keyOf, sort, onSort, selected, onSelect }: TableProps<Data>) {
  const { t } = useTranslation()
  const loaded = selected ? loadedKeys(source.total ?? 0, source.at, keyOf) : []
  const all = loaded.length > 0 && loaded.every((key) => selected?.has(key))
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selected && (
          <th className={styles.check}>
            <Check
              aria-label={t('ui.list.selectAll')}
              checked={all}
              ref={(box) => {
                if (box) box.indeterminate = !all && loaded.some((key) => selected.has(key))
              }}
              onChange={() => onSelect?.(loaded, !all)}
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={column.align === 'end' ? styles.end : ''}
            aria-sort={orderOf(column, sort)}
          >
            {column.sort && onSort ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              <span className={styles.title}>{column.title}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface SortButtonProps<Data> {
  readonly column: Column<Data>
  readonly sort: string | undefined
  readonly onSort: (sort: string | undefined) => void
}

/** Up, down, as it was. */
function SortButton<Data>({ column, sort, onSort }: SortButtonProps<Data>) {
  const { sort: name = '', title } = column
  const order = orderOf(column, sort)
  const next = order === 'ascending' ? `-${name}` : order === 'descending' ? undefined : name
  const Arrow = order === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <button type="button" className={styles.sort} data-on={order ? true : undefined} onClick={() => onSort(next)}>
      <span className={styles.title}>{title}</span>
      <Arrow size={13} stroke={2} aria-hidden />
    </button>
  )
}

function orderOf<Data>(column: Column<Data>, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (!column.sort || !sort) return undefined
  if (sort === column.sort) return 'ascending'
  return sort === `-${column.sort}` ? 'descending' : undefined
}

function loadedKeys<Data>(
  total: number,
  at: (index: number) => Data | undefined,
  keyOf: (row: Data) => string,
): string[] {
  const keys: string[] = []
  for (let index = 0; index < total; index++) {
    const row = at(index)
    if (row) keys.push(keyOf(row))
  }
  return keys
}
