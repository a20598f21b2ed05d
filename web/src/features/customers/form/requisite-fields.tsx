import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { Check } from '../../../ui/check.js'
import fields from '../../../ui/fields/fields.module.css'
import { PercentInput } from '../../../ui/fields/percent-input.js'
import { useWord } from '../../../ui/use-word.js'
import { terms } from '../values.js'
import type { CustomerDraft } from './customer-draft.js'

interface RequisiteFieldsProps {
  readonly draft: CustomerDraft
  readonly change: (part: Partial<CustomerDraft>) => void
  readonly errorOf: (name: string) => string | undefined
  readonly opened: boolean
}

const languages = ['ru', 'kk', 'en'] as const

/** What the accountant needs, and how they pay: behind a fold, since the first call does not tell it. */
export function RequisiteFields({ draft, change, errorOf, opened }: RequisiteFieldsProps) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const [open, setOpen] = useState(opened)
  const text = (name: 'legalName' | 'website' | 'bankAccount' | 'bankBik' | 'kbe' | 'vatCertificate', wide = false) => (
    <TextInput
      className={wide ? (fields.wide ?? '') : ''}
      size="sm"
      label={t(`customers.facts.${name}`)}
      autoComplete="off"
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={errorOf(name)}
    />
  )
  if (!open)
    return (
      <button type="button" className={fields.more} onClick={() => setOpen(true)}>
        {t('customers.form.requisites')}
      </button>
    )
  return (
    <>
      <h3 className={fields.part}>{t('customers.form.requisites')}</h3>
      {text('legalName', true)}
      {text('bankAccount')}
      {text('bankBik')}
      {text('kbe')}
      {text('website')}
      <label className={fields.tick}>
        <Check checked={draft.vatPayer} onChange={(event) => change({ vatPayer: event.currentTarget.checked })} />
        {t('customers.facts.vatPayer')}
      </label>
      {draft.vatPayer ? text('vatCertificate') : <span />}
      <Select
        size="sm"
        allowDeselect={false}
        label={t('customers.facts.terms')}
        data={terms.map((value) => ({ value, label: word('paymentTerms', value) }))}
        value={draft.paymentTerms}
        disabled={!may('CUSTOMERS_CREDIT_MANAGE')}
        onChange={(paymentTerms) => change({ paymentTerms })}
        error={errorOf('paymentTerms')}
      />
      {draft.paymentTerms === 'PREPAYMENT' ? (
        <PercentInput
          label={t('customers.facts.prepayment')}
          value={draft.prepaymentPercent}
          onChange={(prepaymentPercent) => change({ prepaymentPercent })}
          error={errorOf('prepaymentPercent')}
        />
      ) : (
        <PercentInput
          label={t('customers.facts.discount')}
          value={draft.discountPercent}
          onChange={(discountPercent) => change({ discountPercent })}
          error={errorOf('discountPercent')}
        />
      )}
      <Select
        size="sm"
        allowDeselect={false}
        label={t('customers.facts.language')}
        data={languages.map((value) => ({ value, label: t(`customers.language.${value}`) }))}
        value={draft.preferredLanguage}
        onChange={(preferredLanguage) => change({ preferredLanguage })}
      />
    </>
  )
}
