import { useTranslation } from 'react-i18next'
import { useMay } from '../../../lib/may.js'
import { Day } from '../../../ui/day.js'
import { CauseLine } from '../../../ui/document-page/cause-line.js'
import { DocumentHeader } from '../../../ui/document-page/document-header.js'
import { Badge, StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import { Party } from '../../papers/party.js'
import type { OrderCard } from '../order-answer.js'
import { isEnded } from '../order-facts.js'
import { type Asked, type Deed, OrderActions, rarerActions, RarerItems } from './order-actions.js'

interface OrderHeadProps {
  readonly order: OrderCard
  readonly cause: { readonly sentence: string; readonly by: string | null; readonly at: string } | undefined
  readonly busy: Deed | undefined
  readonly ask: (what: Asked) => void
  readonly run: (deed: Deed) => void
}

/** What it is, whose, when it is promised, why it exists, what may be done now. */
export function OrderHead({ order, cause, ...does }: OrderHeadProps) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const rarer = rarerActions({ order, ...does }, may)
  const { orderNumber, status, orderDate, promisedDate, paymentStatus, isUrgent } = order
  const showStory = () => document.getElementById('story')?.scrollIntoView({ behavior: 'smooth', block: 'start' })
  return (
    <DocumentHeader
      kind={word('document', 'order')}
      number={orderNumber}
      of="order"
      status={status}
      party={<Party id={order.customerId} name={order.customerName} />}
      facts={[
        { label: t('orders.head.date'), value: <Day value={orderDate} /> },
        ...(promisedDate !== null && !isEnded(order)
          ? [
              {
                label: t('orders.head.promised'),
                value: <Day value={promisedDate} due={status !== 'DELIVERED'} relative />,
              },
            ]
          : []),
        { label: t('orders.head.payment'), value: <StatusBadge plain of="orderPayment" status={paymentStatus} /> },
        ...(isUrgent ? [{ label: '', value: <Badge tone="warning">{word('priority', 'URGENT')}</Badge> }] : []),
      ]}
      {...(cause && {
        cause: (
          <CauseLine by={cause.by} at={cause.at} onClick={showStory}>
            {cause.sentence}
          </CauseLine>
        ),
      })}
      actions={<OrderActions order={order} {...does} />}
      {...(rarer.length > 0 && { more: <RarerItems items={rarer} /> })}
    />
  )
}
