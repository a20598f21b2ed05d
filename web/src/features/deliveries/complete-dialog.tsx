import type { CompleteDeliveryBody } from '@prometric/contracts/logistics'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { MoneyInput } from '../../ui/fields/money-input.js'
import { QuantityInput } from '../../ui/fields/quantity-input.js'
import { type DeliveryCard, type DeliveryLine, deliveryPath, touchedByMoving } from './delivery-answer.js'

interface CompleteDialogProps {
  readonly delivery: DeliveryCard
  readonly onClose: () => void
}

/** What the driver tells: who took the goods, what of them, and what was paid at the door. */
export function CompleteDialog({ delivery, onClose }: CompleteDialogProps) {
  const { t } = useTranslation()
  const { id, lines, codAmount, orderNumber } = delivery
  const [recipient, setRecipient] = useState(delivery.recipientName ?? '')
  const [received, setReceived] = useState<ReadonlyMap<string, number | null>>(new Map())
  const [why, setWhy] = useState('')
  const [cash, setCash] = useState<number | null>(codAmount)
  const complete = useCommand<CompleteDeliveryBody>({
    path: `${deliveryPath}/${id}/complete`,
    body: (given) => given,
    touches: touchedByMoving,
    onDone: onClose,
  })
  const of = (line: DeliveryLine) => Math.min(line.quantity, received.get(line.id) ?? line.quantity)
  const short = lines.some((line) => of(line) < line.quantity)
  const send = () =>
    complete.mutate({
      ...(recipient.trim() && { proof: { recipient: recipient.trim() } }),
      ...(short && { lines: lines.map((line) => outcomeOf(line, of(line), why.trim())) }),
      ...(codAmount > 0 && cash ? { codCollected: cash } : {}),
    })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('deliveries.completeTitle', { order: orderNumber })}
      verb={t('deliveries.completeVerb')}
      busy={complete.isPending}
      disabled={short && why.trim() === ''}
      error={complete.error}
      onConfirm={send}
    >
      <TextInput
        size="sm"
        data-autofocus
        label={t('deliveries.receivedBy')}
        value={recipient}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
      {lines.map((line) => (
        <QuantityInput
          key={line.id}
          label={t('deliveries.receivedOf', { name: line.productName })}
          unit={line.unit}
          value={received.has(line.id) ? (received.get(line.id) ?? null) : line.quantity}
          onChange={(value) => setReceived(new Map(received).set(line.id, value))}
        />
      ))}
      {short && (
        <TextInput
          size="sm"
          label={t('deliveries.why')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      )}
      {codAmount > 0 && <MoneyInput label={t('deliveries.collected')} value={cash} onChange={setCash} />}
    </Confirm>
  )
}

/** Delivered and rejected make the whole line. */
function outcomeOf({ id, quantity }: DeliveryLine, deliveredQuantity: number, rejectReason: string) {
  const rejectedQuantity = Math.round((quantity - deliveredQuantity) * 1e6) / 1e6
  return rejectedQuantity > 0 ? { id, deliveredQuantity, rejectedQuantity, rejectReason } : { id, deliveredQuantity }
}
