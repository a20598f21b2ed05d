import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressLine } from '../../lib/address.js'
import { useAnswer, useCommand } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { useLiveSubject } from '../../lib/realtime.js'
import { useTitle } from '../../lib/title.js'
import { Day } from '../../ui/day.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { late } from '../../ui/late.js'
import { Menu } from '../../ui/overlays/menu.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { OrderCause } from '../papers/order-cause.js'
import { paperSides } from '../papers/paper-sides.js'
import { Party } from '../papers/party.js'
import { type DeliveryCard, deliveryPath, touchedByMoving } from './delivery-answer.js'
import { DeliveryLines } from './delivery-lines.js'
import { Trip } from './trip.js'

const ShipDialog = late(async () => (await import('../orders/dialogs/ship-dialog.js')).ShipDialog)
const CompleteDialog = late(async () => (await import('./complete-dialog.js')).CompleteDialog)
const FailDialog = late(async () => (await import('./fail-dialog.js')).FailDialog)

const ahead: ReadonlySet<string> = new Set(['PLANNED', 'ASSIGNED', 'LOADING'])
const shippable: ReadonlySet<string> = new Set(['CONFIRMED', 'PROCESSING', 'READY'])

/** One trip to one customer: the goods leave, arrive, or come back. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = useParams({ from: '/inside/deliveries/$id' })
  const { tab } = useSearch({ from: '/inside/deliveries/$id' })
  const navigate = useNavigate({ from: '/deliveries/$id' })
  const [dialog, setDialog] = useState<'ship' | 'complete' | 'fail'>()
  const { data: delivery, error, refetch } = useAnswer<DeliveryCard>(`${deliveryPath}/${id}?include=lines`)
  const start = useCommand({ path: `${deliveryPath}/${id}/start`, touches: touchedByMoving })
  useTitle(delivery?.deliveryNumber)
  useLiveSubject('order', delivery?.sourceOrderId)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!delivery) return <Skeleton shape="document" />
  const { status, sourceOrderId: orderId, shipmentId } = delivery
  const orderNumber = delivery.orderNumber ?? ''
  const close = () => setDialog(undefined)
  const mayMove = may('LOGISTICS_MANAGE')
  const mayShip = may('ORDERS_FULFILL') && !shipmentId && ahead.has(status) && shippable.has(delivery.orderStatus ?? '')
  return (
    <>
      <DocumentPage
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        header={
          <DocumentHeader
            kind={t('deliveries.kind')}
            number={delivery.deliveryNumber}
            of="delivery"
            status={status}
            party={<Party id={delivery.customerId} name={delivery.customerName} />}
            facts={[
              {
                label: t('deliveries.scheduled'),
                value: <Day value={delivery.scheduledDate} due={ahead.has(status) || status === 'IN_TRANSIT'} />,
              },
              {
                label: t('deliveries.address'),
                value: addressLine(delivery.deliveryAddress) || t('deliveries.noAddress'),
              },
            ]}
            cause={
              <OrderCause orderId={orderId} at={delivery.createdAt}>
                {t('deliveries.cause', { order: orderNumber })}
              </OrderCause>
            }
            actions={
              <>
                {mayShip && <Button onClick={() => setDialog('ship')}>{t('deliveries.ship')}</Button>}
                {mayMove && shipmentId && ahead.has(status) && (
                  <Button loading={start.isPending} onClick={() => start.mutate()}>
                    {t('deliveries.start')}
                  </Button>
                )}
                {mayMove && status === 'IN_TRANSIT' && (
                  <Button onClick={() => setDialog('complete')}>{t('deliveries.complete')}</Button>
                )}
              </>
            }
            more={
              mayMove &&
              status === 'IN_TRANSIT' && (
                <Menu.Item color="danger" onClick={() => setDialog('fail')}>
                  {t('deliveries.fail')}
                </Menu.Item>
              )
            }
          />
        }
        sides={[
          { key: 'trip', title: t('deliveries.trip'), content: <Trip delivery={delivery} /> },
          ...paperSides(t('deliveries.papers'), orderId, id),
        ]}
      >
        {start.error && <Refusal error={start.error} />}
        <DeliveryLines delivery={delivery} />
      </DocumentPage>
      {dialog === 'ship' && <ShipDialog order={{ id: orderId, orderNumber }} onClose={close} />}
      {dialog === 'complete' && <CompleteDialog delivery={delivery} onClose={close} />}
      {dialog === 'fail' && <FailDialog delivery={delivery} onClose={close} />}
    </>
  )
}
