import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTitle } from '../../lib/title.js'
import { orEverything } from '../../routes/begin-with.js'
import type { View } from '../../ui/list/column.js'
import type { Filter } from '../../ui/list/filter.js'
import { List } from '../../ui/list/list.js'
import { ListPage } from '../../ui/list/list-page.js'
import { useChoice } from '../../ui/list/use-choice.js'
import { statusesOf } from '../../ui/status-tones.js'
import { Empty } from '../../ui/states/empty.js'
import { BulkRepair } from './bulk-repair.js'
import type { DeliveryRow, Resolved } from './delivery-answer.js'
import { useDeliveryColumns } from './delivery-columns.js'
import { DeliveryPeek } from './delivery-peek.js'
import { Jobs } from './jobs.js'
import styles from './operations.module.css'
import { Parked } from './parked.js'

/** What was to follow and did not: parked steps, with the error in words and two ways out. */
export function Page() {
  const { t } = useTranslation()
  const choice = useChoice()
  const navigate = useNavigate({ from: '/operations' })
  const search = useSearch({ from: '/inside/operations' })
  const [resolved, setResolved] = useState<Resolved>()
  const columns = useDeliveryColumns()
  useTitle(t('operations.title'))
  const views: readonly View[] = [
    { key: 'parked', title: t('operations.views.parked'), search: { state: 'DEAD' } },
    { key: 'ready', title: t('operations.views.ready'), search: { state: 'READY' } },
    { key: 'skipped', title: t('operations.views.skipped'), search: { state: 'DISCARDED' } },
  ]
  const filters: readonly Filter[] = [
    choice('state', t('operations.list.state'), 'eventDelivery', statusesOf('eventDelivery')),
    { kind: 'text', key: 'consumer', title: t('operations.list.step') },
    { kind: 'text', key: 'event', title: t('operations.list.event') },
  ]
  const counts = resolved?.counts
  return (
    <ListPage
      title={t('operations.title')}
      lead={
        <>
          <Parked
            consumer={search.consumer}
            onConsumer={(consumer) => void navigate({ search: { state: 'DEAD', consumer }, replace: true })}
          />
          <Jobs />
          {counts && (
            <p className={styles.resolved} role="status">
              {t('operations.resolved', { done: counts['updated'] ?? 0, failed: counts['failed'] ?? 0 })}
            </p>
          )}
        </>
      }
    >
      <List<DeliveryRow, typeof search>
        name="operations"
        label={t('operations.steps')}
        path="/deliveries"
        columns={columns}
        filters={filters}
        views={views}
        search={search}
        onSearch={(next) => void navigate({ search: orEverything(next), replace: true })}
        onOpen={(row) => void navigate({ search: { ...search, peek: row.id }, replace: true })}
        peek={(id) => <DeliveryPeek key={id} id={id} />}
        peekLabel={(row) => row.consumerLabel}
        actions={(ids, clear) => <BulkRepair ids={ids} clear={clear} onResolved={setResolved} />}
        empty={<Empty>{t('operations.empty')}</Empty>}
      />
    </ListPage>
  )
}
