import type { ReactNode } from 'react'
import styles from './toolbar.module.css'

interface ToolbarProps {
  readonly label: string
  readonly children: ReactNode
  /** What stands at the right end. */
  readonly end?: ReactNode
}

/** A row of controls over a list, a board or a document. It wraps rather than hides. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <div className={styles.toolbar} role="group" aria-label={label}>
      <div className={styles.start}>{children}</div>
      {end && <div className={styles.end}>{end}</div>}
    </div>
  )
}
