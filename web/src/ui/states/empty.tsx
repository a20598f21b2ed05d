import type { ReactNode } from 'react'
import styles from './states.module.css'

interface EmptyProps {
  /** One sentence: what will stand here and how it comes. */
  readonly children: string
  /** One action. */
  readonly action?: ReactNode
  readonly icon?: ReactNode
}

/** Nothing is here yet: one sentence that teaches, one action. */
export function Empty({ children, action, icon }: EmptyProps) {
  return (
    <div className={styles.empty}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <p>{children}</p>
      {action}
    </div>
  )
}
