import type { ReactNode } from 'react'
import styles from './list-page.module.css'

interface ListPageProps {
  readonly title: string
  /** Between the title and the list: what should be seen first. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A page that is one list. */
export function ListPage({ title, lead, children }: ListPageProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {lead}
      {children}
    </div>
  )
}
