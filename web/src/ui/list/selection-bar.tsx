import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './selection-bar.module.css'

interface SelectionBarProps {
  readonly count: number
  readonly children: ReactNode
  clear(): void
}

/** What can be done to the chosen rows; floats at the bottom while some are chosen. */
export function SelectionBar({ count, children, clear }: SelectionBarProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('ui.list.selected', { count })}>
      <span className={styles.count} aria-live="polite">
        {t('ui.list.selected', { count })}
      </span>
      {children}
      <ActionIcon size="sm" aria-label={t('ui.list.clearSelection')} onClick={clear}>
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  )
}
