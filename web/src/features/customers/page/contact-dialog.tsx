import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Check } from '../../../ui/check.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { fieldError, formError } from '../../../ui/fields/field-error.js'
import fields from '../../../ui/fields/fields.module.css'
import { PhoneInput } from '../../../ui/fields/phone-input.js'
import { writtenPhone } from '../../../ui/fields/written-phone.js'
import type { Contact } from '../customer-answer.js'

interface ContactDialogProps {
  readonly customerId: string
  readonly contact?: Contact
  readonly onClose: () => void
}

/** A person who speaks for a customer; reachable by something. */
export function ContactDialog({ customerId, contact, onClose }: ContactDialogProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState({
    lastName: contact?.lastName ?? '',
    firstName: contact?.firstName ?? '',
    position: contact?.position ?? '',
    mobilePhone: writtenPhone(contact?.mobilePhone ?? contact?.phone ?? ''),
    email: contact?.email ?? '',
    isPrimary: contact?.isPrimary ?? false,
    isDecisionMaker: contact?.isDecisionMaker ?? false,
  })
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }))
  const save = useCommand({
    method: contact ? 'PUT' : 'POST',
    path: contact ? `/customers/${customerId}/contacts/${contact.id}` : `/customers/${customerId}/contacts`,
    body: () => {
      const { isPrimary, isDecisionMaker, ...texts } = draft
      const said = Object.entries(texts).map(([name, value]) => [name, value.trim() || null] as const)
      return {
        ...Object.fromEntries(contact ? said : said.filter(([, value]) => value !== null)),
        isPrimary,
        isDecisionMaker,
      }
    },
    touches: ['/customers'],
    onDone: onClose,
  })
  const text = (name: 'lastName' | 'firstName' | 'position' | 'email', first = false) => (
    <TextInput
      size="sm"
      label={t(`customers.contacts.${name}`)}
      type={name === 'email' ? 'email' : 'text'}
      autoComplete="off"
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={fieldError(save.error, name)}
      {...(first && { 'data-autofocus': true })}
    />
  )
  const tick = (name: 'isPrimary' | 'isDecisionMaker') => (
    <label className={fields.tick}>
      <Check checked={draft[name]} onChange={(event) => change({ [name]: event.currentTarget.checked })} />
      {t(`customers.contacts.${name}`)}
    </label>
  )
  const { firstName, lastName, mobilePhone, email } = draft
  return (
    <Confirm
      opened
      size="md"
      onClose={onClose}
      title={contact ? t('customers.contacts.edit', { name: contact.lastName }) : t('customers.contacts.add')}
      verb={t('customers.form.save')}
      busy={save.isPending}
      disabled={!firstName.trim() || !lastName.trim() || !(mobilePhone.trim() || email.trim())}
      error={formError(save.error, Object.keys(draft))}
      onConfirm={() => save.mutate()}
    >
      <div className={fields.fields}>
        {text('lastName', true)}
        {text('firstName')}
        {text('position')}
        <PhoneInput
          label={t('customers.facts.phone')}
          value={mobilePhone}
          onChange={(phone) => change({ mobilePhone: phone })}
          error={fieldError(save.error, 'mobilePhone')}
        />
        {text('email')}
        <span />
        {tick('isPrimary')}
        {tick('isDecisionMaker')}
      </div>
    </Confirm>
  )
}
