import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Check } from '../../../ui/check.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { useWord } from '../../../ui/use-word.js'
import { touchedByOrder } from '../order-answer.js'
import styles from './dialogs.module.css'
import type { OrderDialogProps } from './order-dialog.js'

const reasons = ['CUSTOMER_REQUEST', 'MANUAL'] as const

/** Stops an order by hand, with the words that others will read. */
export function HoldDialog({ order, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  const word = useWord()
  const [reason, setReason] = useState<(typeof reasons)[number]>('CUSTOMER_REQUEST')
  const [note, setNote] = useState('')
  const hold = useCommand({
    path: `/orders/${order.id}/hold`,
    body: () => ({ reason, details: { note: note.trim() } }),
    touches: touchedByOrder,
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('orders.hold.title', { number: order.orderNumber })}
      verb={t('orders.hold.verb')}
      busy={hold.isPending}
      disabled={note.trim() === ''}
      error={hold.error}
      size="md"
      onConfirm={() => hold.mutate()}
    >
      <div className={styles.radios} role="radiogroup" aria-label={t('ui.dialog.reason')}>
        {reasons.map((each) => (
          <label key={each} className={styles.check}>
            <Check type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />
            {word('holdReason', each)}
          </label>
        ))}
      </div>
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        label={t('orders.hold.note')}
        required
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  )
}
