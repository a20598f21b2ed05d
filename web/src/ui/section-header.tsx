import type { ReactNode } from 'react'
import styles from './section-header.module.css'

interface SectionHeaderProps {
  readonly title: string
  /** How many there are, in grey beside the title. */
  readonly count?: number
  readonly level?: 2 | 3
  readonly id?: string
  /** Actions at the right end. */
  readonly children?: ReactNode
}

/** The name of a part of a page with what can be done to it. */
export function SectionHeader({ title, count, level = 2, id, children }: SectionHeaderProps) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.section}>
      <Heading className={styles.title} id={id}>
        {title}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </Heading>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
