import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { dayOf } from '../../lib/format.js'
import { useMay } from '../../lib/may.js'
import { useLiveSubject } from '../../lib/realtime.js'
import { useTimezone } from '../../lib/session.js'
import { useTitle } from '../../lib/title.js'
import { Day } from '../../ui/day.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { Quantity } from '../../ui/quantity.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { OrderCause } from '../papers/order-cause.js'
import { paperSides } from '../papers/paper-sides.js'
import { Party } from '../papers/party.js'
import { Cost } from './cost.js'
import { Materials } from './materials.js'
import { type ProductionCard, productionPath } from './production-answer.js'
import { useSteps } from './use-steps.js'

const over: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELLED', 'FAILED'])

/** One thing the workshop makes: for whom, out of what, by when, at what cost. */
export function Page() {
  const { id } = useParams({ from: '/inside/production/$id' })
  const { data: order, error, refetch } = useAnswer<ProductionCard>(`${productionPath}/${id}?include=materials`)
  useTitle(order?.orderNumber)
  useLiveSubject('production_order', id)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  return order ? <ProductionOrder order={order} /> : <Skeleton shape="document" />
}

function ProductionOrder({ order }: { readonly order: ProductionCard }) {
  const { t } = useTranslation()
  const may = useMay()
  const zone = useTimezone()
  const { tab } = useSearch({ from: '/inside/production/$id' })
  const navigate = useNavigate({ from: '/production/$id' })
  const steps = useSteps(order)
  const { id, status, salesOrderId } = order
  return (
    <>
      <DocumentPage
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        header={
          <DocumentHeader
            kind={t('production.kind')}
            number={order.orderNumber}
            title={order.productName}
            of="production"
            status={status}
            party={<Party id={order.customerId} name={order.customerName} />}
            facts={[
              {
                label: t('production.quantity'),
                value: <Quantity value={order.quantity} unit={order.unitOfMeasure} strong />,
              },
              {
                label: t('production.due'),
                value: <Day value={dayOf(order.dueDate, zone)} due={!over.has(status)} />,
              },
              ...(order.actualStart
                ? [{ label: t('production.started'), value: <Day value={dayOf(order.actualStart, zone)} /> }]
                : []),
              ...(order.actualEnd
                ? [{ label: t('production.ended'), value: <Day value={dayOf(order.actualEnd, zone)} /> }]
                : []),
              ...(order.bomVersion ? [{ label: t('production.bom'), value: order.bomVersion }] : []),
            ]}
            cause={
              <OrderCause orderId={salesOrderId} at={order.createdAt}>
                {salesOrderId ? t('production.cause', { order: order.salesOrderNumber }) : t('production.causeStock')}
              </OrderCause>
            }
            actions={steps.actions}
            more={steps.more}
          />
        }
        sides={[
          ...(may('COST_VIEW') ? [{ key: 'cost', title: t('production.cost'), content: <Cost order={order} /> }] : []),
          ...paperSides(t('production.papers'), salesOrderId, id),
        ]}
      >
        {steps.error !== null && <Refusal error={steps.error} />}
        <Materials order={order} />
        {order.notes && <p>{order.notes}</p>}
      </DocumentPage>
      {steps.dialog}
    </>
  )
}
