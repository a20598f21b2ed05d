import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../overlays/popover.js'
import styles from './filters.module.css'
import type { ChosenColumns } from './use-columns.js'
import { Check } from '../check.js'

/** Which columns are shown. */
export function ColumnChooser<Row>({ columns }: { readonly columns: ChosenColumns<Row> }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const free = columns.all.filter((column, index) => index > 0 && column.hideable !== false)
  if (free.length === 0) return null
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      button={
        <button
          type="button"
          className={styles.add}
          aria-label={t('ui.list.columns')}
          title={t('ui.list.columns')}
          onClick={() => setOpened(!opened)}
        >
          <IconColumns3 size={16} stroke={1.75} aria-hidden />
        </button>
      }
    >
      <fieldset className={styles.choice}>
        <legend>{t('ui.list.columns')}</legend>
        {free.map(({ key, title }) => (
          <label key={key}>
            <Check checked={columns.isShown(key)} onChange={() => columns.toggle(key)} />
            {title}
          </label>
        ))}
      </fieldset>
      <button type="button" className={styles.add} onClick={columns.reset}>
        {t('ui.list.usualColumns')}
      </button>
    </Popover>
  )
}
