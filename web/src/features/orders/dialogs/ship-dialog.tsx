import type { ShipOrderBody } from '@prometric/contracts/logistics'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { quantity as written } from '../../../lib/format.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { DateInput } from '../../../ui/fields/date-input.js'
import { QuantityInput } from '../../../ui/fields/quantity-input.js'
import { touchedByOrder } from '../order-answer.js'
import { toShip } from '../order-facts.js'
import styles from './dialogs.module.css'
import type { OrderDialogProps } from './order-dialog.js'

/** Hands what is picked over to the carrier: all of it, or less. */
export function ShipDialog({ order, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  const lines = order.items.filter((item) => toShip(item) > 0)
  const [less, setLess] = useState<ReadonlyMap<string, number | null>>(new Map())
  const [carrierName, setCarrier] = useState('')
  const [trackingNumber, setTracking] = useState('')
  const [estimatedDelivery, setEstimated] = useState<string | null>(null)
  const quantityOf = (id: string, most: number) => (less.has(id) ? less.get(id)! : most)
  const chosen = lines.map((item) => ({ itemId: item.id, quantity: quantityOf(item.id, toShip(item)) ?? 0 }))
  const ship = useCommand<void>({
    path: `/orders/${order.id}/ship`,
    body: (): ShipOrderBody => ({
      ...(less.size > 0 && { lines: chosen.filter(({ quantity }) => quantity > 0) }),
      ...(carrierName.trim() && { carrierName: carrierName.trim() }),
      ...(trackingNumber.trim() && { trackingNumber: trackingNumber.trim() }),
      ...(estimatedDelivery && { estimatedDelivery }),
    }),
    touches: [...touchedByOrder, '/operations'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('orders.ship.title', { number: order.orderNumber })}
      verb={t('orders.ship.verb')}
      busy={ship.isPending}
      disabled={chosen.every(({ quantity }) => quantity <= 0)}
      error={ship.error}
      size="md"
      onConfirm={() => ship.mutate()}
    >
      <ul className={`${styles.lines} ${styles.scroll}`}>
        {lines.map((item) => {
          const most = toShip(item)
          return (
            <li key={item.id} className={styles.line}>
              <span>
                {item.productName}
                <span className={styles.small}>{t('orders.ship.picked', { quantity: written(most, item.unit) })}</span>
              </span>
              <QuantityInput
                bare
                label={t('orders.ship.quantityOf', { name: item.productName })}
                unit={item.unit}
                value={quantityOf(item.id, most)}
                onChange={(value) => setLess(new Map(less).set(item.id, value))}
              />
            </li>
          )
        })}
      </ul>
      <div className={styles.two}>
        <TextInput
          size="sm"
          label={t('orders.ship.carrier')}
          value={carrierName}
          maxLength={255}
          onChange={(event) => setCarrier(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          label={t('orders.ship.tracking')}
          value={trackingNumber}
          maxLength={100}
          onChange={(event) => setTracking(event.currentTarget.value)}
        />
      </div>
      <DateInput label={t('orders.ship.estimated')} value={estimatedDelivery} onChange={setEstimated} />
    </Confirm>
  )
}
