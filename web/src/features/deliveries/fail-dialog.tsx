import type { FailDeliveryBody } from '@prometric/contracts/logistics'
import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { DateInput } from '../../ui/fields/date-input.js'
import { useWord } from '../../ui/use-word.js'
import { deliveryPath, touchedByMoving } from './delivery-answer.js'

type Reason = FailDeliveryBody['reason']

const reasons: readonly Reason[] = ['NO_RECIPIENT', 'REFUSED', 'WRONG_ADDRESS', 'DAMAGED', 'VEHICLE', 'OTHER']

interface FailDialogProps {
  readonly delivery: { readonly id: string; readonly attempt: number }
  readonly onClose: () => void
}

/** A trip that ended with the goods still in the van: why, and whether it is tried again. There are three attempts. */
export function FailDialog({ delivery, onClose }: FailDialogProps) {
  const { t } = useTranslation()
  const word = useWord()
  const [reason, setReason] = useState<Reason>('NO_RECIPIENT')
  const [comment, setComment] = useState('')
  const [reschedule, setAgain] = useState(delivery.attempt < 3)
  const [scheduledDate, setDay] = useState<string | null>(null)
  const fail = useCommand<FailDeliveryBody>({
    path: `${deliveryPath}/${delivery.id}/fail`,
    body: (given) => given,
    touches: touchedByMoving,
    onDone: onClose,
  })
  const send = () =>
    fail.mutate({
      reason,
      ...(comment.trim() && { comment: comment.trim() }),
      ...(reschedule && { reschedule, ...(scheduledDate && { scheduledDate }) }),
    })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('deliveries.failTitle')}
      verb={t('deliveries.failVerb')}
      danger
      busy={fail.isPending}
      error={fail.error}
      onConfirm={send}
    >
      <NativeSelect
        size="sm"
        label={t('ui.dialog.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Reason)}
        data={reasons.map((value) => ({ value, label: word('deliveryFailReason', value) }))}
      />
      <Textarea
        size="sm"
        autosize
        minRows={2}
        label={t('deliveries.comment')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {delivery.attempt < 3 && (
        <Checkbox
          size="sm"
          label={t('deliveries.again')}
          checked={reschedule}
          onChange={(event) => setAgain(event.currentTarget.checked)}
        />
      )}
      {reschedule && <DateInput label={t('deliveries.onDay')} value={scheduledDate} onChange={setDay} />}
    </Confirm>
  )
}
