import { ActionIcon } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { myPages } from '../../../routes/pages.js'
import { Mark } from '../mark.js'
import { PageLink } from './page-link.js'
import styles from './rail.module.css'

/** The pages that the person may see. Folded, only their icons, with the words on hover. */
export function Rail({ isOpen, onFold }: { isOpen: boolean; onFold: () => void }) {
  const { t } = useTranslation()
  const label = t(isOpen ? 'shell.foldRail' : 'shell.unfoldRail')
  const FoldIcon = isOpen ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand
  return (
    <nav className={styles.rail} aria-label={t('shell.rail')} data-open={isOpen}>
      <Link to="/" className={styles.brand} aria-label={t('session.product')}>
        <Mark />
        {isOpen && <span className={styles.name}>{t('session.product')}</span>}
      </Link>
      <ul className={styles.pages}>
        {myPages().map((page) => (
          <li key={page.key} data-group={groupEnds.has(page.key) || undefined}>
            <PageLink page={page} showWord={isOpen} />
          </li>
        ))}
      </ul>
      <ActionIcon className={styles.fold} title={label} aria-label={label} aria-expanded={isOpen} onClick={onFold}>
        <FoldIcon size={18} stroke={1.5} />
      </ActionIcon>
    </nav>
  )
}

/** The last pages of selling, of goods, of money: a little air stands below them. */
const groupEnds: ReadonlySet<string> = new Set(['products', 'deliveries', 'payments'])
