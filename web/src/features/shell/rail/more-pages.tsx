import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { myPages } from '../../../routes/pages.js'
import { PageLink } from './page-link.js'
import styles from './rail.module.css'

/** Every page that the person may see, in a drawer under the thumb. */
export function MorePages({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t('shell.rail')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <div className={styles.drawer}>
        {myPages().map((page) => (
          <PageLink key={page.key} page={page} showWord onClick={onClose} />
        ))}
      </div>
    </Drawer>
  )
}
