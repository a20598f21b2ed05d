import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import fields from '../../../ui/fields/fields.module.css'
import { PhoneInput } from '../../../ui/fields/phone-input.js'
import { SearchSelect } from '../../../ui/fields/search-select.js'
import { writtenPhone } from '../../../ui/fields/written-phone.js'
import { useWord } from '../../../ui/use-word.js'
import type { Customer } from '../customer-answer.js'
import { employeeName } from '../../../lib/employee-name.js'
import { forms, sources } from '../values.js'
import { changesOf, type CustomerDraft, draftOf, newOf } from './customer-draft.js'
import { RequisiteFields } from './requisite-fields.js'
import { StateNumberInput } from './state-number-input.js'
import { Twins } from './twins.js'

interface CustomerFormProps {
  /** Absent: somebody new. */
  readonly customer?: Customer
  readonly onClose: () => void
  readonly onSaved: (customer: Customer) => void
}

/** A customer is written down or rewritten; only what was changed is sent, against the version that was seen. */
export function CustomerForm({ customer, onClose, onSaved }: CustomerFormProps) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const [before] = useState(() => ({ ...draftOf(customer), phone: writtenPhone(customer?.phone ?? '') }))
  const [draft, setDraft] = useState<CustomerDraft>(before)
  const change = (part: Partial<CustomerDraft>) => setDraft((now) => ({ ...now, ...part }))
  const save = useCommand<void, Customer>({
    method: customer ? 'PATCH' : 'POST',
    path: customer ? `/customers/${customer.id}` : '/customers',
    body: () => (customer ? { ...changesOf(before, draft), version: customer.version } : newOf(draft)),
    touches: ['/customers'],
    onDone: (saved) => {
      onSaved(saved)
      onClose()
    },
  })
  const errorOf = (name: string) => fieldError(save.error, name)
  const text = (name: 'name' | 'email' | 'tags', label: string, wide = false) => (
    <TextInput
      className={wide ? (fields.wide ?? '') : ''}
      size="sm"
      label={label}
      type={name === 'email' ? 'email' : 'text'}
      autoComplete="off"
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={errorOf(name)}
      {...(name === 'name' && !customer && { 'data-autofocus': true })}
    />
  )
  const company = draft.type === 'COMPANY'
  const reachable = draft.phone.trim() !== '' || draft.email.trim() !== ''
  return (
    <Confirm
      opened
      onClose={onClose}
      size="lg"
      title={customer ? t('customers.form.edit') : t('customers.form.new')}
      verb={customer ? t('customers.form.save') : t('customers.form.create')}
      busy={save.isPending}
      disabled={draft.name.trim().length < 2 || !reachable}
      error={formError(save.error, Object.keys(draft))}
      onConfirm={() => save.mutate()}
    >
      <div className={fields.fields}>
        <SegmentedControl
          className={fields.wide ?? ''}
          size="xs"
          aria-label={t('customers.form.kind')}
          value={draft.type}
          onChange={(type) => change({ type: type === 'INDIVIDUAL' ? type : 'COMPANY', legalForm: null })}
          data={(['COMPANY', 'INDIVIDUAL'] as const).map((value) => ({ value, label: word('customerType', value) }))}
        />
        {text('name', company ? t('customers.form.companyName') : t('customers.form.personName'), true)}
        <StateNumberInput
          key={draft.type}
          of={draft.type}
          value={company ? draft.bin : draft.iin}
          onChange={(number) => change(company ? { bin: number } : { iin: number })}
          error={errorOf(company ? 'bin' : 'iin')}
        />
        <Select
          size="sm"
          clearable
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          label={t('customers.facts.legalForm')}
          data={(company ? forms.filter((form) => form !== 'IP') : (['IP', 'KH'] as const)).map((value) => ({
            value,
            label: t(`customers.legalForm.${value}`),
          }))}
          value={draft.legalForm}
          onChange={(legalForm) => change({ legalForm })}
          error={errorOf('legalForm')}
        />
        <PhoneInput
          label={t('customers.facts.phone')}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          error={errorOf('phone')}
        />
        {text('email', t('customers.facts.email'))}
        {may('EMPLOYEES_VIEW') && (
          <SearchSelect
            label={t('customers.facts.owner')}
            path="/employees"
            labelOf={employeeName}
            value={draft.assignedTo}
            onChange={(assignedTo) => change({ assignedTo })}
            error={errorOf('assignedTo')}
          />
        )}
        <Select
          size="sm"
          clearable
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          label={t('customers.facts.source')}
          data={sources.map((value) => ({ value, label: word('leadSource', value) }))}
          value={draft.leadSource}
          onChange={(leadSource) => change({ leadSource })}
        />
        {text('tags', t('customers.form.tags'), true)}
        <RequisiteFields draft={draft} change={change} errorOf={errorOf} opened={Boolean(customer)} />
      </div>
      {!customer && <Twins given={draft} />}
    </Confirm>
  )
}
