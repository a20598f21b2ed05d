import { useTranslation } from 'react-i18next'
import { Day } from '../../../ui/day.js'
import { MoneyBlock } from '../../../ui/document-page/money-block.js'
import { DocumentLink } from '../../../ui/document-link.js'
import { Money } from '../../../ui/money.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { useWord } from '../../../ui/use-word.js'
import type { OrderCard, OrderPayment } from '../order-answer.js'
import styles from './page.module.css'

/** What the order costs, what of it is paid, and the payments one by one. */
export function OrderMoney({ order }: { readonly order: OrderCard }) {
  const { t } = useTranslation()
  const { subtotal, shippingCost, taxAmount, totalAmount, paidAmount, payments = [] } = order
  return (
    <div className={styles.money}>
      <MoneyBlock subtotal={subtotal + shippingCost} vat={taxAmount} total={totalAmount} paid={paidAmount} />
      {payments.length > 0 && (
        <ul className={styles.payments} aria-label={t('orders.money.payments')}>
          {payments.map((payment) => (
            <Payment key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Payment({ payment }: { readonly payment: OrderPayment }) {
  const { t } = useTranslation()
  const word = useWord()
  const { id, paymentNumber, direction, amount, paymentDate, method, referenceNumber, status, unallocatedAmount } =
    payment
  return (
    <li className={styles.payment}>
      <span>
        <DocumentLink bare type="payment" id={id} number={paymentNumber} />
      </span>
      <Money value={direction === 'OUTGOING' ? -amount : amount} strong />
      <span className={styles.small}>
        <Day value={paymentDate} />
        {[' · ', word('paymentMethod', method), referenceNumber && ` · ${referenceNumber}`].filter(Boolean).join('')}
      </span>
      <span className={styles.small}>
        {status !== 'COMPLETED' ? (
          <StatusBadge plain of="payment" status={status} />
        ) : unallocatedAmount > 0 && direction === 'INCOMING' ? (
          <>
            {t('orders.money.advance')} <Money value={unallocatedAmount} />
          </>
        ) : null}
      </span>
    </li>
  )
}
