import type { ReactNode } from 'react'
import styles from './list-page.module.css'

interface ListPageProps {
  readonly title: string
  /** Beside the title: links to the lists that belong to it. */
  readonly beside?: ReactNode
  /** Between the title and the list: what should be seen first. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A page that is one list. */
export function ListPage({ title, beside, lead, children }: ListPageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {beside}
      </div>
      {lead}
      {children}
    </div>
  )
}
