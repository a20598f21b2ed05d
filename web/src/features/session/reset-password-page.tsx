import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { send } from '../../lib/http.js'
import { useTitle } from '../../lib/title.js'
import { Refusal } from '../../ui/states/refusal.js'
import { CodeField } from './code-field.js'
import { formProblem, useFieldProblems } from './field-problem.js'
import styles from './guest.module.css'
import { newcomer } from './newcomer.js'
import { PasswordField } from './password-field.js'
import { PasswordRules } from './password-rules.js'
import { useSending } from './use-sending.js'

/** A forgotten password: the address, then the code and the new one. Whether the address is known stays untold. */
export function Page() {
  const { t } = useTranslation()
  const [email, setEmail] = useState<string>()
  const [isDone, setDone] = useState(false)
  useTitle(t('session.reset.title'))
  return (
    <>
      <h1 className={styles.title}>{t('session.reset.title')}</h1>
      {isDone ? (
        <p className={styles.lead} role="status">
          {t('session.reset.done')}
        </p>
      ) : email ? (
        <Change email={email} onDone={() => setDone(true)} />
      ) : (
        <Ask onSent={setEmail} />
      )}
      <p className={styles.foot}>
        {!isDone && t('session.reset.remembered')} <Link to="/sign-in">{t('session.register.signIn')}</Link>
      </p>
    </>
  )
}

function Ask({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation()
  const { busy, error, run } = useSending()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    run(async () => {
      await send('/auth/forgot-password', { method: 'POST', body: { email } })
      onSent(email)
    })
  }

  return (
    <>
      <p className={styles.lead}>{t('session.reset.lead')}</p>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          name="email"
          type="email"
          label={t('session.email')}
          autoComplete="username"
          defaultValue={newcomer().email}
          required
          autoFocus
        />
        <Refusal error={error} />
        <Button type="submit" loading={busy} fullWidth>
          {t('session.reset.submit')}
        </Button>
      </form>
    </>
  )
}

function Change({ email, onDone }: { email: string; onDone: () => void }) {
  const { t } = useTranslation()
  const rulesId = useId()
  const [code, setCode] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const { busy, error, run } = useSending()
  const problemOf = useFieldProblems(error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    run(async () => {
      await send('/auth/reset-password', { method: 'POST', body: { email, code, newPassword } })
      onDone()
    })
  }

  return (
    <>
      <p className={styles.lead}>{t('session.reset.sent', { email })}</p>
      <form className={styles.form} onSubmit={submit}>
        <CodeField value={code} onChange={setCode} isWrong={!!problemOf('code')} />
        <PasswordField
          label={t('session.reset.newPassword')}
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNewPassword(event.target.value)}
          aria-describedby={rulesId}
          error={problemOf('newPassword')}
        />
        <PasswordRules id={rulesId} password={newPassword} />
        <Refusal error={formProblem(error, 'newPassword')} />
        <Button type="submit" loading={busy} disabled={code.length < 6} fullWidth>
          {t('session.reset.change')}
        </Button>
      </form>
    </>
  )
}
