import { useTranslation } from 'react-i18next'
import { Day } from '../../ui/day.js'
import { DocumentNumber } from '../../ui/document-number.js'
import { Facts } from '../../ui/document-page/facts.js'
import { MoneyInput } from '../../ui/fields/money-input.js'
import { Money } from '../../ui/money.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import styles from './payments.module.css'
import type { Sharing } from './use-shares.js'

/** Which invoices the money goes to, and what of it is left. */
export function Shares({ shares, single }: { readonly shares: Sharing; readonly single: boolean }) {
  const { t } = useTranslation()
  const { invoices, rest, ready, error } = shares
  if (error) return <Refusal error={error} />
  if (!ready) return <Skeleton shape="lines" rows={2} />
  return (
    <>
      {!single && (
        <section className={styles.owed} aria-label={t('finance.payments.invoices')}>
          <h3 className={styles.heading}>{t('finance.payments.invoices')}</h3>
          {invoices.length === 0 && <p className={styles.quiet}>{t('finance.payments.noInvoices')}</p>}
          {invoices.map((invoice) => (
            <div key={invoice.id} className={styles.share}>
              <span>
                <DocumentNumber>{invoice.invoiceNumber}</DocumentNumber>
                <span className={styles.under}>
                  <Day value={invoice.dueDate} due /> · <Money value={invoice.balanceDue} />
                </span>
              </span>
              <MoneyInput
                bare
                label={t('finance.payments.share', { number: invoice.invoiceNumber ?? '' })}
                value={shares.of(invoice.id)}
                onChange={(value) => shares.set(invoice.id, value)}
              />
            </div>
          ))}
        </section>
      )}
      {rest > 0 && (
        <Facts facts={[{ label: t('finance.payments.rest'), value: <Money value={rest} />, strong: true }]} />
      )}
      {rest < 0 && <p className={styles.wrong}>{t('finance.payments.tooMuch')}</p>}
    </>
  )
}
