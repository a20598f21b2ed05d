import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { type Resolved, touchedByRepair } from './delivery-answer.js'

interface SkipDialogProps {
  readonly ids: readonly string[]
  /** Of one: what is given up. */
  readonly about?: string
  readonly onClose: () => void
  readonly onDone?: (resolved: Resolved) => void
}

/** Gives steps up for good, with a reason that stays in the story. */
export function SkipDialog({ ids, about, onClose, onDone }: SkipDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const skip = useCommand<void, Resolved>({
    path: '/deliveries/skip',
    body: () => ({ ids, reason: reason.trim() }),
    touches: touchedByRepair,
    onDone: (resolved) => {
      onDone?.(resolved)
      onClose()
    },
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('operations.skip.title', { count: ids.length })}
      verb={t('operations.skip.verb', { count: ids.length })}
      danger
      busy={skip.isPending}
      disabled={reason.trim() === ''}
      error={skip.error}
      size="md"
      onConfirm={() => skip.mutate()}
    >
      {about && <p>{about}</p>}
      <p>{t('operations.skip.means')}</p>
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        required
        label={t('ui.dialog.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </Confirm>
  )
}
