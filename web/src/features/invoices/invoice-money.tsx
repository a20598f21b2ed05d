import { useTranslation } from 'react-i18next'
import { DocumentLink } from '../../ui/document-link.js'
import { Day } from '../../ui/day.js'
import { Facts } from '../../ui/document-page/facts.js'
import { MoneyBlock } from '../../ui/document-page/money-block.js'
import { Money } from '../../ui/money.js'
import { useWord } from '../../ui/use-word.js'
import type { InvoiceCard } from './invoice-answer.js'
import styles from './invoice.module.css'

/** What is owed, what has been paid, and by which payments. */
export function InvoiceMoney({ invoice }: { readonly invoice: InvoiceCard }) {
  const { t } = useTranslation()
  const word = useWord()
  const { payments, creditedAmount } = invoice
  return (
    <div className={styles.money}>
      <MoneyBlock
        subtotal={invoice.subtotal}
        discount={invoice.discountAmount}
        vat={invoice.taxAmount}
        total={invoice.totalAmount}
        paid={invoice.paidAmount + creditedAmount}
      />
      {creditedAmount > 0 && (
        <Facts facts={[{ label: t('finance.invoices.credited'), value: <Money value={creditedAmount} /> }]} />
      )}
      {payments && (
        <section aria-label={t('finance.invoices.payments')}>
          <h3 className={styles.heading}>{t('finance.invoices.payments')}</h3>
          {payments.length === 0 ? (
            <p className={styles.quiet}>{t('finance.invoices.noPayments')}</p>
          ) : (
            <ul className={styles.payments}>
              {payments.map((payment) => (
                <li key={payment.id} data-reversed={payment.reversedAt ? true : undefined}>
                  <DocumentLink bare type="payment" id={payment.paymentId} number={payment.paymentNumber} />
                  <span className={styles.quiet}>
                    <Day value={payment.paymentDate} />
                    {` · ${payment.reversedAt ? t('finance.invoices.reversed') : word('paymentMethod', payment.method)}`}
                  </span>
                  <Money value={payment.amount} />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  )
}
