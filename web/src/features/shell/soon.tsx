import { useTranslation } from 'react-i18next'
import { useTitle } from '../../lib/title.js'
import type { PageKey } from '../../routes/pages.js'
import styles from './soon.module.css'

/** Says honestly that a page is not there yet. */
export function Soon({ page }: { page: PageKey }) {
  const { t } = useTranslation()
  const title = t(`shell.pages.${page}`)
  useTitle(title)
  return (
    <section className={styles.soon}>
      <h1>{title}</h1>
      <p>{t('shell.soon.text')}</p>
      <p>{t('shell.soon.more')}</p>
    </section>
  )
}
