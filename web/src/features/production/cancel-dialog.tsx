import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { type ProductionRow, productionPath, touchedByMaking } from './production-answer.js'

interface CancelDialogProps {
  readonly order: ProductionRow
  readonly onClose: () => void
}

/** It will not be made, and why. */
export function CancelDialog({ order, onClose }: CancelDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const cancel = useCommand({
    path: `${productionPath}/${order.id}/cancel`,
    body: () => ({ reason: reason.trim() }),
    touches: touchedByMaking,
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('production.cancelTitle', { number: order.orderNumber })}
      verb={t('production.cancel')}
      danger
      busy={cancel.isPending}
      disabled={reason.trim() === ''}
      error={cancel.error}
      onConfirm={() => cancel.mutate()}
    >
      <TextInput
        size="sm"
        data-autofocus
        label={t('production.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
