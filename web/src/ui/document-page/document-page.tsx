import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useUpTo } from '../use-up-to.js'
import styles from './document-page.module.css'
import { DocumentTabs } from './document-tabs.js'
import type { Side } from './side.js'

interface DocumentPageProps {
  readonly header: ReactNode
  /** The left two thirds: lines, papers, notes. */
  readonly children: ReactNode
  readonly sides: readonly Side[]
  /** The tab that is open where there are tabs, from the address. */
  readonly tab: string | undefined
  readonly onTab: (tab: string | undefined) => void
}

/** The anatomy of every document: header, two thirds of work, one third of money, people, holds and chain. */
export function DocumentPage({ header, children, sides, tab, onTab }: DocumentPageProps) {
  const { t } = useTranslation()
  const narrow = useUpTo('narrow')
  if (narrow)
    return (
      <article className={styles.page}>
        {header}
        <DocumentTabs
          label={t('ui.document.tabs')}
          tabs={[
            { key: '', title: t('ui.document.document'), content: <div className={styles.main}>{children}</div> },
            ...sides,
          ]}
          open={tab ?? ''}
          onOpen={(key) => onTab(key || undefined)}
        />
      </article>
    )
  return (
    <article className={styles.page}>
      {header}
      <div className={styles.columns}>
        <div className={styles.main}>{children}</div>
        <div className={styles.side}>
          {sides.map(({ key, title, content }) => (
            <section key={key} className={styles.block} aria-label={title}>
              <h2 className={styles.name}>{title}</h2>
              {content}
            </section>
          ))}
        </div>
      </div>
    </article>
  )
}
