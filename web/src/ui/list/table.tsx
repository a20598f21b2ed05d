import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Foot } from './foot.js'
import { Head } from './head.js'
import { Row } from './row.js'
import styles from './table.module.css'
import type { TableProps } from './table-props.js'
import { useFromTop } from './use-from-top.js'
import { useRowHeight } from './use-row-height.js'

const overscan = 10

/** The one table: a sticky head, only the rows in sight, totals of the whole filter at its foot. */
export function Table<Data>(props: TableProps<Data>) {
  const { label, columns, source, keyOf, active, onActive, onOpen, selected, onSelect } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const height = useRowHeight()
  const total = source.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 48,
  })
  useEffect(() => virtual.measure(), [height, virtual])
  const items = virtual.getVirtualItems()
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const { want } = source
  useEffect(() => want(from, to), [want, from, to])
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' })
  }, [active, virtual])
  // A row that leaves the screen becomes the one that enters it: nothing is made anew while scrolling.
  const pool = Math.ceil((virtual.scrollRect?.height ?? 0) / height) + 2 * overscan + 2
  useFromTop(scroller, props.arrangement)
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const loose = columns.filter(({ width }) => width === undefined).length
  const least = columns.reduce((sum, { width }) => sum + (width ?? 0), 0) + loose * 180 + (selected ? 40 : 0)
  const span = columns.length + (selected ? 1 : 0)

  return (
    <div className={styles.scroller} ref={scroller} data-stale={source.stale || undefined}>
      <table
        className={styles.table}
        style={{ minWidth: least }}
        role="grid"
        aria-label={label}
        aria-rowcount={source.capped ? -1 : total + 1}
        aria-busy={source.stale}
        aria-multiselectable={selected ? true : undefined}
        aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
        tabIndex={0}
      >
        <colgroup>
          {selected && <col style={{ width: 40 }} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={width ? { width } : undefined} />
          ))}
        </colgroup>
        <Head {...props} />
        <tbody>
          {before > 0 && <tr aria-hidden className={styles.space} style={{ height: before }} />}
          {items.map(({ index }) => {
            const data = source.at(index)
            const key = data && keyOf(data)
            return (
              <Row
                key={index % Math.max(pool, items.length)}
                index={index}
                data={data}
                columns={columns}
                active={index === active}
                selected={selected && key !== undefined && selected.has(key)}
                selectLabel={t('ui.list.selectRow')}
                onActive={onActive}
                onOpen={onOpen}
                onSelect={selected && key !== undefined ? (on) => onSelect?.([key], on) : undefined}
              />
            )
          })}
          {after > 0 && <tr aria-hidden className={styles.space} style={{ height: after }} />}
          {total === 0 && source.total !== undefined && (
            <tr className={styles.nothing}>
              <td colSpan={span}>{t('ui.list.nothing')}</td>
            </tr>
          )}
        </tbody>
        {total > 0 && <Foot columns={columns} selectable={selected !== undefined} />}
      </table>
    </div>
  )
}
