import type { WinPreview as Preview } from '@prometric/contracts/won-deal'
import { useTranslation } from 'react-i18next'
import { Day } from '../../../ui/day.js'
import { WinPreview } from '../../../ui/dialogs/win-preview.js'
import { Facts } from '../../../ui/document-page/facts.js'
import { Money } from '../../../ui/money.js'
import { useWord } from '../../../ui/use-word.js'
import styles from './dialogs.module.css'
import { slowest, supplyOf } from './win-supply.js'

interface WinPlanProps {
  readonly preview: Preview
  /** It is of the sum before the one that is being typed. */
  readonly stale: boolean
}

/** Where everything comes from, what will wait and why, what is promised, what is billed. */
export function WinPlan({ preview, stale }: WinPlanProps) {
  const { t } = useTranslation()
  const word = useWord()
  const reason = useReason(preview)
  const { order, invoice, scheduledDate, hasDelivery } = preview
  return (
    <div data-stale={stale || undefined} className={styles.plan}>
      <WinPreview
        lines={supplyOf(preview, t('deals.win.noRecipe'))}
        holds={preview.holds.map(({ sentence }) => sentence)}
        promised={order.promisedDate ? { day: order.promisedDate, reason } : undefined}
      />
      <Facts
        facts={[
          { label: t('deals.win.order'), value: <Money value={order.totalAmount} />, strong: true, parted: true },
          ...(invoice
            ? [
                {
                  label: word('invoiceType', invoice.type),
                  value: (
                    <span className={styles.billed}>
                      <Money value={invoice.totalAmount} />
                      {invoice.dueDate && (
                        <span className={styles.until}>
                          {t('deals.win.until')} <Day value={invoice.dueDate} />
                        </span>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
          ...(hasDelivery
            ? [
                {
                  label: t('deals.win.delivery'),
                  value: scheduledDate ? <Day value={scheduledDate} /> : t('deals.win.planned'),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

/** Why the promised day is the day it is. */
function useReason(preview: Preview): string {
  const { t } = useTranslation()
  const { promisedDate, requestedDeliveryDate } = preview.order
  const last = slowest(preview)
  if (requestedDeliveryDate && requestedDeliveryDate === promisedDate) return t('deals.win.asRequested')
  if (!last) return t('deals.win.allThere')
  return last.how === 'PRODUCE'
    ? t('deals.win.untilMade', { name: last.name })
    : t('deals.win.untilBought', { name: last.name })
}
