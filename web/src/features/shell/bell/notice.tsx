import { ActionIcon } from '@mantine/core'
import type { NotificationRow } from '@prometric/contracts/notifications'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../../ui/moment.js'
import type { Tone } from '../../../theme/tokens.js'
import { ToneMark } from '../../../ui/tone-mark.js'
import styles from './bell.module.css'

const tones: Readonly<Record<NotificationRow['type'], Tone>> = {
  INFO: 'info',
  SUCCESS: 'success',
  WARNING: 'warning',
  ERROR: 'danger',
}

interface NoticeProps {
  readonly notice: NotificationRow
  onRead(): void
  onLeave(): void
}

export function Notice({ notice, onRead, onLeave }: NoticeProps) {
  const { t } = useTranslation()
  const follow = () => {
    onRead()
    onLeave()
  }
  return (
    <li className={styles.notice} data-unread={!notice.isRead || undefined}>
      <ToneMark tone={tones[notice.type]} size={14} />
      <div className={styles.told}>
        {notice.link ? (
          <Link to={notice.link} className={styles.title} onClick={follow}>
            {notice.title}
          </Link>
        ) : (
          <span className={styles.title}>{notice.title}</span>
        )}
        {notice.message && <p className={styles.message}>{notice.message}</p>}
        <p className={styles.when}>
          <Moment value={notice.createdAt} />
        </p>
      </div>
      {!notice.isRead && (
        <ActionIcon
          size="sm"
          title={t('shell.bell.read')}
          aria-label={`${t('shell.bell.read')}: ${notice.title}`}
          onClick={onRead}
        >
          <IconCheck size={15} stroke={1.5} />
        </ActionIcon>
      )}
    </li>
  )
}
