import { money } from './format.js'
import { useLanguage } from './language.js'
import type { OrderRow } from './order-answer.js'

export function OrderMoney({ order }: { order: OrderRow }) {
  const { texts } = useLanguage()
  const rows: ReadonlyArray<readonly [name: string, amount: number]> = [
    [texts.order.withoutVat, order.totalAmount - order.taxAmount],
    [texts.order.vat, order.taxAmount],
    [texts.order.total, order.totalAmount],
    [texts.order.paid, order.paidAmount],
    [texts.order.due, order.totalAmount - order.paidAmount],
  ]
  return (
    <dl className="money">
      {rows.map(([name, amount]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figure">{money(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}
