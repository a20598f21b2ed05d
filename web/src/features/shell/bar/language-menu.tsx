import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Language, languages, speak, useLanguage } from '../../../lib/language.js'
import { tellLocale } from '../../../lib/session.js'
import { Menu } from '../../../ui/overlays/menu.js'
import styles from './bar.module.css'

/** Three languages, each called as it calls itself. */
export function LanguageMenu() {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Menu
      position="bottom-end"
      button={
        <ActionIcon className={styles.tag}>
          <span aria-hidden>{language.toUpperCase()}</span>
          <VisuallyHidden>{`${t('shell.language')}: ${languages[language]}`}</VisuallyHidden>
        </ActionIcon>
      }
    >
      <LanguageItems />
    </Menu>
  )
}

export function LanguageItems() {
  const language = useLanguage()
  const choose = (tag: Language) => {
    void speak(tag)
    void tellLocale(tag)
  }
  return (
    <Menu.RadioGroup value={language} onChange={(tag) => choose(tag as Language)}>
      {Object.entries(languages).map(([tag, name]) => (
        <Menu.RadioItem key={tag} value={tag} lang={tag} closeMenuOnClick>
          {name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
