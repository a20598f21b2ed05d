import { UnstyledButton } from '@mantine/core'
import { IconBuildingStore, IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from '../guest.module.css'
import { StepHead } from './step-head.js'

/** The fork: a company of one's own, or one that exists. */
export function RoleStep({ onChoose }: { onChoose: (step: 'company' | 'join') => void }) {
  const { t } = useTranslation()
  return (
    <>
      <StepHead step={3} title={t('session.role.title')} />
      <div className={`${styles.form} ${styles.choices}`}>
        <UnstyledButton className={styles.choice} onClick={() => onChoose('company')}>
          <IconBuildingStore size={22} stroke={1.5} aria-hidden />
          <strong>{t('session.role.owner')}</strong>
          <small>{t('session.role.ownerMore')}</small>
        </UnstyledButton>
        <UnstyledButton className={styles.choice} onClick={() => onChoose('join')}>
          <IconUsersGroup size={22} stroke={1.5} aria-hidden />
          <strong>{t('session.role.employee')}</strong>
          <small>{t('session.role.employeeMore')}</small>
        </UnstyledButton>
      </div>
    </>
  )
}
