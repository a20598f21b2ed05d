import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './cards.module.css'
import type { Column } from './column.js'
import type { TableProps } from './table-props.js'
import { useFromTop } from './use-from-top.js'

/** The table on a phone: a card of two lines a row. Columns say by `place` where they stand. */
export function Cards<Data>({ label, columns, source, onOpen, onActive, arrangement }: TableProps<Data>) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const total = source.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 68,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const { want } = source
  useFromTop(scroller, arrangement)
  useEffect(() => want(from, to), [want, from, to])
  const open = (event: MouseEvent, index: number, data: Data | undefined) => {
    onActive(index)
    const inner = event.target instanceof Element && event.target.closest('a, button, input')
    if (!inner && data) onOpen?.(data)
  }
  if (source.total === 0) return <p className={styles.nothing}>{t('ui.list.nothing')}</p>
  return (
    // The tab stop lets a keyboard scroll what a finger can.
    <div
      className={styles.scroller}
      ref={scroller}
      data-stale={source.stale || undefined}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const data = source.at(index)
          return (
            <li
              key={index}
              className={styles.card}
              style={{ transform: `translateY(${start}px)`, height: size }}
              aria-setsize={total}
              aria-posinset={index + 1}
              onClick={(event) => open(event, index, data)}
            >
              <Line columns={columns} data={data} start="title" end="end" />
              <Line columns={columns} data={data} start="under" end="underEnd" />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface LineProps<Data> {
  readonly columns: readonly Column<Data>[]
  readonly data: Data | undefined
  readonly start: 'title' | 'under'
  readonly end: 'end' | 'underEnd'
}

function Line<Data>({ columns, data, start, end }: LineProps<Data>) {
  const at = (place: Column<Data>['place']) => columns.filter((column) => column.place === place)
  return (
    <div className={start === 'title' ? styles.first : styles.second}>
      <span className={styles.start}>
        {at(start).map((column) => (
          <span key={column.key} className={styles.part}>
            {data ? column.cell(data) : <span className={styles.bone} />}
          </span>
        ))}
      </span>
      <span className={styles.end}>
        {at(end).map((column) => (
          <span key={column.key}>{data && column.cell(data)}</span>
        ))}
      </span>
    </div>
  )
}
