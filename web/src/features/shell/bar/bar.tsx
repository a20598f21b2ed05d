import { ActionIcon, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../../../ui/kbd.js'
import { Bell } from '../bell/bell.js'
import styles from './bar.module.css'
import { LanguageMenu } from './language-menu.js'
import { PersonMenu } from './person-menu.js'
import { SchemeMenu } from './scheme-menu.js'
import { WorkspaceMenu } from './workspace-menu.js'

interface BarProps {
  readonly isPhone: boolean
  onSearch(): void
  onKeys(): void
}

/** The bar above every page: where one works, search, and what is one's own. */
export function Bar({ isPhone, onSearch, onKeys }: BarProps) {
  const { t } = useTranslation()
  return (
    <header className={styles.bar}>
      <WorkspaceMenu />
      {isPhone ? (
        <ActionIcon className={styles.end} aria-label={t('shell.search.open')} onClick={onSearch}>
          <IconSearch size={18} stroke={1.5} />
        </ActionIcon>
      ) : (
        <UnstyledButton className={styles.search} onClick={onSearch}>
          <IconSearch size={15} stroke={1.75} aria-hidden />
          <VisuallyHidden>{t('shell.search.open')}</VisuallyHidden>
          <span className={styles.hint} aria-hidden>
            {t('shell.search.placeholder')}
          </span>
          <span aria-hidden>
            <Kbd keys="Ctrl K" />
          </span>
        </UnstyledButton>
      )}
      <div className={styles.own}>
        {!isPhone && <LanguageMenu />}
        {!isPhone && <SchemeMenu />}
        <Bell />
        <PersonMenu onKeys={onKeys} isPhone={isPhone} />
      </div>
    </header>
  )
}
