import { Button, Checkbox, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../lib/http.js'
import { speakAs } from '../../lib/language.js'
import { currentSession, signIn } from '../../lib/session.js'
import { useTitle } from '../../lib/title.js'
import { Refusal } from '../../ui/states/refusal.js'
import styles from './guest.module.css'
import { PasswordField } from './password-field.js'
import { rememberNewcomer } from './newcomer.js'
import { useSending } from './use-sending.js'

/** The way in. Where it is closed, the page says which step is missing. */
export function Page() {
  const { t } = useTranslation()
  const { busy, error, run } = useSending()
  useTitle(t('session.signIn.title'))

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email'))
    run(async () => {
      rememberNewcomer({ email })
      await signIn(email, String(form.get('password')), form.get('remember') === 'on')
      // The route moves by itself once there is a session.
      await speakAs(currentSession()?.user.locale)
    })
  }

  return (
    <>
      <h1 className={styles.title}>{t('session.signIn.title')}</h1>
      <form className={styles.form} onSubmit={submit}>
        <TextInput name="email" type="email" label={t('session.email')} autoComplete="username" required autoFocus />
        <PasswordField name="password" label={t('session.password')} autoComplete="current-password" />
        <div className={styles.row}>
          <Checkbox name="remember" label={t('session.signIn.remember')} />
          <Link to="/reset-password">{t('session.signIn.forgot')}</Link>
        </div>
        <Refusal error={error} />
        <MissingStep error={error} />
        <Button type="submit" loading={busy} fullWidth>
          {t('session.signIn.submit')}
        </Button>
      </form>
      <p className={styles.foot}>
        {t('session.signIn.stranger')} <Link to="/register">{t('session.signIn.register')}</Link>
      </p>
    </>
  )
}

/** With the right password one may still be on the way: a mail to confirm, a company to wait for. */
function MissingStep({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const code = error instanceof Refused ? error.code : undefined
  if (code === 'EMAIL_NOT_VERIFIED')
    return (
      <Link to="/register" search={{ step: 'code' }}>
        {t('session.signIn.finish')}
      </Link>
    )
  if (code === 'PENDING_APPROVAL') return <Link to="/waiting">{t('session.signIn.waiting')}</Link>
  return null
}
