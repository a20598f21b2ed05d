import { Button } from '@mantine/core'
import type { registrationState } from '@prometric/contracts/identity'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../lib/api.js'
import { send } from '../../lib/http.js'
import { signOut, useSession } from '../../lib/session.js'
import { useTitle } from '../../lib/title.js'
import { Refusal } from '../../ui/states/refusal.js'
import styles from './guest.module.css'
import { newcomer } from './newcomer.js'
import { useSending } from './use-sending.js'

/** Between the request to join and the company's answer; also for an account that no company has let in. */
export function Page() {
  const { t } = useTranslation()
  const session = useSession()
  useTitle(t('session.waiting.title'))
  return session ? <NoPlace /> : <Asked />
}

function Asked() {
  const { t } = useTranslation()
  const { email, onboardingToken } = newcomer()
  const { busy, error, run } = useSending()
  const [state, setState] = useState<'still' | 'accepted' | 'rejected'>()

  const check = () =>
    run(async () => {
      const query = new URLSearchParams({ onboardingToken: onboardingToken ?? '' })
      const { data } = await send<Answered<typeof registrationState>>(`/auth/registration/status?${query}`)
      const { registrationStatus } = data
      setState(
        registrationStatus === 'COMPLETED' ? 'accepted' : registrationStatus === 'REJECTED' ? 'rejected' : 'still',
      )
    })

  return (
    <>
      <h1 className={styles.title}>{t('session.waiting.title')}</h1>
      <p className={styles.lead}>{email ? t('session.waiting.text', { email }) : t('session.waiting.textNoEmail')}</p>
      <div className={styles.form}>
        <p role="status">{state && t(`session.waiting.${state}`)}</p>
        <Refusal error={error} />
        <div className={styles.row}>
          {onboardingToken && (
            <Button variant="default" loading={busy} onClick={check}>
              {t('session.waiting.check')}
            </Button>
          )}
          <Link to="/sign-in">{t('session.waiting.signIn')}</Link>
        </div>
      </div>
    </>
  )
}

function NoPlace() {
  const { t } = useTranslation()
  return (
    <>
      <h1 className={styles.title}>{t('session.waiting.noPlace')}</h1>
      <p className={styles.lead}>{t('session.waiting.noPlaceMore')}</p>
      <div className={styles.form}>
        <Button variant="default" onClick={() => void signOut()}>
          {t('session.waiting.signOut')}
        </Button>
      </div>
    </>
  )
}
