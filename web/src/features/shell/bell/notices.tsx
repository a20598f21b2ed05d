import { Button } from '@mantine/core'
import type { NotificationRow } from '@prometric/contracts/notifications'
import { useTranslation } from 'react-i18next'
import { useCommand, useRows } from '../../../lib/api.js'
import { Empty } from '../../../ui/states/empty.js'
import { Problem } from '../../../ui/states/problem.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import styles from './bell.module.css'
import { Notice } from './notice.js'

interface NoticesProps {
  readonly hasUnread: boolean
  onLeave(): void
}

/** The last thirty things the person was told. Following one marks it read. */
export function Notices({ hasUnread, onLeave }: NoticesProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useRows<NotificationRow>('/notifications?limit=30', { staleMs: 0 })
  const readAll = useCommand({ path: '/notifications/mark-all-read', touches: ['/notifications'] })
  const readOne = useCommand<{ ids: string[] }>({
    path: '/notifications/mark-read',
    body: (given) => given,
    touches: ['/notifications'],
  })
  return (
    <section aria-label={t('shell.bell.open')} className={styles.notices}>
      <header className={styles.head}>
        <h2>{t('shell.bell.open')}</h2>
        {hasUnread && (
          <Button variant="subtle" size="compact-sm" loading={readAll.isPending} onClick={() => readAll.mutate()}>
            {t('shell.bell.readAll')}
          </Button>
        )}
      </header>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton shape="lines" rows={6} />}
      {data?.data.length === 0 && <Empty>{t('shell.bell.empty')}</Empty>}
      <ul className={styles.list}>
        {data?.data.map((notice) => (
          <Notice
            key={notice.id}
            notice={notice}
            onLeave={onLeave}
            onRead={() => !notice.isRead && readOne.mutate({ ids: [notice.id] })}
          />
        ))}
      </ul>
    </section>
  )
}
