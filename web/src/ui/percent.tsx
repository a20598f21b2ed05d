import { quantity } from '../lib/format.js'
import { spaced } from './figure.js'
import styles from './figure.module.css'

/** A share of a hundred: `16 %`. */
export function Percent({ value }: { readonly value: number | null | undefined }) {
  if (value === null || value === undefined) return <span className={styles.quiet}>—</span>
  return (
    <span className={styles.figure}>
      {spaced(quantity(value))}
      <span className={styles.currency}>{'\u00a0%'}</span>
    </span>
  )
}
