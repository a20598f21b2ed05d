import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { ToneMark } from '../../../ui/tone-mark.js'
import type { DealCard } from '../deal-answer.js'
import { isOpen } from '../stages.js'
import styles from './page.module.css'
import { useTaken } from './use-taken.js'

/** What should be seen before anything is promised: prices that changed, rates that ran out, silence. */
export function DealWarnings({ deal }: { readonly deal: DealCard }) {
  const { t } = useTranslation()
  const may = useMay()
  const taken = useTaken(deal.id)
  const reprice = useCommand<void, DealCard>({ path: `/deals/${deal.id}/reprice`, onDone: taken })
  if (!isOpen(deal.stage)) return null
  return (
    <div className={styles.banners}>
      {deal.priceOutdated && (
        <div className={styles.banner}>
          <ToneMark tone="warning" size={14} />
          <span>{t('deals.warnings.prices')}</span>
          {may('DEALS_UPDATE') && (
            <Button size="xs" variant="default" loading={reprice.isPending} onClick={() => reprice.mutate()}>
              {t('deals.warnings.reprice')}
            </Button>
          )}
          <Refusal error={reprice.error} />
        </div>
      )}
      {deal.isStale && (
        <div className={styles.banner}>
          <ToneMark tone="warning" size={14} />
          <span>{t('deals.warnings.stale', { count: deal.daysInStage })}</span>
        </div>
      )}
      {deal.warnings?.map(({ code, message }) => (
        <div key={`${code} ${message}`} className={styles.banner}>
          <ToneMark tone="warning" size={14} />
          <span>{message}</span>
        </div>
      ))}
    </div>
  )
}
