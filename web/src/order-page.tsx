import type { Chain } from '@prometric/contracts/chains'
import { Link } from './address.js'
import { ChainList } from './chain-list.js'
import { Documents } from './documents.js'
import { day } from './format.js'
import { useLanguage, word } from './language.js'
import type { OrderCard } from './order-answer.js'
import { OrderLines } from './order-lines.js'
import { OrderMoney } from './order-money.js'
import { Problem, Waiting } from './problem.js'
import { StatusBadge } from './status-badge.js'
import { useAnswer } from './use-answer.js'

/** An order: what was sold, the papers that exist because of it, and how they came to be. */
export function OrderPage({ id }: { id: string }) {
  const { texts } = useLanguage()
  const { data: order, error, reload } = useAnswer<OrderCard>(`/orders/${id}?include=items`)
  const process = useAnswer<Chain[]>(`/orders/${id}/process`)
  if (error) return <Problem error={error} retry={reload} />
  if (!order) return <Waiting />
  return (
    <main className="page">
      <Link to="/">{`← ${texts.order.back}`}</Link>
      <h1>
        {texts.order.title} <code>{order.orderNumber}</code> <StatusBadge status={order.status} />
      </h1>
      <p className="quiet">{[order.customerName, day(order.orderDate)].filter(Boolean).join(' · ')}</p>
      {order.openHolds.length > 0 && (
        <p className="badge warning">
          {`${texts.order.held}: ${order.openHolds.map((reason) => word(texts.holds, reason)).join(', ')}`}
        </p>
      )}
      <section aria-labelledby="lines">
        <h2 id="lines">{texts.order.lines}</h2>
        <OrderLines items={order.items} />
      </section>
      <div className="columns">
        <section aria-labelledby="documents">
          <h2 id="documents">{texts.order.documents}</h2>
          {process.data && <Documents chains={process.data} />}
        </section>
        <section aria-labelledby="money">
          <h2 id="money">{texts.order.money}</h2>
          <OrderMoney order={order} />
        </section>
      </div>
      <section aria-labelledby="chain">
        <h2 id="chain">{texts.order.chain}</h2>
        {process.error ? <Problem error={process.error} retry={process.reload} /> : !process.data && <Waiting />}
        {process.data?.length === 0 && <p className="quiet">{texts.order.noChain}</p>}
        {process.data?.map((chain) => (
          <ChainList key={chain.correlationId} chain={chain} />
        ))}
      </section>
    </main>
  )
}
