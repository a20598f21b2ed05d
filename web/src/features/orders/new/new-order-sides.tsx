import { useTranslation } from 'react-i18next'
import { Holds } from '../../../ui/document-page/holds.js'
import { MoneyBlock } from '../../../ui/document-page/money-block.js'
import { Refusal } from '../../../ui/states/refusal.js'
import styles from '../page/page.module.css'
import type { OrderPreview } from './draft-order.js'

interface NewOrderSumProps {
  readonly preview: OrderPreview | undefined
  readonly error: unknown
  readonly stale: boolean
}

/** What it would come to and what would hold it, before anything is written. */
export function NewOrderSum({ preview, error, stale }: NewOrderSumProps) {
  const { t } = useTranslation()
  if (error) return <Refusal error={error} />
  if (!preview) return <p className={styles.hint}>{t('orders.new.noTotals')}</p>
  const { subtotal, shippingCost, taxAmount, totalAmount, gates, warnings } = preview
  return (
    <div className={styles.money} aria-busy={stale} style={{ opacity: stale ? 0.6 : 1 }}>
      <MoneyBlock subtotal={subtotal + shippingCost} vat={taxAmount} total={totalAmount} />
      {gates.length > 0 ? (
        <>
          <p className={styles.hint}>{t('orders.new.held')}</p>
          <Holds holds={gates.map(({ gate, sentence }) => ({ id: gate, reason: sentence }))} />
        </>
      ) : (
        <p className={styles.hint}>{t('orders.new.goes')}</p>
      )}
      {warnings.map(({ code, message }) => (
        <p key={code} className={styles.hint}>
          {message}
        </p>
      ))}
    </div>
  )
}
