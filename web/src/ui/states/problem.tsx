import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../lib/http.js'
import { ToneMark } from '../tone-mark.js'
import styles from './states.module.css'

interface ProblemProps {
  readonly error: unknown
  /** What was not changed, when it is known better than «ничего не изменено». */
  readonly unchanged?: string
  retry?(): void
}

/** What happened, what was not changed, what to do, and a code to quote. */
export function Problem({ error, unchanged, retry }: ProblemProps) {
  const { t } = useTranslation()
  const refused = error instanceof Refused ? error : undefined
  const offline = refused?.status === 0
  const what = offline ? t('ui.problem.offline') : refused?.message || t('ui.problem.defect')
  const code = [refused?.code, refused?.requestId?.slice(-12)].filter(Boolean).join(' · ')
  return (
    <div className={styles.problem} role="alert">
      <ToneMark tone="danger" size={16} />
      <div className={styles.told}>
        <p className={styles.what}>{what}</p>
        <p className={styles.quiet}>{unchanged ?? t('ui.problem.unchanged')}</p>
        <div className={styles.doing}>
          {retry && (
            <Button variant="default" size="xs" onClick={retry}>
              {t('ui.problem.retry')}
            </Button>
          )}
          {code && !offline && <span className={styles.code}>{`${t('ui.problem.code')} ${code}`}</span>}
        </div>
      </div>
    </div>
  )
}
