import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { useLiveSubject } from '../../lib/realtime.js'
import { useTitle } from '../../lib/title.js'
import { Day } from '../../ui/day.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { GoodsTable } from '../../ui/document-page/goods-table.js'
import { late } from '../../ui/late.js'
import { Money } from '../../ui/money.js'
import { Quantity } from '../../ui/quantity.js'
import { SectionHeader } from '../../ui/section-header.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { OrderCause } from '../papers/order-cause.js'
import { paperSides } from '../papers/paper-sides.js'
import { closed, leftOf, type RequisitionCard, requisitionPath } from './purchasing-answer.js'
import styles from './purchasing.module.css'

const ReceiveDialog = late(async () => (await import('./receive-dialog.js')).ReceiveDialog)

/** What is wanted from a supplier, and what of it has come. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = useParams({ from: '/inside/purchasing/$id' })
  const { tab } = useSearch({ from: '/inside/purchasing/$id' })
  const navigate = useNavigate({ from: '/purchasing/$id' })
  const [receiving, setReceiving] = useState(false)
  const { data: wanted, error, refetch } = useAnswer<RequisitionCard>(`${requisitionPath}/${id}?include=lines`)
  useTitle(wanted?.requisitionNumber)
  useLiveSubject('order', wanted?.orderId ?? undefined)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!wanted) return <Skeleton shape="document" />
  const { status, orderId } = wanted
  const lines = wanted.lines.map((line) => ({ ...line, name: line.productName, under: line.productCode }))
  const comes = !closed.has(status) && wanted.lines.some((line) => !closed.has(line.status) && leftOf(line) > 0)
  return (
    <>
      <DocumentPage
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        header={
          <DocumentHeader
            kind={t('purchasing.kind')}
            number={wanted.requisitionNumber}
            of="requisition"
            status={status}
            party={wanted.supplierName}
            facts={[
              { label: t('purchasing.required'), value: <Day value={wanted.requiredBy} due={comes} /> },
              { label: t('purchasing.cost'), value: <Money value={wanted.estimatedCost} /> },
            ]}
            cause={
              <OrderCause orderId={orderId} at={wanted.createdAt}>
                {t(`purchasing.causes.${wanted.source}`, { order: wanted.orderNumber ?? '' })}
              </OrderCause>
            }
            actions={
              comes &&
              may('INVENTORY_MANAGE') && <Button onClick={() => setReceiving(true)}>{t('purchasing.receive')}</Button>
            }
          />
        }
        sides={paperSides(t('purchasing.papers'), orderId, id)}
      >
        {wanted.rejectReason && (
          <p className={styles.rejected}>{`${t('purchasing.rejectReason')}: ${wanted.rejectReason}`}</p>
        )}
        <section aria-label={t('purchasing.lines')}>
          <SectionHeader title={t('purchasing.lines')} count={lines.length} />
          <GoodsTable
            label={t('purchasing.lines')}
            nameTitle={t('purchasing.product')}
            lines={lines}
            columns={[
              {
                key: 'quantity',
                title: t('purchasing.quantity'),
                cell: (line) => <Quantity value={line.quantity} unit={line.unit} />,
              },
              {
                key: 'received',
                title: t('purchasing.received'),
                cell: (line) => <Quantity value={line.receivedQuantity} unit={line.unit} />,
              },
              {
                key: 'price',
                title: t('purchasing.price'),
                cell: (line) => <Money value={line.estimatedPrice} price />,
              },
            ]}
          />
        </section>
      </DocumentPage>
      {receiving && <ReceiveDialog wanted={wanted} onClose={() => setReceiving(false)} />}
    </>
  )
}
