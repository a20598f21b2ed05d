import { IconMenu2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { myPages } from '../../../routes/pages.js'
import { late } from '../../../ui/late.js'
import { PageLink } from './page-link.js'
import styles from './rail.module.css'

const MorePages = late(async () => (await import('./more-pages.js')).MorePages)

const often = new Set<string>(['pipeline', 'orders', 'customers', 'tasks'])

/** On a phone: the pages that are needed most under the thumb, the others in a drawer. */
export function BottomBar() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const mine = myPages()
  const favourites = mine.filter(({ key }) => often.has(key))
  const tabs = favourites.length >= 3 ? favourites : mine.slice(0, 4)
  return (
    <>
      <nav className={styles.bottom} aria-label={t('shell.rail')}>
        {tabs.map((page) => (
          <PageLink key={page.key} page={page} showWord className={styles.tab} />
        ))}
        <button type="button" className={styles.tab} aria-expanded={isOpen} onClick={() => setOpen(true)}>
          <IconMenu2 size={18} stroke={1.5} aria-hidden />
          <span className={styles.word}>{t('shell.more')}</span>
        </button>
      </nav>
      {isOpen && <MorePages onClose={() => setOpen(false)} />}
    </>
  )
}
