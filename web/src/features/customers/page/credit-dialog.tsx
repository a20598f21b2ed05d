import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Check } from '../../../ui/check.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { DateInput } from '../../../ui/fields/date-input.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import fields from '../../../ui/fields/fields.module.css'
import { MoneyInput } from '../../../ui/fields/money-input.js'
import { useWord } from '../../../ui/use-word.js'
import type { Customer } from '../customer-answer.js'
import { policies } from '../values.js'

interface CreditDialogProps {
  readonly customer: Customer
  readonly onClose: () => void
}

/** How much they may owe, for good or until a day; every change is kept with its reason. */
export function CreditDialog({ customer, onClose }: CreditDialogProps) {
  const { t } = useTranslation()
  const word = useWord()
  const [creditLimit, setLimit] = useState<number | null>(customer.creditLimit)
  const [creditPolicy, setPolicy] = useState<string | null>(null)
  const [temporary, setTemporary] = useState(false)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const save = useCommand({
    method: 'PUT',
    path: `/customers/${customer.id}/credit`,
    body: () => ({
      creditLimit: creditLimit ?? 0,
      ...(creditPolicy && { creditPolicy }),
      ...(temporary && { temporary, until }),
      reason: reason.trim(),
      version: customer.version,
    }),
    touches: ['/customers'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('customers.credit.change', { name: customer.name })}
      verb={t('customers.credit.verb')}
      busy={save.isPending}
      disabled={creditLimit === null || reason.trim() === '' || (temporary && !until)}
      error={formError(save.error, ['creditLimit', 'creditPolicy', 'until', 'reason'])}
      onConfirm={() => save.mutate()}
    >
      <div className={fields.fields}>
        <MoneyInput
          label={t('customers.credit.limit')}
          value={creditLimit}
          onChange={setLimit}
          error={fieldError(save.error, 'creditLimit')}
        />
        <Select
          size="sm"
          label={t('customers.credit.policy')}
          placeholder={word('creditPolicy', customer.creditPolicy)}
          data={policies.map((value) => ({ value, label: word('creditPolicy', value) }))}
          value={creditPolicy}
          onChange={setPolicy}
        />
        <label className={fields.tick}>
          <Check checked={temporary} onChange={(event) => setTemporary(event.currentTarget.checked)} />
          {t('customers.credit.temporary')}
        </label>
        {temporary && (
          <DateInput
            label={t('customers.credit.until')}
            value={until}
            onChange={setUntil}
            error={fieldError(save.error, 'until')}
          />
        )}
        <TextInput
          className={fields.wide ?? ''}
          size="sm"
          label={t('ui.dialog.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(save.error, 'reason')}
        />
      </div>
    </Confirm>
  )
}
