import { quantity } from '../lib/format.js'
import { spaced } from './figure.js'
import styles from './figure.module.css'

interface QuantityProps {
  readonly value: number | null | undefined
  readonly unit?: string | null
  readonly strong?: boolean
}

/** A quantity with its unit: `2,5 м`. */
export function Quantity({ value, unit, strong = false }: QuantityProps) {
  if (value === null || value === undefined) return <span className={styles.quiet}>—</span>
  return (
    <span className={`${styles.figure} ${strong ? styles.strong : ''}`}>
      {spaced(quantity(value))}
      {unit && <span className={styles.currency}>{`\u00a0${unit}`}</span>}
    </span>
  )
}
