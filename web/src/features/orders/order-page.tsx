import type { Chain } from '@prometric/contracts/chains'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { day } from '../../lib/format.js'
import { useLiveSubject } from '../../lib/realtime.js'
import { useTitle } from '../../lib/title.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { useWord } from '../../ui/use-word.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { ChainList } from './chain/chain-list.js'
import { Documents } from './documents.js'
import type { OrderCard } from './order-answer.js'
import { OrderLines } from './order-lines.js'
import { OrderMoney } from './order-money.js'
import styles from './order.module.css'

/** An order: what was sold, the papers that exist because of it, and how they came to be. */
export function Page() {
  const { id } = useParams({ from: '/work/orders/$id' })
  const { t } = useTranslation()
  const word = useWord()
  const { data: order, error, refetch } = useAnswer<OrderCard>(`/orders/${id}?include=items`)
  const process = useAnswer<Chain[]>(`/orders/${id}/process`)
  useTitle(order?.orderNumber)
  useLiveSubject('order', id)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!order) return <Skeleton shape="document" />
  return (
    <div className={styles.page}>
      <Link to="/">{`← ${t('orders.page.back')}`}</Link>
      <h1 className={styles.title}>
        {t('orders.page.title')} <code>{order.orderNumber}</code> <StatusBadge of="order" status={order.status} />
      </h1>
      <p className={styles.quiet}>{[order.customerName, day(order.orderDate)].filter(Boolean).join(' · ')}</p>
      {order.openHolds.length > 0 && (
        <p className={styles.held}>
          {`${t('orders.page.held')}: ${order.openHolds.map((reason) => word('holdReason', reason)).join(', ')}`}
        </p>
      )}
      <section aria-labelledby="lines">
        <h2 id="lines">{t('orders.page.lines')}</h2>
        <OrderLines items={order.items} />
      </section>
      <div className={styles.columns}>
        <section aria-labelledby="documents">
          <h2 id="documents">{t('orders.page.documents')}</h2>
          {process.data && <Documents chains={process.data} />}
        </section>
        <section aria-labelledby="money">
          <h2 id="money">{t('orders.page.money')}</h2>
          <OrderMoney order={order} />
        </section>
      </div>
      <section aria-labelledby="chain">
        <h2 id="chain">{t('orders.page.chain')}</h2>
        {process.error ? <Problem error={process.error} retry={() => void process.refetch()} /> : !process.data && <Skeleton shape="lines" />}
        {process.data?.length === 0 && <p className={styles.quiet}>{t('orders.page.noChain')}</p>}
        {process.data?.map((chain) => (
          <ChainList key={chain.correlationId} chain={chain} />
        ))}
      </section>
    </div>
  )
}
