import { useTranslation } from 'react-i18next'
import { quantity as written } from '../../../lib/format.js'
import { QuantityInput } from '../../../ui/fields/quantity-input.js'
import type { OrderItem } from '../order-answer.js'
import { toShip } from '../order-facts.js'
import styles from './dialogs.module.css'

/** What somebody wrote instead of all; an emptied field is nothing. */
export type Less = ReadonlyMap<string, number | null>

export const quantityOf = (item: OrderItem, less: Less): number | null =>
  less.has(item.id) ? (less.get(item.id) ?? null) : toShip(item)

interface ShipLinesProps {
  readonly items: readonly OrderItem[]
  readonly less: Less
  readonly onChange: (less: Less) => void
}

/** How much of every line goes: all that is picked, or less. */
export function ShipLines({ items, less, onChange }: ShipLinesProps) {
  const { t } = useTranslation()
  return (
    <ul className={`${styles.lines} ${styles.scroll}`}>
      {items.map((item) => (
        <li key={item.id} className={styles.line}>
          <span>
            {item.productName}
            <span className={styles.small}>
              {t('orders.ship.picked', { quantity: written(toShip(item), item.unit) })}
            </span>
          </span>
          <QuantityInput
            bare
            label={t('orders.ship.quantityOf', { name: item.productName })}
            unit={item.unit}
            value={quantityOf(item, less)}
            onChange={(value) => onChange(new Map(less).set(item.id, value))}
          />
        </li>
      ))}
    </ul>
  )
}
