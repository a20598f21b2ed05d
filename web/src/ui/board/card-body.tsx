import type { ReactNode } from 'react'
import { Person } from '../person.js'
import styles from './card-body.module.css'

interface CardBodyProps {
  readonly title: string
  /** The customer, as a rule. */
  readonly party?: string | null
  readonly value?: ReactNode
  /** The next step with its day, or why it is late. */
  readonly next?: ReactNode
  /** Small warnings as marks: stale, price outdated, short of stock. */
  readonly marks?: ReactNode
  readonly person?: string | null
}

/** What stands on a card of a board, in four quiet lines. */
export function CardBody({ title, party, value, next, marks, person }: CardBodyProps) {
  return (
    <div className={styles.body}>
      <div className={styles.title} title={title}>
        {title}
      </div>
      {party && (
        <div className={styles.party} title={party}>
          {party}
        </div>
      )}
      <div className={styles.line}>
        <span className={styles.value}>{value}</span>
        <span className={styles.marks}>{marks}</span>
      </div>
      {(next || person) && (
        <div className={styles.line}>
          <span className={styles.next}>{next}</span>
          {person && <Person name={person} round />}
        </div>
      )}
    </div>
  )
}
