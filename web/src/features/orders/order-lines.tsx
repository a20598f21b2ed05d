import { useTranslation } from 'react-i18next'
import { money, quantity } from '../../lib/format.js'
import { useWord } from '../../ui/use-word.js'
import type { OrderItem } from './order-answer.js'
import styles from './order.module.css'

/** The parts of a bundle have no price of their own. */
export function OrderLines({ items }: { items: readonly OrderItem[] }) {
  const { t } = useTranslation()
  const word = useWord()
  const supply = ({ allocations, unit }: OrderItem) =>
    allocations
      .map(({ kind, quantity: part }) =>
        kind === 'NONE' ? t('orders.supply.NONE') : `${word('supply', kind)} ${quantity(part)} ${unit}`,
      )
      .join(', ')
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('orders.page.number')}</th>
            <th scope="col">{t('orders.page.name')}</th>
            <th scope="col" className={styles.figure}>
              {t('orders.page.quantity')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('orders.page.price')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('orders.page.vat')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('orders.page.amount')}
            </th>
            <th scope="col">{t('orders.page.supply')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className={item.parentItemId ? styles.part : undefined}>
              <td>{item.lineNo}</td>
              <td>{item.productName}</td>
              <td className={styles.figure}>{`${quantity(item.quantity)} ${item.unit}`}</td>
              <td className={styles.figure}>{!item.parentItemId && money(item.unitPrice)}</td>
              <td className={styles.figure}>
                {!item.parentItemId && (item.vatExempt ? t('orders.page.noVat') : `${quantity(item.vatRate)}\u00a0%`)}
              </td>
              <td className={styles.figure}>{!item.parentItemId && money(item.totalPrice)}</td>
              <td>{supply(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
