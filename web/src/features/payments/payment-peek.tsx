import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { Day } from '../../ui/day.js'
import { DocumentLink } from '../../ui/document-link.js'
import { DocumentNumber } from '../../ui/document-number.js'
import { type Fact, Facts } from '../../ui/document-page/facts.js'
import { Money } from '../../ui/money.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { useWord } from '../../ui/use-word.js'
import { Party } from '../papers/party.js'
import { type PaymentCard, paymentPath } from './payment-answer.js'
import styles from './payments.module.css'

/** A payment beside its list: from whom, how, and which invoices it went to. */
export function PaymentPeek({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const word = useWord()
  const { data: payment, error, refetch } = useAnswer<PaymentCard>(`${paymentPath}/${id}?include=allocations`)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!payment) return <Skeleton shape="lines" rows={8} />
  const { orderId, orderNumber, referenceNumber, purpose, payerName, refundedAmount, unallocatedAmount } = payment
  const facts: Fact[] = [
    { label: t('finance.payments.amount'), value: <Money value={payment.amount} />, strong: true },
    { label: t('finance.payments.customer'), value: <Party id={payment.customerId} name={payment.customerName} /> },
    { label: t('finance.payments.day'), value: <Day value={payment.paymentDate} /> },
    { label: t('finance.payments.method'), value: word('paymentMethod', payment.method) },
    ...(orderId
      ? [
          {
            label: t('finance.payments.order'),
            value: <DocumentLink bare type="order" id={orderId} number={orderNumber} />,
          },
        ]
      : []),
    ...(payerName ? [{ label: t('finance.payments.payer'), value: payerName }] : []),
    ...(referenceNumber ? [{ label: t('finance.payments.reference'), value: referenceNumber }] : []),
    ...(purpose ? [{ label: t('finance.payments.purpose'), value: purpose }] : []),
    ...(refundedAmount > 0 ? [{ label: t('finance.payments.refunded'), value: <Money value={refundedAmount} /> }] : []),
    ...(payment.direction === 'INCOMING' && unallocatedAmount > 0
      ? [{ label: t('finance.payments.free'), value: <Money value={unallocatedAmount} />, parted: true }]
      : []),
  ]
  return (
    <div className={styles.peek}>
      <DocumentNumber>{payment.paymentNumber}</DocumentNumber>
      <StatusBadge of="payment" status={payment.status} />
      <Facts facts={facts} />
      <section aria-label={t('finance.payments.shares')}>
        <h3 className={styles.heading}>{t('finance.payments.shares')}</h3>
        {payment.allocations.length === 0 ? (
          <p className={styles.quiet}>{t('finance.payments.noShares')}</p>
        ) : (
          <ul className={styles.given}>
            {payment.allocations.map((share) => (
              <li key={share.id} data-reversed={share.reversedAt ? true : undefined}>
                <DocumentLink bare type="invoice" id={share.invoiceId} number={share.invoiceNumber} />
                <Money value={share.amount} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
