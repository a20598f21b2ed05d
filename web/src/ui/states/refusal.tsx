import { useTranslation } from 'react-i18next'
import { Refused } from '../../lib/http.js'
import { ToneMark } from '../tone-mark.js'
import styles from './states.module.css'

/** The server's sentence at the place where something was asked and not done. Nothing while there is no error. */
export function Refusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const said = error instanceof Refused ? error.message || t('ui.problem.offline') : error ? t('ui.problem.defect') : ''
  return (
    <div role="alert" className={said ? styles.refusal : undefined}>
      {said && (
        <>
          <ToneMark tone="danger" size={13} />
          <span>{said}</span>
        </>
      )}
    </div>
  )
}
