import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../../ui/dialogs/confirm.js'

interface ReasonDialogProps {
  readonly title: string
  readonly verb: string
  readonly busy?: boolean
  readonly error?: unknown
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

/** What goes against the usual way is told in a few words: a step back, a deal opened again. */
export function ReasonDialog({ title, verb, busy = false, error, onClose, onReason }: ReasonDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <Confirm
      opened
      onClose={onClose}
      title={title}
      verb={verb}
      busy={busy}
      disabled={reason.trim() === ''}
      error={error}
      onConfirm={() => onReason(reason.trim())}
    >
      <TextInput
        size="sm"
        label={t('ui.dialog.reason')}
        placeholder={t('deals.reason.example')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </Confirm>
  )
}
