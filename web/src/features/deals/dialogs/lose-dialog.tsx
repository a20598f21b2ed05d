import type { LoseDealBody } from '@prometric/contracts/deal-commands'
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { Check } from '../../../ui/check.js'
import { useWord } from '../../../ui/use-word.js'
import styles from './dialogs.module.css'

type LostReason = NonNullable<LoseDealBody['lostReason']>

const reasons: readonly LostReason[] = [
  'PRICE',
  'COMPETITOR',
  'NO_BUDGET',
  'NO_DECISION',
  'TIMING',
  'PRODUCT_FIT',
  'NO_RESPONSE',
  'DUPLICATE',
  'OTHER',
]

interface LoseDialogProps {
  readonly deal: { readonly id: string; readonly title: string }
  readonly onClose: () => void
}

/** Why a deal did not come about, so that the next one may. */
export function LoseDialog({ deal, onClose }: LoseDialogProps) {
  const { t } = useTranslation()
  const word = useWord()
  const [lostReason, setReason] = useState<LostReason>()
  const [competitorWon, setCompetitor] = useState('')
  const [notes, setNotes] = useState('')
  const lose = useCommand<LoseDealBody>({
    path: `/deals/${deal.id}/lose`,
    body: (given) => given,
    touches: ['/deals'],
    onDone: onClose,
  })
  const send = () =>
    lose.mutate({
      ...(lostReason && { lostReason }),
      ...(lostReason === 'COMPETITOR' && competitorWon.trim() && { competitorWon: competitorWon.trim() }),
      ...(notes.trim() && { notes: notes.trim() }),
    })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('deals.lose.title', { title: deal.title })}
      verb={t('deals.lose.verb')}
      danger
      busy={lose.isPending}
      disabled={!lostReason}
      error={lose.error}
      size="md"
      onConfirm={send}
    >
      <fieldset className={styles.reasons}>
        <legend>{t('deals.lose.why')}</legend>
        {reasons.map((reason, index) => (
          <label key={reason} className={styles.reason}>
            <Check
              type="radio"
              name="reason"
              checked={lostReason === reason}
              onChange={() => setReason(reason)}
              {...(index === 0 && { 'data-autofocus': true })}
            />
            {word('lostReason', reason)}
          </label>
        ))}
      </fieldset>
      {lostReason === 'COMPETITOR' && (
        <TextInput
          size="sm"
          label={t('deals.lose.competitor')}
          value={competitorWon}
          onChange={(event) => setCompetitor(event.currentTarget.value)}
        />
      )}
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        label={t('deals.lose.notes')}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
    </Confirm>
  )
}
