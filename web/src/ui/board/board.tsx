import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './board.module.css'
import folds from './fold.module.css'
import type { BoardColumn, BoardProps } from './board-types.js'
import { Column } from './column.js'
import type { Dragged } from './drag.js'

/** A pipeline as windows side by side: cards are dragged, or moved by the digit of a column. What was moved is said aloud. */
export function Board<Card>(props: BoardProps<Card>) {
  const { label, columns, keyOf, nameOf, onOpen, onMove } = props
  const { t } = useTranslation()
  const help = useId()
  const board = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')

  function put(card: Card, from: string, to: BoardColumn<Card>, index: number) {
    const id = keyOf(card)
    const others = to.cards.filter((other) => keyOf(other) !== id)
    const was = to.cards.findIndex((other) => keyOf(other) === id)
    const place = was !== -1 && was < index ? index - 1 : index
    if (from === to.key && was === place) return setSaid(t('ui.board.stays', { card: nameOf(card) }))
    const [after, before] = [others[place - 1], others[place]]
    const move = { card, from, to: to.key, beforeId: before && keyOf(before), afterId: after && keyOf(after) }
    if (onMove?.(move) === false) return
    setSaid(t('ui.board.moved', { card: nameOf(card), column: to.title }))
    // The card is drawn anew in its column; whoever moved it by a key goes on from there.
    requestAnimationFrame(() => focusCard(id))
  }

  function drop({ id, from }: Dragged, to: BoardColumn<Card>, index: number) {
    const card = columns.find(({ key }) => key === from)?.cards.find((one) => keyOf(one) === id)
    if (card) put(card, from, to, index)
  }

  function press(event: KeyboardEvent<HTMLElement>, column: BoardColumn<Card>, index: number) {
    const card = column.cards[index]
    if (!card || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const digit = /^[1-9]$/.test(event.key) ? columns[Number(event.key) - 1] : undefined
    const at = columns.indexOf(column)
    const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key]
    if (event.key === 'Enter' || event.key === ' ') onOpen(card)
    else if (digit && onMove && !digit.closed && digit !== column) put(card, column.key, digit, 0)
    else if (step) {
      const [aside = 0, down = 0] = step
      const next = aside === 0 ? column : beside(columns, at, aside)
      const target = next?.cards[Math.min(index + down, next.cards.length - 1)]
      if (target) focusCard(keyOf(target))
    } else return
    event.preventDefault()
  }

  const focusCard = (id: string) => board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus()

  return (
    <div
      className={`${styles.board} ${folds.lanes}`}
      ref={board}
      role="region"
      aria-label={label}
      tabIndex={-1}
      style={{ gridTemplateColumns: columns.map(({ folded }) => (folded ? 'var(--strip)' : 'var(--lane)')).join(' ') }}
    >
      <p id={help} className={styles.unseen}>
        {t('ui.board.help')}
      </p>
      {columns.map((column) => (
        <Column
          key={`${column.key}${column.folded ? ' folded' : ''}`}
          {...props}
          column={column}
          describedBy={help}
          onDropAt={drop}
          onKey={press}
        />
      ))}
      <p className={styles.unseen} role="status" aria-live="polite">
        {said}
      </p>
    </div>
  )
}

/** The nearest column to one side that shows cards. */
const beside = <Card,>(
  columns: readonly BoardColumn<Card>[],
  at: number,
  by: number,
): BoardColumn<Card> | undefined => {
  const rest = by > 0 ? columns.slice(at + 1) : columns.slice(0, at).toReversed()
  return rest.find(({ folded, cards }) => !folded && cards.length > 0)
}
