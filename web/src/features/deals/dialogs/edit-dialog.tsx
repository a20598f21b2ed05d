import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { DateInput } from '../../../ui/fields/date-input.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import { MoneyInput } from '../../../ui/fields/money-input.js'
import { PercentInput } from '../../../ui/fields/percent-input.js'
import { useWord, type WordList } from '../../../ui/use-word.js'
import { sources, terms } from '../../customers/values.js'
import type { Deal, DealCard } from '../deal-answer.js'
import { priorities } from '../stages.js'
import styles from './dialogs.module.css'

interface EditDialogProps {
  readonly deal: DealCard
  readonly onClose: () => void
  readonly onSaved: (deal: Deal) => void
}

/** What of a deal may be rewritten; only what was changed is sent, against the version that was seen. */
export function EditDialog({ deal, onClose, onSaved }: EditDialogProps) {
  const { t } = useTranslation()
  const word = useWord()
  const before = draftOf(deal)
  const [draft, setDraft] = useState(before)
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const save = useCommand<void, Deal>({
    method: 'PATCH',
    path: `/deals/${deal.id}`,
    body: () => ({ ...changesOf(before, draft), version: deal.version }),
    touches: ['/deals'],
    onDone: (saved) => {
      onSaved(saved)
      onClose()
    },
  })
  const select = (
    name: 'priority' | 'leadSource' | 'paymentTerms',
    list: WordList,
    values: readonly string[],
    label: string,
  ) => (
    <Select
      size="sm"
      label={label}
      clearable={name !== 'priority'}
      data={values.map((value) => ({ value, label: word(list, value) }))}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      error={fieldError(save.error, name)}
    />
  )
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('deals.edit.title')}
      verb={t('deals.edit.verb')}
      size="md"
      busy={save.isPending}
      disabled={draft.title.trim().length < 3 || Object.keys(changesOf(before, draft)).length === 0}
      error={formError(save.error, Object.keys(draft))}
      onConfirm={() => save.mutate()}
    >
      <div className={styles.fields}>
        <TextInput
          className={styles.wide ?? ''}
          size="sm"
          label={t('deals.new.about')}
          maxLength={200}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={fieldError(save.error, 'title')}
        />
        {deal.products.length === 0 && (
          <MoneyInput
            label={t('deals.new.value')}
            value={draft.value}
            onChange={(value) => change({ value })}
            error={fieldError(save.error, 'value')}
          />
        )}
        <PercentInput
          label={t('deals.edit.discount')}
          value={draft.discount}
          onChange={(discount) => change({ discount })}
          error={fieldError(save.error, 'discount')}
        />
        <PercentInput
          label={t('deals.money.probability')}
          value={draft.probability}
          onChange={(probability) => change({ probability: probability === null ? null : Math.round(probability) })}
          error={fieldError(save.error, 'probability')}
        />
        <DateInput
          label={t('deals.facts.close')}
          value={draft.expectedCloseDate}
          onChange={(expectedCloseDate) => change({ expectedCloseDate })}
          error={fieldError(save.error, 'expectedCloseDate')}
        />
        <DateInput
          label={t('deals.facts.delivery')}
          value={draft.requestedDeliveryDate}
          onChange={(requestedDeliveryDate) => change({ requestedDeliveryDate })}
          error={fieldError(save.error, 'requestedDeliveryDate')}
        />
        {select('priority', 'priority', priorities, t('deals.facts.priority'))}
        {select('paymentTerms', 'paymentTerms', terms, t('deals.facts.terms'))}
        {select('leadSource', 'leadSource', sources, t('deals.facts.source'))}
        <Textarea
          className={styles.wide ?? ''}
          size="sm"
          autosize
          minRows={2}
          maxRows={8}
          label={t('deals.edit.description')}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </div>
    </Confirm>
  )
}

const draftOf = (deal: DealCard) => ({
  title: deal.title,
  description: deal.description ?? '',
  value: deal.value as number | null,
  discount: (deal.discountType === 'FIXED' ? null : deal.discount) as number | null,
  probability: deal.probability as number | null,
  expectedCloseDate: deal.expectedCloseDate,
  requestedDeliveryDate: deal.requestedDeliveryDate,
  priority: deal.priority as string | null,
  leadSource: deal.leadSource as string | null,
  paymentTerms: deal.paymentTerms as string | null,
})
type Draft = ReturnType<typeof draftOf>

/** The fields that are another now, as the API takes them. */
function changesOf(before: Draft, now: Draft): Record<string, unknown> {
  const names = (Object.keys(now) as (keyof Draft)[]).filter((name) => now[name] !== before[name])
  const changes = Object.fromEntries(names.map((name) => [name, now[name]]))
  // A cleared number means nothing of it.
  for (const name of ['value', 'discount'] as const) if (name in changes) changes[name] = now[name] ?? 0
  if ('probability' in changes && now.probability === null) delete changes['probability']
  return { ...changes, ...('discount' in changes && { discountType: 'PERCENTAGE' }) }
}
