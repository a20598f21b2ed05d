import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './peek.module.css'

interface PeekProps {
  readonly label: string
  readonly children: ReactNode
  /** A link or button that opens the page itself. */
  readonly open?: ReactNode
  close(): void
}

/** A row looked at without leaving the list: beside it on a desk, over it where there is no room. */
export function Peek({ label, children, open, close }: PeekProps) {
  const { t } = useTranslation()
  const beside = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false })
  if (!beside)
    return (
      <Drawer
        opened
        onClose={close}
        position="right"
        size="min(480px, 100%)"
        title={label}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {children}
        {open && <div className={styles.foot}>{open}</div>}
      </Drawer>
    )
  return (
    <aside className={styles.peek} aria-label={label}>
      <header className={styles.head}>
        <span className={styles.title}>{label}</span>
        {open}
        <button type="button" className={styles.close} aria-label={t('ui.close')} onClick={close}>
          <IconX size={15} aria-hidden />
        </button>
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  )
}
