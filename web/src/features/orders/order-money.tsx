import { useTranslation } from 'react-i18next'
import { money } from '../../lib/format.js'
import type { OrderRow } from './order-answer.js'
import styles from './order.module.css'

export function OrderMoney({ order }: { order: OrderRow }) {
  const { t } = useTranslation()
  const rows: ReadonlyArray<readonly [name: string, amount: number]> = [
    [t('orders.page.withoutVat'), order.totalAmount - order.taxAmount],
    [t('orders.page.vat'), order.taxAmount],
    [t('orders.page.total'), order.totalAmount],
    [t('orders.page.paid'), order.paidAmount],
    [t('orders.page.due'), order.totalAmount - order.paidAmount],
  ]
  return (
    <dl className={styles.money}>
      {rows.map(([name, amount]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={styles.figure}>{money(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}
