import { ActionIcon } from '@mantine/core'
import type { unreadCount } from '@prometric/contracts/notifications'
import { IconBell } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answered, useAnswer } from '../../../lib/api.js'
import { late } from '../../../ui/late.js'
import { Popover } from '../../../ui/overlays/popover.js'
import styles from './bell.module.css'

const Notices = late(async () => (await import('./notices.js')).Notices)

/** What the person was told: how much is new, and the list when they look. */
export function Bell() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { data } = useAnswer<Answered<typeof unreadCount>>('/notifications/unread-count', { staleMs: 60_000 })
  const count = data?.unreadCount ?? 0
  const label = count > 0 ? t('shell.bell.openUnread', { count }) : t('shell.bell.open')
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={380}
      className={styles.dropdown}
      button={
        <ActionIcon aria-label={label} onClick={() => setOpen(!isOpen)} className={styles.bell}>
          <IconBell size={18} stroke={1.5} />
          {count > 0 && (
            <span className={styles.count} aria-hidden>
              {count > 99 ? '99+' : count}
            </span>
          )}
        </ActionIcon>
      }
    >
      <Notices hasUnread={count > 0} onLeave={() => setOpen(false)} />
    </Popover>
  )
}
