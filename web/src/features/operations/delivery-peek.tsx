import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { DocumentLink } from '../../ui/document-link.js'
import { type Fact, Facts } from '../../ui/document-page/facts.js'
import { late } from '../../ui/late.js'
import { Moment } from '../../ui/moment.js'
import { Person } from '../../ui/person.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { type DeliveryCard, deliveryPath } from './delivery-answer.js'
import styles from './operations.module.css'
import { useRetry } from './use-retry.js'

const SkipDialog = late(async () => (await import('./skip-dialog.js')).SkipDialog)

/** A step that was to follow an event: what went wrong to the last line, and what may be done about it. */
export function DeliveryPeek({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const [skipping, setSkipping] = useState(false)
  const { data, error, refetch } = useAnswer<DeliveryCard>(deliveryPath(id))
  const retry = useRetry()
  if (error && !data) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton shape="lines" />
  const failed = retry.data?.items.find(({ error: why }) => why)?.error
  return (
    <div className={styles.peek}>
      <div className={styles.head}>
        <span className={styles.step}>{data.consumerLabel}</span>
        <StatusBadge of="eventDelivery" status={data.state} />
      </div>
      <p className={styles.event}>{data.eventLabel}</p>
      {data.lastError && <p className={styles.error}>{data.lastError}</p>}
      <div className={styles.buttons}>
        {data.canRetry && (
          <Button loading={retry.isPending} onClick={() => retry.mutate({ ids: [id] })}>
            {t('operations.retry')}
          </Button>
        )}
        {data.canSkip && (
          <Button variant="default" onClick={() => setSkipping(true)}>
            {t('operations.skipVerb')}
          </Button>
        )}
      </div>
      <Refusal error={retry.error} />
      {failed && <p className={styles.error}>{failed.message}</p>}
      <DeliveryFacts data={data} />
      {data.errorText && (
        <details className={styles.details}>
          <summary>{t('operations.errorText')}</summary>
          <pre tabIndex={0}>{data.errorText}</pre>
        </details>
      )}
      {skipping && <SkipDialog ids={[id]} about={data.consumerLabel} onClose={() => setSkipping(false)} />}
    </div>
  )
}

/** What is known of it; what is not takes no room. */
function DeliveryFacts({ data }: { readonly data: DeliveryCard }) {
  const { t } = useTranslation()
  const { document, orderId, dealId, attempts, since, nextAt, waitsFor, resolvedBy, resolveReason, errorCode } = data
  const facts: ReadonlyArray<Fact | false> = [
    document !== null && { label: t('operations.list.document'), value: <DocumentLink {...document} /> },
    orderId !== null &&
      orderId !== document?.id && {
        label: t('operations.order'),
        value: <DocumentLink type="order" id={orderId} number={null} />,
      },
    dealId !== null &&
      dealId !== document?.id && {
        label: t('operations.deal'),
        value: <DocumentLink type="deal" id={dealId} number={null} />,
      },
    { label: t('operations.list.attempts'), value: attempts },
    { label: t('operations.list.since'), value: <Moment value={since} /> },
    nextAt !== null && { label: t('operations.nextAt'), value: <Moment value={nextAt} /> },
    waitsFor !== null && { label: t('operations.waitsFor'), value: t('operations.earlier') },
    errorCode !== null && { label: t('operations.code'), value: errorCode },
    resolvedBy !== null && { label: t('operations.resolvedBy'), value: <Person name={resolvedBy.name} /> },
    resolveReason !== null && { label: t('ui.dialog.reason'), value: resolveReason },
  ]
  return <Facts facts={facts.filter((fact) => fact !== false)} />
}
