import type { ShipOrderBody } from '@prometric/contracts/logistics'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { DateInput } from '../../../ui/fields/date-input.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import { touchedByMoving } from '../../deliveries/delivery-answer.js'
import { type OrderItem, touchedByOrder } from '../order-answer.js'
import { toShip } from '../order-facts.js'
import styles from './dialogs.module.css'
import { type Less, quantityOf, ShipLines } from './ship-lines.js'

interface ShipDialogProps {
  /** Where its lines are known, less than all may go. */
  readonly order: { readonly id: string; readonly orderNumber: string; readonly items?: readonly OrderItem[] }
  readonly onClose: () => void
}

/** What is picked leaves the warehouse: by whom, under what number, for which day. All of that may stay empty. */
export function ShipDialog({ order, onClose }: ShipDialogProps) {
  const { t } = useTranslation()
  const items = order.items?.filter((item) => toShip(item) > 0)
  const [less, setLess] = useState<Less>(new Map())
  const [carrierName, setCarrier] = useState('')
  const [trackingNumber, setTracking] = useState('')
  const [estimatedDelivery, setDay] = useState<string | null>(null)
  const chosen = items?.map((item) => ({ itemId: item.id, quantity: quantityOf(item, less) ?? 0 }))
  const ship = useCommand<void>({
    path: `/orders/${order.id}/ship`,
    body: (): ShipOrderBody => ({
      ...(chosen && less.size > 0 && { lines: chosen.filter(({ quantity }) => quantity > 0) }),
      ...(carrierName.trim() && { carrierName: carrierName.trim() }),
      ...(trackingNumber.trim() && { trackingNumber: trackingNumber.trim() }),
      ...(estimatedDelivery && { estimatedDelivery }),
    }),
    touches: [...touchedByOrder, ...touchedByMoving],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('orders.ship.title', { number: order.orderNumber })}
      verb={t('orders.ship.verb')}
      busy={ship.isPending}
      disabled={chosen?.every(({ quantity }) => quantity <= 0) ?? false}
      error={formError(ship.error, ['carrierName', 'trackingNumber', 'estimatedDelivery'])}
      size="md"
      onConfirm={() => ship.mutate()}
    >
      {items ? <ShipLines items={items} less={less} onChange={setLess} /> : <p>{t('orders.ship.all')}</p>}
      <div className={styles.two}>
        <TextInput
          size="sm"
          label={t('orders.ship.carrier')}
          placeholder={t('orders.ship.carrierExample')}
          value={carrierName}
          maxLength={255}
          error={fieldError(ship.error, 'carrierName')}
          onChange={(event) => setCarrier(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          label={t('orders.ship.tracking')}
          value={trackingNumber}
          maxLength={100}
          error={fieldError(ship.error, 'trackingNumber')}
          onChange={(event) => setTracking(event.currentTarget.value)}
        />
      </div>
      <DateInput
        label={t('orders.ship.estimated')}
        value={estimatedDelivery}
        error={fieldError(ship.error, 'estimatedDelivery')}
        onChange={setDay}
      />
    </Confirm>
  )
}
