import { TextInput } from '@mantine/core'
import type { binState } from '@prometric/contracts/identity'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../../lib/api.js'
import { send } from '../../../lib/http.js'
import styles from '../guest.module.css'

interface StateNumberFieldProps {
  readonly label: string
  readonly value: string
  /** Only a BIN can be checked before it is sent; an IIN is checked with the rest. */
  readonly isBin: boolean
  readonly problem?: string | undefined
  onChange(value: string): void
}

/** A BIN or IIN: twelve digits, the check digit verified as soon as they are there. */
export function StateNumberField({ label, value, isBin, problem, onChange }: StateNumberFieldProps) {
  const { t } = useTranslation()
  const [whole] = useDebouncedValue(value, 250)
  const { data } = useQuery({
    queryKey: ['check-bin', whole],
    queryFn: async () =>
      (await send<Answered<typeof binState>>('/auth/check-bin', { method: 'POST', body: { bin: whole } })).data,
    enabled: isBin && whole.length === 12,
    staleTime: Infinity,
  })
  const isKnown = isBin && whole === value && value.length === 12 && data
  const said = isKnown && data.valid && <span className={styles.good}>{t('session.company.numberGood')}</span>
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      minLength={12}
      required
      value={value}
      onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ''))}
      description={said || t('session.company.numberHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={problem ?? (isKnown && !data.valid ? t('session.company.numberBad') : undefined)}
    />
  )
}
