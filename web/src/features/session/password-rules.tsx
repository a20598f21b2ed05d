import { IconCheck, IconPoint } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '@mantine/core'
import styles from './guest.module.css'

const rules = [
  ['length', /^.{8,}$/s],
  ['upper', /\p{Lu}/u],
  ['lower', /\p{Ll}/u],
  ['digit', /\d/],
  ['special', /[^\p{L}\p{N}\s]/u],
] as const

/** What a password needs, ticked off while it is written. The server judges also what is too common. */
export function PasswordRules({ id, password }: { id: string; password: string }) {
  const { t } = useTranslation()
  return (
    <ul id={id} className={styles.rules} aria-label={t('session.rules.title')}>
      {rules.map(([name, rule]) => {
        const isMet = rule.test(password)
        const Icon = isMet ? IconCheck : IconPoint
        return (
          <li key={name} data-met={isMet || undefined}>
            <Icon size={14} aria-hidden />
            {t(`session.rules.${name}`)}
            {isMet && <VisuallyHidden>{t('session.rules.met')}</VisuallyHidden>}
          </li>
        )
      })}
    </ul>
  )
}
