import { IconFilter2, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { late } from '../late.js'
import { Menu } from '../overlays/menu.js'
import { Popover } from '../overlays/popover.js'
import type { ListSearch } from './column.js'
import { FilterValue } from './filter-value.js'
import { type Filter, namesOf } from './filter.js'
import styles from './filters.module.css'

const FilterEditor = late(async () => (await import('./filter-editor.js')).FilterEditor)

interface FiltersProps {
  readonly filters: readonly Filter[]
  readonly search: ListSearch
  readonly onChange: (change: ListSearch) => void
}

/** Filters that are set, as chips to open or take away, and a way to set another. */
export function Filters({ filters, search, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string>()
  const isSet = (filter: Filter) => namesOf(filter).some((name) => search[name])
  const shown = filters.filter((filter) => isSet(filter) || filter.key === opened)
  const left = filters.filter((filter) => !shown.includes(filter))
  const add = (filter: Filter) => (filter.kind === 'flag' ? onChange({ [filter.key]: 'true' }) : setOpened(filter.key))
  return (
    <>
      {shown.map((filter) => (
        <Chip
          key={filter.key}
          filter={filter}
          search={search}
          set={isSet(filter)}
          opened={opened === filter.key}
          onOpened={(open) => setOpened(open ? filter.key : undefined)}
          onChange={onChange}
        />
      ))}
      {left.length > 0 && (
        <Menu
          position="bottom-start"
          button={
            <button type="button" className={styles.add}>
              <IconFilter2 size={15} stroke={1.75} aria-hidden />
              {t('ui.list.filter')}
            </button>
          }
        >
          {left.map((filter) => (
            <Menu.Item key={filter.key} onClick={() => add(filter)}>
              {filter.title}
            </Menu.Item>
          ))}
        </Menu>
      )}
    </>
  )
}

interface ChipProps {
  readonly filter: Filter
  readonly search: ListSearch
  readonly set: boolean
  readonly opened: boolean
  readonly onOpened: (open: boolean) => void
  readonly onChange: (change: ListSearch) => void
}

function Chip({ filter, search, set, opened, onOpened, onChange }: ChipProps) {
  const { t } = useTranslation()
  const clear = () => {
    onOpened(false)
    onChange(Object.fromEntries(namesOf(filter).map((name) => [name, undefined])))
  }
  return (
    <span className={styles.chip}>
      <Popover
        opened={opened}
        onChange={onOpened}
        position="bottom-start"
        button={
          <button type="button" className={styles.said} onClick={() => filter.kind !== 'flag' && onOpened(!opened)}>
            <span className={styles.title}>{filter.title}</span>
            {set && filter.kind !== 'flag' && (
              <span className={styles.value}>
                <FilterValue filter={filter} search={search} />
              </span>
            )}
          </button>
        }
      >
        <FilterEditor filter={filter} search={search} onChange={onChange} />
      </Popover>
      <button
        type="button"
        className={styles.clear}
        aria-label={t('ui.list.clearFilter', { title: filter.title })}
        onClick={clear}
      >
        <IconX size={13} aria-hidden />
      </button>
    </span>
  )
}
