import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer, useRows, withQuery } from '../../lib/api.js'

type Found = Readonly<Record<string, unknown>>

interface SearchSelectProps<Row extends Found> {
  readonly label: string
  /** The list that is searched: `/customers`. */
  readonly path: string
  /** What always narrows it. */
  readonly only?: Readonly<Record<string, string>>
  readonly labelOf: (row: Row) => string
  /** Beside the name in the list: a number, what is in stock. */
  readonly asideOf?: (row: Row) => ReactNode
  readonly value: string | null
  readonly onChange: (id: string | null, row: Row | undefined) => void
  readonly error?: string | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  readonly placeholder?: string
  /** In a dialog: where one begins to type. */
  readonly first?: boolean
  /** Stands in something that closes when one clicks outside: its list opens inside too. */
  readonly inside?: boolean
}

/** Finds a record of the API by words and keeps its id. */
export function SearchSelect<Row extends Found>(props: SearchSelectProps<Row>) {
  const {
    path,
    only,
    labelOf,
    asideOf,
    value,
    onChange,
    label,
    error,
    required,
    disabled,
    placeholder,
    inside = false,
    first,
  } = props
  const { t } = useTranslation()
  const [words, setWords] = useState<string>()
  const [asked] = useDebouncedValue(words ?? '', 200)
  const combobox = useCombobox({ onDropdownClose: () => setWords(undefined) })
  const found = useRows<Row>(withQuery(path, { ...only, search: asked, limit: 20 }), {
    enabled: combobox.dropdownOpened,
    keep: true,
  })
  const chosen = useAnswer<Row>(`${path}/${value ?? ''}`, { enabled: value !== null })
  const rows = found.data?.data ?? []
  const idOf = (row: Row) => String(row['id'])
  const choose = (id: string) => {
    onChange(
      id,
      rows.find((row) => idOf(row) === id),
    )
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={!inside}>
      <Combobox.Target>
        <TextInput
          size="sm"
          {...(first && { 'data-autofocus': true })}
          label={label}
          error={error}
          required={required ?? false}
          disabled={disabled ?? false}
          placeholder={placeholder ?? t('ui.find')}
          value={words ?? (value && chosen.data ? labelOf(chosen.data) : '')}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          rightSection={
            found.isFetching ? (
              <Loader size={14} />
            ) : value && !required ? (
              <CloseButton size="sm" aria-label={t('ui.clear')} onClick={() => onChange(null, undefined)} />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
          {rows.map((row) => (
            <Combobox.Option key={idOf(row)} value={idOf(row)} active={idOf(row) === value}>
              <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
                <span>{labelOf(row)}</span>
                {asideOf && <span style={{ color: 'var(--quiet)' }}>{asideOf(row)}</span>}
              </span>
            </Combobox.Option>
          ))}
          {rows.length === 0 && (
            <Combobox.Empty>{found.isFetching ? t('ui.loading') : t('ui.list.nothing')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
