import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { send } from '../../../lib/http.js'
import { Refusal } from '../../../ui/states/refusal.js'
import styles from '../guest.module.css'
import { useSending } from '../use-sending.js'

const pauseSeconds = 120

/** Another letter: the server sends one in two minutes, so the button waits as long. */
export function SendAgain({ email }: { email: string }) {
  const { t } = useTranslation()
  const { busy, error, run } = useSending()
  const [left, setLeft] = useState(pauseSeconds)
  const [isSent, setSent] = useState(false)

  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000)
    return () => clearInterval(timer)
  }, [])

  const again = () =>
    run(async () => {
      await send('/auth/registration/resend-verification', { method: 'POST', body: { email } })
      setSent(true)
      setLeft(pauseSeconds)
    })

  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <div>
      {left > 0 ? (
        <span className={styles.quiet}>{t('session.verify.againIn', { time })}</span>
      ) : (
        <Button variant="subtle" size="compact-sm" loading={busy} onClick={again}>
          {t('session.verify.again')}
        </Button>
      )}
      <p role="status" className={styles.good}>
        {isSent && left > pauseSeconds - 10 && t('session.verify.sentAgain')}
      </p>
      <Refusal error={error} />
    </div>
  )
}
