import type { ReactNode } from 'react'
import styles from './list-page.module.css'

interface ListPageProps {
  readonly title: string
  /** Beside the title: links to the lists that belong to it. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A page that is one list: its name, and the list to the bottom of the window. */
export function ListPage({ title, beside, children }: ListPageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {beside}
      </div>
      {children}
    </div>
  )
}
