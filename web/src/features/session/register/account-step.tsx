import { Button, TextInput } from '@mantine/core'
import type { preRegistered } from '@prometric/contracts/identity'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../../lib/api.js'
import { send } from '../../../lib/http.js'
import { useLanguage } from '../../../lib/language.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { formProblem, useFieldProblems } from '../field-problem.js'
import styles from '../guest.module.css'
import { newcomer, rememberNewcomer } from '../newcomer.js'
import { PasswordField } from '../password-field.js'
import { PasswordRules } from '../password-rules.js'
import { useSending } from '../use-sending.js'
import { StepHead } from './step-head.js'

/** Who is coming. A code to prove the address follows. */
export function AccountStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const locale = useLanguage()
  const rulesId = useId()
  const [password, setPassword] = useState('')
  const { busy, error, run } = useSending()
  const problemOf = useFieldProblems(error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    run(async () => {
      const body = { ...form, password, locale }
      const { data } = await send<Answered<typeof preRegistered>>('/auth/registration/pre-register', {
        method: 'POST',
        body,
      })
      rememberNewcomer({ email: data.email, signUpToken: data.signUpToken, codeMinutes: data.codeExpiresInMinutes })
      onDone()
    })
  }

  return (
    <>
      <StepHead step={1} title={t('session.register.title')} />
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.pair}>
          <TextInput
            name="firstName"
            label={t('session.firstName')}
            autoComplete="given-name"
            maxLength={100}
            required
            autoFocus
          />
          <TextInput
            name="lastName"
            label={t('session.lastName')}
            autoComplete="family-name"
            maxLength={100}
            required
          />
        </div>
        <TextInput
          name="email"
          type="email"
          label={t('session.email')}
          autoComplete="username"
          defaultValue={newcomer().email}
          error={problemOf('email')}
          required
        />
        <PasswordField
          label={t('session.password')}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          aria-describedby={rulesId}
          error={problemOf('password')}
        />
        <PasswordRules id={rulesId} password={password} />
        <Refusal error={formProblem(error, 'password', 'email')} />
        <Button type="submit" loading={busy} fullWidth>
          {t('session.register.submit')}
        </Button>
      </form>
      <p className={styles.foot}>
        {t('session.register.known')} <Link to="/sign-in">{t('session.register.signIn')}</Link>
      </p>
    </>
  )
}
