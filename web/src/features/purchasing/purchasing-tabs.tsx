import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../lib/may.js'
import styles from './purchasing.module.css'

/** The two lists of purchasing: what is wanted, what has come. */
export function PurchasingTabs() {
  const { t } = useTranslation()
  const may = useMay()
  if (!may('INVENTORY_VIEW')) return null
  return (
    <nav className={styles.tabs} aria-label={t('purchasing.pages')}>
      <Link to="/purchasing" activeOptions={{ exact: true, includeSearch: false }}>
        {t('purchasing.requisitions')}
      </Link>
      <Link to="/purchasing/receipts" activeOptions={{ includeSearch: false }}>
        {t('purchasing.receipts')}
      </Link>
    </nav>
  )
}
