import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Check } from '../../../ui/check.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import fields from '../../../ui/fields/fields.module.css'
import type { Address } from '../customer-answer.js'

interface AddressDialogProps {
  readonly customerId: string
  readonly address?: Address
  readonly onClose: () => void
}

const kinds = ['SHIPPING', 'BILLING', 'OFFICE', 'WAREHOUSE'] as const
type Written = 'city' | 'street' | 'building' | 'apartment' | 'postalCode' | 'deliveryInstructions'

/** A place of a customer. */
export function AddressDialog({ customerId, address, onClose }: AddressDialogProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState({
    type: (address?.type ?? 'SHIPPING') as string,
    city: address?.city ?? '',
    street: address?.street ?? '',
    building: address?.building ?? '',
    apartment: address?.apartment ?? '',
    postalCode: address?.postalCode ?? '',
    deliveryInstructions: address?.deliveryInstructions ?? '',
    isDefaultShipping: address?.isDefaultShipping ?? false,
  })
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }))
  const save = useCommand({
    method: address ? 'PUT' : 'POST',
    path: address ? `/customers/${customerId}/addresses/${address.id}` : `/customers/${customerId}/addresses`,
    body: () => {
      const { isDefaultShipping, ...texts } = draft
      const said = Object.entries(texts).map(([name, value]) => [name, value.trim() || null] as const)
      return { ...Object.fromEntries(address ? said : said.filter(([, value]) => value !== null)), isDefaultShipping }
    },
    touches: ['/customers'],
    onDone: onClose,
  })
  const text = (name: Written, wide = false) => (
    <TextInput
      className={wide ? (fields.wide ?? '') : ''}
      size="sm"
      label={t(`customers.addresses.${name}`)}
      autoComplete="off"
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={fieldError(save.error, name)}
    />
  )
  return (
    <Confirm
      opened
      size="md"
      onClose={onClose}
      title={address ? t('customers.addresses.edit', { where: address.street }) : t('customers.addresses.add')}
      verb={t('customers.form.save')}
      busy={save.isPending}
      disabled={!draft.city.trim() || !draft.street.trim()}
      error={formError(save.error, Object.keys(draft))}
      onConfirm={() => save.mutate()}
    >
      <div className={fields.fields}>
        <Select
          size="sm"
          allowDeselect={false}
          label={t('customers.addresses.type')}
          data={kinds.map((value) => ({ value, label: t(`customers.addressType.${value}`) }))}
          value={draft.type}
          onChange={(type) => type && change({ type })}
        />
        {text('city')}
        {text('street', true)}
        {text('building')}
        {text('apartment')}
        {text('postalCode')}
        <label className={fields.tick}>
          <Check
            checked={draft.isDefaultShipping}
            onChange={(event) => change({ isDefaultShipping: event.currentTarget.checked })}
          />
          {t('customers.addresses.isDefaultShipping')}
        </label>
        {text('deliveryInstructions', true)}
      </div>
    </Confirm>
  )
}
