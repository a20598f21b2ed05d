import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import styles from './board.module.css'
import { useDraggable } from './drag.js'

interface CardProps {
  readonly id: string
  readonly column: string
  readonly movable: boolean
  readonly describedBy: string
  readonly children: ReactNode
  readonly onOpen: () => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void
}

/** A card on a board: to drag, to move by a digit, to open. */
export function Card({ id, column, movable, describedBy, children, onOpen, onKey }: CardProps) {
  const element = useRef<HTMLDivElement>(null)
  const lifted = useDraggable(element, { id, from: column }, movable)
  return (
    <div
      ref={element}
      role="button"
      tabIndex={0}
      id={`card-${id}`}
      data-card={id}
      data-lifted={lifted || undefined}
      aria-describedby={describedBy}
      className={styles.card}
      onClick={onOpen}
      onKeyDown={onKey}
    >
      {children}
    </div>
  )
}
