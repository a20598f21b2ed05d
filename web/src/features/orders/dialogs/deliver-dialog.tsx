import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { quantity as written } from '../../../lib/format.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { touchedByOrder } from '../order-answer.js'
import { toDeliver } from '../order-facts.js'
import styles from './dialogs.module.css'
import type { OrderDialogProps } from './order-dialog.js'

/** Everything that is under way has been received. */
export function DeliverDialog({ order, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  const [recipient, setRecipient] = useState('')
  const deliver = useCommand({
    path: `/orders/${order.id}/deliver`,
    body: () => ({ ...(recipient.trim() && { recipient: recipient.trim() }) }),
    touches: [...touchedByOrder, '/operations'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('orders.deliver.title', { number: order.orderNumber })}
      verb={t('orders.deliver.verb')}
      busy={deliver.isPending}
      error={deliver.error}
      onConfirm={() => deliver.mutate()}
    >
      <ul className={`${styles.lines} ${styles.scroll}`}>
        {order.items
          .filter((item) => toDeliver(item) > 0)
          .map((item) => (
            <li key={item.id} className={styles.effect}>
              <span>{item.productName}</span>
              <span className={styles.tail}>{written(toDeliver(item), item.unit)}</span>
            </li>
          ))}
      </ul>
      <TextInput
        size="sm"
        label={t('orders.deliver.recipient')}
        value={recipient}
        maxLength={255}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
    </Confirm>
  )
}
