import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer, useCommand } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { useLiveSubject } from '../../lib/realtime.js'
import { useTitle } from '../../lib/title.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { late } from '../../ui/late.js'
import { Moment } from '../../ui/moment.js'
import { SectionHeader } from '../../ui/section-header.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { OrderCause } from '../papers/order-cause.js'
import { paperSides } from '../papers/paper-sides.js'
import { PickLine } from './pick-line.js'
import { PickList } from './pick-list.js'
import { type PickingCard, pickingPath, touchedByPicking } from './picking-answer.js'
import styles from './picking.module.css'

const ShipDialog = late(async () => (await import('../orders/dialogs/ship-dialog.js')).ShipDialog)

const open: ReadonlySet<string> = new Set(['DRAFT', 'ASSIGNED'])
const shippable: ReadonlySet<string> = new Set(['CONFIRMED', 'PROCESSING', 'READY'])

/** A list to go to the shelves with: started, gathered, completed, and then the goods leave. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = useParams({ from: '/inside/picking/$id' })
  const { tab } = useSearch({ from: '/inside/picking/$id' })
  const navigate = useNavigate({ from: '/picking/$id' })
  const [shipping, setShipping] = useState(false)
  const { data: picking, error, refetch } = useAnswer<PickingCard>(`${pickingPath}/${id}`)
  const start = useCommand({ path: `${pickingPath}/${id}/start`, touches: touchedByPicking })
  useTitle(picking?.pickingNumber)
  useLiveSubject('order', picking?.orderId)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!picking) return <Skeleton shape="document" />
  const { status, orderId, orderNumber, lines } = picking
  const mayPick = may('INVENTORY_MANAGE')
  const mayShip = status === 'COMPLETED' && may('ORDERS_FULFILL') && shippable.has(picking.orderStatus)
  return (
    <>
      <DocumentPage
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        header={
          <DocumentHeader
            kind={t('warehouse.kind')}
            number={picking.pickingNumber}
            of="picking"
            status={status}
            party={picking.customerName}
            facts={[
              { label: t('warehouse.place'), value: picking.warehouseName },
              ...(picking.completedAt
                ? [{ label: t('warehouse.finished'), value: <Moment value={picking.completedAt} /> }]
                : []),
            ]}
            cause={
              <OrderCause orderId={orderId} at={picking.createdAt}>
                {t('warehouse.cause', { order: orderNumber })}
              </OrderCause>
            }
            actions={
              mayPick &&
              open.has(status) && (
                <Button loading={start.isPending} onClick={() => start.mutate()}>
                  {t('warehouse.start')}
                </Button>
              )
            }
          />
        }
        sides={paperSides(t('warehouse.papers'), orderId, id)}
      >
        {start.error && <Refusal error={start.error} />}
        {mayShip && (
          <div className={styles.next}>
            <span>{t('warehouse.next', { order: orderNumber })}</span>
            <Button onClick={() => setShipping(true)}>{t('warehouse.ship')}</Button>
          </div>
        )}
        {mayPick && status === 'IN_PROGRESS' ? (
          <PickList key={id} picking={picking} />
        ) : (
          <section aria-label={t('warehouse.lines')}>
            <SectionHeader title={t('warehouse.lines')} count={lines.length} />
            <ul className={styles.lines}>
              {lines.map((line) => (
                <PickLine key={line.id} line={line} gathered={line.pickedQuantity} />
              ))}
            </ul>
          </section>
        )}
      </DocumentPage>
      {shipping && <ShipDialog order={{ id: orderId, orderNumber }} onClose={() => setShipping(false)} />}
    </>
  )
}
