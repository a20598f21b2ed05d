import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LanguageMenu } from '../shell/bar/language-menu.js'
import { SchemeMenu } from '../shell/bar/scheme-menu.js'
import { Mark } from '../shell/mark.js'
import styles from './guest.module.css'

/** The frame of the pages before one is in: the house's name, the language, the theme, one sheet of paper. */
export function GuestLayout() {
  const { t } = useTranslation()
  return (
    <div className={styles.layout}>
      <header className={styles.head}>
        <span className={styles.brand}>
          <Mark size={24} />
          {t('session.product')}
        </span>
        <LanguageMenu />
        <SchemeMenu />
      </header>
      <main className={styles.main}>
        <div className={styles.sheet}>
          <Outlet />
        </div>
        <p className={styles.promise}>{t('session.promise')}</p>
      </main>
    </div>
  )
}
