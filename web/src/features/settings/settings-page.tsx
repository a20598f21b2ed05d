import type { SettingRow, VatSettings } from '@prometric/contracts/settings'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { useTitle } from '../../lib/title.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { SettingList } from './setting-list.js'
import styles from './settings.module.css'
import { VatForm } from './vat-form.js'

/** How the workspace wants things done: VAT first, since documents are charged by it. */
export function Page() {
  const { t } = useTranslation()
  const vat = useAnswer<VatSettings>('/settings/vat')
  const others = useAnswer<readonly SettingRow[]>('/settings')
  useTitle(t('settings.title'))
  return (
    <article className={styles.page}>
      <h1 className={styles.title}>{t('settings.title')}</h1>
      {vat.data ? (
        // Somebody else may have changed it meanwhile: the form begins anew with what is.
        <VatForm key={JSON.stringify([vat.data.isPayer, vat.data.rateMode, vat.data.fixedRate])} vat={vat.data} />
      ) : vat.error ? (
        <Problem error={vat.error} retry={() => void vat.refetch()} />
      ) : (
        <Skeleton shape="card" />
      )}
      {others.data ? (
        <SettingList settings={others.data} />
      ) : others.error ? (
        <Problem error={others.error} retry={() => void others.refetch()} />
      ) : (
        <Skeleton shape="lines" rows={12} />
      )}
    </article>
  )
}
