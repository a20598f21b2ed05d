import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from './confirm.js'

interface ReasonDialogProps {
  readonly title: string
  readonly verb: string
  /** Without a reason it may be done too. */
  readonly optional?: boolean
  readonly danger?: boolean
  readonly busy?: boolean
  readonly error?: unknown
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
  /** What will happen, in words. */
  readonly children?: ReactNode
}

/** What must be explained is explained in a few words. Enter sends it, Shift with Enter begins a new line. */
export function ReasonDialog({ optional = false, onReason, children, ...rest }: ReasonDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <Confirm {...rest} opened disabled={!optional && said === ''} onConfirm={() => onReason(said)}>
      {children}
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        label={t('ui.dialog.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
        data-autofocus
      />
    </Confirm>
  )
}
