import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { type OrderCard, type OrderHold, touchedByOrder } from '../order-answer.js'

/** A hold and what is done with it: an answer to the question behind it, or a release by hand. */
export interface Release {
  readonly hold: OrderHold
  readonly does: 'approve' | 'reject' | 'release'
}

interface ReleaseDialogProps {
  readonly order: OrderCard
  readonly release: Release
  readonly onClose: () => void
}

/** Lets an order go on, or refuses it, with a note that stays in its story. */
export function ReleaseDialog({ order, release: { hold, does }, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const words = note.trim()
  const [question] = hold.canRelease?.approvalRequestIds ?? []
  const command = useCommand({
    path: does === 'release' ? `/orders/${order.id}/release` : `/approvals/${question ?? ''}/${does}`,
    body: () =>
      does === 'release'
        ? { holdId: hold.id, note: words }
        : does === 'reject'
          ? { reason: words }
          : { ...(words && { comment: words }) },
    touches: touchedByOrder,
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t(`orders.release.${does}Title`, { number: order.orderNumber })}
      verb={t(`orders.holds.${does}`)}
      danger={does === 'reject'}
      busy={command.isPending}
      disabled={does !== 'approve' && words === ''}
      error={command.error}
      size="md"
      onConfirm={() => command.mutate()}
    >
      <p>{hold.sentence}</p>
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        label={t(`orders.release.${does}Note`)}
        required={does !== 'approve'}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
    </Confirm>
  )
}
