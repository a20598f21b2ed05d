import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { Day } from '../../../ui/day.js'
import { Facts } from '../../../ui/document-page/facts.js'
import { Moment } from '../../../ui/moment.js'
import { Money } from '../../../ui/money.js'
import { Problem } from '../../../ui/states/problem.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import { useWord } from '../../../ui/use-word.js'
import type { Credit, Customer } from '../customer-answer.js'
import styles from '../customers.module.css'

interface CreditBlockProps {
  readonly customer: Customer
  readonly onChange: () => void
}

/** What they owe, what they may still take, and how the limit came to be. */
export function CreditBlock({ customer, onChange }: CreditBlockProps) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const { data: credit, error, refetch } = useAnswer<Credit>(`/customers/${customer.id}/credit`)
  if (error && !credit) return <Problem error={error} retry={() => void refetch()} />
  if (!credit) return <Skeleton shape="lines" rows={4} />
  const { limit, balance, openOrders, available, overdueAmount, temporaryLimit, until, changes } = credit
  const used = balance + openOrders
  const inForce = available + used
  const share = inForce <= 0 ? (used > 0 ? 100 : 0) : Math.min(100, Math.max(0, (used / inForce) * 100))
  const checked = limit > 0 || temporaryLimit !== null
  return (
    <div className={styles.credit}>
      <div>
        <Facts
          facts={[
            { label: t('customers.credit.balance'), value: <Money value={balance} />, strong: true },
            ...(overdueAmount > 0
              ? [{ label: t('customers.credit.overdue'), value: <Money value={overdueAmount} />, strong: true }]
              : []),
            { label: t('customers.credit.openOrders'), value: <Money value={openOrders} /> },
            { label: t('customers.credit.limit'), value: <Money value={limit} />, parted: true },
            ...(temporaryLimit !== null
              ? [
                  {
                    label: t('customers.credit.temporaryLimit'),
                    value: (
                      <>
                        <Money value={temporaryLimit} /> · <Day value={until} />
                      </>
                    ),
                  },
                ]
              : []),
            { label: t('customers.credit.policy'), value: word('creditPolicy', credit.policy) },
          ]}
        />
        {checked && (
          <>
            <div className={styles.bar} data-over={available < 0 || undefined} aria-hidden>
              <span style={{ width: `${share}%` }} />
            </div>
            <Facts
              facts={[{ label: t('customers.credit.available'), value: <Money value={available} />, strong: true }]}
            />
          </>
        )}
        <Facts
          facts={[
            { label: t('customers.facts.terms'), value: word('paymentTerms', customer.paymentTerms) },
            { label: t('customers.facts.purchases'), value: <Money value={customer.totalPurchases} /> },
          ]}
        />
      </div>
      {may('CUSTOMERS_CREDIT_MANAGE') && (
        <Button className={styles.add ?? ''} size="xs" variant="default" onClick={onChange}>
          {t('customers.credit.verb')}
        </Button>
      )}
      {changes.length > 0 && (
        <details className={styles.changes}>
          <summary>{t('customers.credit.changes', { count: changes.length })}</summary>
          <ul>
            {changes.slice(0, 20).map((change) => (
              <li key={change.id}>
                <Money value={change.oldLimit} /> → <Money value={change.newLimit} />
                <div>{change.reason}</div>
                <Moment value={change.createdAt} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
