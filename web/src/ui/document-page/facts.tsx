import type { ReactNode } from 'react'
import styles from './facts.module.css'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
  /** The line that counts: a total, what is still due. */
  readonly strong?: boolean
  /** A hairline above it. */
  readonly parted?: boolean
}

/** Names and values in two columns: money, people, dates. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, strong, parted }) => (
        <div key={label} className={styles.fact} data-strong={strong || undefined} data-parted={parted || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
