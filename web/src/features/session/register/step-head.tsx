import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../guest.module.css'

interface StepHeadProps {
  readonly step: 1 | 2 | 3
  readonly title: string
  readonly children?: ReactNode
}

export function StepHead({ step, title, children }: StepHeadProps) {
  const { t } = useTranslation()
  return (
    <header>
      <p className={styles.step}>{t('session.register.step', { step, of: 3 })}</p>
      <h1 className={styles.title}>{title}</h1>
      {children && <p className={styles.lead}>{children}</p>}
    </header>
  )
}
