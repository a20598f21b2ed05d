import type { InputHTMLAttributes, Ref } from 'react'
import styles from './check.module.css'

interface CheckProps extends InputHTMLAttributes<HTMLInputElement> {
  /** One of several instead of yes or no. */
  readonly type?: 'checkbox' | 'radio'
  readonly ref?: Ref<HTMLInputElement>
}

/** A box to tick, light enough to stand in every row. Its name comes from a label around it or `aria-label`. */
export function Check({ type = 'checkbox', ...rest }: CheckProps) {
  return <input {...rest} type={type} className={styles.check} />
}
