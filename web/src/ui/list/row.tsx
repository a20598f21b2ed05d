import type { MouseEvent } from 'react'
import type { Column } from './column.js'
import styles from './table.module.css'
import { Check } from '../check.js'

interface RowProps<Data> {
  readonly index: number
  /** Undefined: still on its way. */
  readonly data: Data | undefined
  readonly columns: readonly Column<Data>[]
  readonly active: boolean
  readonly selected: boolean | undefined
  readonly selectLabel: string
  readonly onActive: (index: number) => void
  readonly onOpen: ((row: Data) => void) | undefined
  readonly onSelect: ((on: boolean) => void) | undefined
}

/** A row: a click opens its page, a click on a link or a box inside is theirs. */
export function Row<Data>(props: RowProps<Data>) {
  const { index, data, columns, active, selected, selectLabel, onActive, onOpen, onSelect } = props
  const click = (event: MouseEvent<HTMLTableRowElement>) => {
    onActive(index)
    const inner = event.target instanceof Element && event.target.closest('a, button, input, label')
    if (!inner && data && onOpen && !getSelection()?.toString()) onOpen(data)
  }
  return (
    <tr
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={styles.row}
      data-active={active || undefined}
      data-opens={onOpen ? true : undefined}
      onClick={click}
    >
      {selected !== undefined && (
        <td className={styles.check}>
          <Check
            aria-label={selectLabel}
            checked={selected}
            disabled={!onSelect}
            onChange={(event) => onSelect?.(event.target.checked)}
          />
        </td>
      )}
      {columns.map((column, place) => (
        <td key={column.key} className={column.align === 'end' ? styles.end : ''}>
          {data ? (
            column.cell(data)
          ) : (
            <span className={styles.bone} style={{ width: `${35 + ((index * 31 + place * 47) % 45)}%` }} />
          )}
        </td>
      ))}
    </tr>
  )
}
