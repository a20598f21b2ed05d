import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './sorry.module.css'

interface SorryProps {
  readonly title: string
  readonly text: string
  /** To quote when asking for help. */
  readonly code?: string | undefined
  readonly action?: { readonly label: string; readonly act: () => void }
}

/** A page that says why there is no page: what happened, what was not changed, what to do, what to quote. */
export function Sorry({ title, text, code, action }: SorryProps) {
  const { t } = useTranslation()
  return (
    <section className={styles.sorry} role="alert">
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {code && <code className={styles.code}>{code}</code>}
      <p className={styles.actions}>
        {action && <Button onClick={action.act}>{action.label}</Button>}
        <Button component={Link} to="/" variant="default">
          {t('shell.errors.home')}
        </Button>
      </p>
    </section>
  )
}
