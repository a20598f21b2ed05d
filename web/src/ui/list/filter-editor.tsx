import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../fields/date-input.js'
import { MoneyInput } from '../fields/money-input.js'
import { SearchSelect } from '../fields/search-select.js'
import type { ListSearch } from './column.js'
import type { Filter } from './filter.js'
import styles from './filters.module.css'
import { Check } from '../check.js'

interface FilterEditorProps {
  readonly filter: Filter
  readonly search: ListSearch
  readonly onChange: (change: ListSearch) => void
}

/** Sets one filter: boxes to tick, two days, two amounts, a record to find. */
export function FilterEditor({ filter, search, onChange }: FilterEditorProps) {
  const { t } = useTranslation()
  const value = search[filter.key]
  if (filter.kind === 'choice') return <Choice filter={filter} value={value} onChange={onChange} />
  if (filter.kind === 'days')
    return (
      <div className={styles.pair}>
        <DateInput
          label={t('ui.list.from')}
          value={search[filter.from] ?? null}
          onChange={(from) => onChange({ [filter.from]: from ?? undefined })}
        />
        <DateInput
          label={t('ui.list.to')}
          value={search[filter.to] ?? null}
          onChange={(to) => onChange({ [filter.to]: to ?? undefined })}
        />
      </div>
    )
  if (filter.kind === 'amounts')
    return (
      <div className={styles.pair}>
        <MoneyInput
          label={t('ui.list.from')}
          value={numberOf(search[filter.from])}
          onChange={(from) => onChange({ [filter.from]: from?.toString() })}
        />
        <MoneyInput
          label={t('ui.list.to')}
          value={numberOf(search[filter.to])}
          onChange={(to) => onChange({ [filter.to]: to?.toString() })}
        />
      </div>
    )
  if (filter.kind === 'record')
    return (
      <SearchSelect
        inside
        label={filter.title}
        path={filter.path}
        labelOf={filter.labelOf}
        value={value ?? null}
        onChange={(id) => onChange({ [filter.key]: id ?? undefined })}
      />
    )
  return (
    <TextInput
      size="sm"
      label={filter.title}
      defaultValue={value}
      onBlur={(event) => onChange({ [filter.key]: event.currentTarget.value || undefined })}
      onKeyDown={(event) => event.key === 'Enter' && onChange({ [filter.key]: event.currentTarget.value || undefined })}
    />
  )
}

const numberOf = (text: string | undefined): number | null => (text ? Number(text) : null)

interface ChoiceProps {
  readonly filter: Extract<Filter, { kind: 'choice' }>
  readonly value: string | undefined
  readonly onChange: (change: ListSearch) => void
}

function Choice({ filter, value, onChange }: ChoiceProps) {
  const chosen = value ? value.split(',') : []
  const toggle = (one: string) => {
    const next = filter.single ? [one] : chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]
    onChange({ [filter.key]: next.join(',') || undefined })
  }
  return (
    <fieldset className={styles.choice}>
      <legend>{filter.title}</legend>
      {filter.options.map((option) => (
        <label key={option.value}>
          <Check
            type={filter.single ? 'radio' : 'checkbox'}
            name={filter.key}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
