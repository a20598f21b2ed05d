import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../../lib/api.js'
import { DocumentLink } from '../../../ui/document-link.js'
import { Holds } from '../../../ui/document-page/holds.js'
import { MoneyBlock } from '../../../ui/document-page/money-block.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { Problem } from '../../../ui/states/problem.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import { cardPath, type OrderCard } from '../order-answer.js'
import { openHolds } from '../order-facts.js'
import { LineSupply } from '../page/line-supply.js'
import { OrderProgress } from '../page/order-progress.js'
import styles from './order-peek.module.css'

/** An order at a glance: how far it is, why it waits, where its goods are. */
export function OrderPeek({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data: order, error, refetch } = useAnswer<OrderCard>(cardPath(id))
  if (error && !order) return <Problem error={error} retry={() => void refetch()} />
  if (!order) return <Skeleton shape="lines" />
  return (
    <div className={styles.peek}>
      <div className={styles.head}>
        <span className={styles.party}>{order.customerName}</span>
        <DocumentLink type="order" id={order.id} number={order.orderNumber} />
        <StatusBadge of="order" status={order.status} />
      </div>
      <OrderProgress order={order} />
      <Holds
        holds={openHolds(order).map(({ id: holdId, sentence, placedAt, releasedBy }) => ({
          id: holdId,
          reason: sentence,
          since: placedAt,
          wayOut: releasedBy,
        }))}
      />
      <ul className={styles.lines} aria-label={t('ui.document.lines')}>
        {order.items.map((item) => (
          <li key={item.id}>
            <span>{item.productName}</span>
            <LineSupply item={item} papers={[]} />
          </li>
        ))}
      </ul>
      <MoneyBlock
        subtotal={order.subtotal + order.shippingCost}
        vat={order.taxAmount}
        total={order.totalAmount}
        paid={order.paidAmount}
      />
    </div>
  )
}
