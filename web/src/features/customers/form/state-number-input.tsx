import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../../lib/api.js'
import type { Customer } from '../customer-answer.js'

interface StateNumberInputProps {
  readonly of: Customer['type']
  readonly value: string
  readonly onChange: (value: string) => void
  /** What the server said when it was saved. */
  readonly error?: string | undefined
}

type Result = 'OK' | 'WARN_UNDECODABLE' | 'BAD_FORMAT' | 'BAD_CHECK_DIGIT' | 'BAD_STRUCTURE'
interface Checked {
  readonly valid: boolean
  readonly result: Result
  /** `19-04`: the year without its century. */
  readonly registeredMonth?: string
}

/** BIN of a company or IIN of a person: checked by the server as soon as it is whole, and told what is wrong with it. */
export function StateNumberInput({ of, value, onChange, error }: StateNumberInputProps) {
  const { t } = useTranslation()
  const [left, setLeft] = useState(false)
  const kind = of === 'COMPANY' ? 'bin' : 'iin'
  const { data } = useQuery({
    queryKey: [`/customers/validate/${kind}`, value],
    queryFn: ({ signal }) =>
      ask<Checked>(`/customers/validate/${kind}`, { method: 'POST', body: { [kind]: value }, signal }),
    enabled: value.length === 12,
    staleTime: Infinity,
  })
  const checked = data?.data
  const short = left && value !== '' && value.length < 12
  const wrong = checked && !checked.valid ? t(`customers.stateNumber.${checked.result}`) : undefined
  const right =
    checked?.result === 'WARN_UNDECODABLE'
      ? t('customers.stateNumber.WARN_UNDECODABLE')
      : checked?.registeredMonth
        ? t('customers.stateNumber.registered', { month: checked.registeredMonth.split('-').toReversed().join('.') })
        : checked?.valid
          ? t('customers.stateNumber.OK')
          : undefined
  return (
    <TextInput
      size="sm"
      label={t(`customers.stateNumber.${kind}`)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={16}
      value={value}
      onChange={(event) => {
        setLeft(false)
        onChange(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 12))
      }}
      onBlur={() => setLeft(true)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={wrong ? undefined : right}
      descriptionProps={{ role: 'status' }}
      error={wrong ?? (short ? t('customers.stateNumber.short', { count: value.length }) : error)}
      errorProps={{ role: 'alert' }}
    />
  )
}
