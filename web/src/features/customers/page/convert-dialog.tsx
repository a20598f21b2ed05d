import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { Check } from '../../../ui/check.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import fields from '../../../ui/fields/fields.module.css'
import { MoneyInput } from '../../../ui/fields/money-input.js'
import type { Customer } from '../customer-answer.js'

interface ConvertDialogProps {
  readonly customer: Customer
  readonly onClose: () => void
}

/** A lead becomes a customer by decision, with a first deal if one is in sight. */
export function ConvertDialog({ customer, onClose }: ConvertDialogProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [withDeal, setWithDeal] = useState(false)
  const [title, setTitle] = useState('')
  const [value, setValue] = useState<number | null>(null)
  const convert = useCommand({
    path: `/customers/${customer.id}/convert`,
    body: () =>
      withDeal ? { createDeal: true, dealTitle: title.trim(), ...(value !== null && { dealValue: value }) } : {},
    touches: ['/customers', '/deals'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('customers.convert.title', { name: customer.name })}
      verb={t('customers.convert.verb')}
      busy={convert.isPending}
      disabled={withDeal && title.trim().length < 3}
      error={formError(convert.error, ['dealTitle', 'dealValue'])}
      onConfirm={() => convert.mutate()}
    >
      <p>{t('customers.convert.rule')}</p>
      {may('DEALS_CREATE') && (
        <label className={fields.tick}>
          <Check checked={withDeal} onChange={(event) => setWithDeal(event.currentTarget.checked)} />
          {t('customers.convert.withDeal')}
        </label>
      )}
      {withDeal && (
        <div className={fields.fields}>
          <TextInput
            size="sm"
            label={t('customers.convert.about')}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={fieldError(convert.error, 'dealTitle')}
          />
          <MoneyInput
            label={t('customers.convert.value')}
            value={value}
            onChange={setValue}
            error={fieldError(convert.error, 'dealValue')}
          />
        </div>
      )}
    </Confirm>
  )
}
