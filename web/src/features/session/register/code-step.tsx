import { Button } from '@mantine/core'
import type { emailVerified } from '@prometric/contracts/identity'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../../lib/api.js'
import { send } from '../../../lib/http.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { CodeField } from '../code-field.js'
import styles from '../guest.module.css'
import { newcomer, rememberNewcomer } from '../newcomer.js'
import { useSending } from '../use-sending.js'
import { SendAgain } from './send-again.js'
import { StepHead } from './step-head.js'

interface CodeStepProps {
  onDone(): void
  onOther(): void
}

/** The code from the letter. The sixth digit sends it. */
export function CodeStep({ onDone, onOther }: CodeStepProps) {
  const { t } = useTranslation()
  const { email = '', signUpToken, codeMinutes } = newcomer()
  const [code, setCode] = useState('')
  const { busy, error, run } = useSending()

  const verify = (sent: string) =>
    run(async () => {
      const { data } = await send<Answered<typeof emailVerified>>('/auth/registration/verify-email', {
        method: 'POST',
        body: { email, code: sent, ...(signUpToken && { signUpToken }) },
      })
      rememberNewcomer({ onboardingToken: data.onboardingToken })
      onDone()
    })

  return (
    <>
      <StepHead step={2} title={t('session.verify.title')}>
        {codeMinutes
          ? t('session.verify.sent', { email, minutes: codeMinutes })
          : t('session.verify.sentBefore', { email })}
      </StepHead>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          verify(code)
        }}
      >
        <CodeField value={code} onChange={setCode} onWhole={verify} isWrong={!!error} />
        <Refusal error={error} />
        <Button type="submit" loading={busy} disabled={code.length < 6} fullWidth>
          {t('session.verify.submit')}
        </Button>
        <div className={styles.row}>
          <SendAgain email={email} />
          <Button variant="subtle" size="compact-sm" onClick={onOther}>
            {t('session.verify.otherEmail')}
          </Button>
        </div>
      </form>
    </>
  )
}
