import { useTranslation } from 'react-i18next'
import { quantity as written } from '../../../lib/format.js'
import { Check } from '../../../ui/check.js'
import { QuantityInput } from '../../../ui/fields/quantity-input.js'
import styles from '../dialogs/dialogs.module.css'
import type { OrderItem } from '../order-answer.js'
import { toCancel } from '../order-facts.js'

export type Chosen = ReadonlyMap<string, number | null>

interface CancelLinesProps {
  readonly items: readonly OrderItem[]
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}

/** Which lines, and how much of each. */
export function CancelLines({ items, chosen, onChange }: CancelLinesProps) {
  const { t } = useTranslation()
  const toggle = (id: string, quantity: number) => {
    const next = new Map(chosen)
    if (!next.delete(id)) next.set(id, quantity)
    onChange(next)
  }
  return (
    <ul className={`${styles.lines} ${styles.scroll}`} aria-label={t('ui.document.lines')}>
      {items.map((item) => {
        const most = toCancel(item)
        return (
          <li key={item.id} className={styles.line}>
            <label className={styles.name}>
              <Check checked={chosen.has(item.id)} onChange={() => toggle(item.id, most)} />
              <span>
                {item.productName}
                <span className={styles.small}>{t('orders.cancel.most', { quantity: written(most, item.unit) })}</span>
              </span>
            </label>
            {chosen.has(item.id) && (
              <QuantityInput
                bare
                label={t('orders.cancel.quantityOf', { name: item.productName })}
                unit={item.unit}
                value={chosen.get(item.id)!}
                onChange={(value) => onChange(new Map(chosen).set(item.id, value))}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
