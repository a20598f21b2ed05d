import { useTranslation } from 'react-i18next'
import styles from './guest.module.css'

/** The name of a field that may stay empty. */
export function OptionalLabel({ children }: { children: string }) {
  const { t } = useTranslation()
  return (
    <>
      {children} <span className={styles.optional}>{`— ${t('session.company.optional')}`}</span>
    </>
  )
}
