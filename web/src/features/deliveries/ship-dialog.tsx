import type { ShipOrderBody } from '@prometric/contracts/logistics'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { DateInput } from '../../ui/fields/date-input.js'
import { fieldError, formError } from '../../ui/fields/field-error.js'
import { touchedByMoving } from './delivery-answer.js'

interface ShipDialogProps {
  readonly order: { readonly id: string; readonly number: string }
  readonly onClose: () => void
}

/** What is picked leaves the warehouse: by whom, under what number, for which day. All of it may stay empty. */
export function ShipDialog({ order, onClose }: ShipDialogProps) {
  const { t } = useTranslation()
  const [carrierName, setCarrier] = useState('')
  const [trackingNumber, setTracking] = useState('')
  const [estimatedDelivery, setDay] = useState<string | null>(null)
  const ship = useCommand<ShipOrderBody>({
    path: `/orders/${order.id}/ship`,
    body: (given) => given,
    touches: touchedByMoving,
    onDone: onClose,
  })
  const send = () =>
    ship.mutate({
      ...(carrierName.trim() && { carrierName: carrierName.trim() }),
      ...(trackingNumber.trim() && { trackingNumber: trackingNumber.trim() }),
      ...(estimatedDelivery && { estimatedDelivery }),
    })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('deliveries.shipTitle', { order: order.number })}
      verb={t('deliveries.ship')}
      busy={ship.isPending}
      error={formError(ship.error, ['carrierName', 'trackingNumber', 'estimatedDelivery'])}
      onConfirm={send}
    >
      <p>{t('deliveries.shipText')}</p>
      <TextInput
        size="sm"
        label={t('deliveries.carrier')}
        placeholder={t('deliveries.carrierExample')}
        value={carrierName}
        error={fieldError(ship.error, 'carrierName')}
        onChange={(event) => setCarrier(event.currentTarget.value)}
      />
      <TextInput
        size="sm"
        label={t('deliveries.tracking')}
        value={trackingNumber}
        error={fieldError(ship.error, 'trackingNumber')}
        onChange={(event) => setTracking(event.currentTarget.value)}
      />
      <DateInput
        label={t('deliveries.arrives')}
        value={estimatedDelivery}
        error={fieldError(ship.error, 'estimatedDelivery')}
        onChange={setDay}
      />
    </Confirm>
  )
}
