import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer, useRows, withQuery } from '../../lib/api.js'
import { useTitle } from '../../lib/title.js'
import { ListPage } from '../../ui/list/list-page.js'
import { Empty } from '../../ui/states/empty.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { type Approval, viewOf, views, type ViewKey } from './approval-answer.js'
import { ApprovalCard } from './approval-card.js'
import styles from './approvals.module.css'

/** What waits for a word of mine, what I asked others for, and what was decided. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/approvals' })
  const search = useSearch({ from: '/inside/approvals' })
  const view = viewOf(search.view)
  const { data, error, refetch, isPlaceholderData } = useRows<Approval>(
    withQuery('/approvals', { ...views[view], include: 'steps', limit: 100 }),
    { keep: true },
  )
  const peeked = useAnswer<Approval>(`/approvals/${search.peek ?? ''}?include=steps`, {
    enabled: search.peek !== undefined,
  })
  useTitle(t('approvals.title'))
  const rows = data?.data.filter(({ id }) => id !== peeked.data?.id) ?? []
  return (
    <ListPage
      title={t('approvals.title')}
      lead={
        <SegmentedControl
          size="xs"
          className={styles.views ?? ''}
          aria-label={t('approvals.views.label')}
          value={view}
          onChange={(key) => void navigate({ search: { view: key === 'mine' ? undefined : key }, replace: true })}
          data={(Object.keys(views) as ViewKey[]).map((key) => ({ value: key, label: t(`approvals.views.${key}`) }))}
        />
      }
    >
      {error && !data ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton shape="lines" rows={6} />
      ) : (
        <div className={styles.inbox} data-stale={isPlaceholderData || undefined}>
          {search.peek && peeked.error && <Problem error={peeked.error} />}
          {peeked.data && <ApprovalCard approval={peeked.data} lit />}
          {rows.map((approval) => (
            <ApprovalCard key={approval.id} approval={approval} />
          ))}
          {rows.length === 0 && !peeked.data && <Empty>{t(`approvals.empty.${view}`)}</Empty>}
        </div>
      )}
    </ListPage>
  )
}
