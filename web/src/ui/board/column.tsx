import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './board.module.css'
import type { BoardColumn, BoardProps } from './board-types.js'
import { Card } from './card.js'
import { ColumnHead, FoldedHead } from './column-head.js'
import { type Dragged, useDropHeight } from './drag.js'

interface ColumnProps<Item> extends BoardProps<Item> {
  readonly column: BoardColumn<Item>
  readonly describedBy: string
  readonly onDropAt: (dragged: Dragged, column: BoardColumn<Item>, index: number) => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>, column: BoardColumn<Item>, index: number) => void
}

const gap = 8

/** One stage: its head, and of its cards those in sight. */
export function Column<Item>(props: ColumnProps<Item>) {
  const { column, keyOf, render, onOpen, onMove, underHead, describedBy, onDropAt, onKey, onFold, mayFold } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement & HTMLElement>(null)
  const virtual = useVirtualizer({
    count: column.cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 112,
    getItemKey: (index) => {
      const card = column.cards[index]
      return card ? keyOf(card) : index
    },
    gap,
    overscan: 6,
    paddingEnd: 8,
  })
  const items = virtual.getVirtualItems()
  const placeOf = (height: number) => {
    const below = virtual.measurementsCache.findIndex(({ start, size }) => height < start + size / 2)
    return below === -1 ? column.cards.length : below
  }
  const height = useDropHeight(scroller, Boolean(onMove) && !column.closed, (dragged, at) =>
    onDropAt(dragged, column, placeOf(at)),
  )
  const place = height === undefined ? undefined : placeOf(height)
  const line =
    place === undefined
      ? 0
      : (virtual.measurementsCache[place]?.start ?? virtual.measurementsCache.at(-1)?.end ?? 0) - gap / 2
  if (column.folded)
    return (
      <section
        ref={scroller}
        className={styles.column}
        aria-label={column.title}
        data-over={height === undefined ? undefined : true}
      >
        <FoldedHead column={column} onUnfold={() => onFold?.(column)} />
      </section>
    )
  return (
    <section className={styles.column} aria-label={column.title} data-over={height === undefined ? undefined : true}>
      <ColumnHead column={column} onFold={mayFold?.(column) ? () => onFold?.(column) : undefined} />
      {underHead?.(column)}
      <div className={styles.cards} ref={scroller}>
        <div role="list" aria-label={column.title} className={styles.track} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const card = column.cards[index]
            if (!card) return null
            return (
              <div
                key={key}
                role="listitem"
                data-index={index}
                ref={virtual.measureElement}
                className={styles.place}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Card
                  id={keyOf(card)}
                  column={column.key}
                  movable={Boolean(onMove)}
                  describedBy={describedBy}
                  onOpen={() => onOpen(card)}
                  onKey={(event) => onKey(event, column, index)}
                >
                  {render(card)}
                </Card>
              </div>
            )
          })}
          {place !== undefined && <div className={styles.line} style={{ top: Math.max(0, line) }} />}
        </div>
        {column.cards.length === 0 && (
          <p className={styles.none}>{onMove && !column.closed ? t('ui.board.empty') : t('ui.board.none')}</p>
        )}
        {column.more && (
          <button type="button" className={styles.more} onClick={column.more}>
            {t('ui.board.more')}
          </button>
        )}
      </div>
    </section>
  )
}
