import { TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../overlays/popover.js'
import { arrangementOf, type ListSearch, sameArrangement, type View } from './column.js'
import { useKept } from './use-kept.js'
import styles from './views.module.css'

interface ViewsProps {
  /** The list whose views these are. */
  readonly name: string
  readonly views: readonly View[]
  readonly search: ListSearch
  readonly onSearch: (search: ListSearch) => void
}

/** Arrangements as tabs: the whole list, those of the house, those that the person saved. */
export function Views({ name, views, search, onSearch }: ViewsProps) {
  const { t } = useTranslation()
  const [own, keep] = useKept<readonly View[]>(`${name}:views`, [])
  const everything: View = { key: '', title: t('ui.list.everything'), search: {} }
  const all = [everything, ...views, ...own]
  const current = all.find((view) => view.key === (search.view ?? '')) ?? everything
  const changed = !sameArrangement(search, current.search)
  const save = (title: string) => {
    const view = { key: crypto.randomUUID().slice(0, 8), title, search: arrangementOf(search) }
    keep([...own, view])
    onSearch({ ...view.search, view: view.key })
  }
  const forget = (view: View) => {
    keep(own.filter((one) => one.key !== view.key))
    onSearch({})
  }
  return (
    <div className={styles.views} role="group" aria-label={t('ui.list.views')}>
      {all.map((view) => (
        <span key={view.key} className={styles.tab} data-on={view === current || undefined}>
          <button
            type="button"
            aria-pressed={view === current}
            onClick={() => onSearch({ ...view.search, view: view.key || undefined })}
          >
            {view.title}
            {view === current && changed && <span className={styles.dot} title={t('ui.list.changed')} />}
          </button>
          {view === current && own.includes(view) && (
            <button
              type="button"
              className={styles.forget}
              aria-label={t('ui.list.forget', { title: view.title })}
              onClick={() => forget(view)}
            >
              <IconX size={12} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {changed && <Save onSave={save} />}
    </div>
  )
}

function Save({ onSave }: { readonly onSave: (title: string) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    const title = event.currentTarget.value.trim()
    if (event.key !== 'Enter' || !title) return
    onSave(title)
    setOpen(false)
  }
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      button={
        <button type="button" className={styles.save} onClick={() => setOpen(!open)}>
          <IconPlus size={14} aria-hidden />
          {t('ui.list.saveView')}
        </button>
      }
    >
      <TextInput data-autofocus size="sm" label={t('ui.list.viewName')} onKeyDown={enter} />
    </Popover>
  )
}
