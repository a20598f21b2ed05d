import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../../lib/api.js'
import { Facts } from '../../../ui/document-page/facts.js'
import { Money } from '../../../ui/money.js'
import { Person } from '../../../ui/person.js'
import { Problem } from '../../../ui/states/problem.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import { writtenPhone } from '../../../ui/fields/written-phone.js'
import { type CustomerCard, cardPath, stateNumber } from '../customer-answer.js'
import styles from '../customers.module.css'
import { DealsPart } from '../page/documents.js'

/** A customer beside the list: whom to call, what they owe, what is going on with them. */
export function CustomerPeek({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data: customer, error, refetch } = useAnswer<CustomerCard>(cardPath(id))
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!customer) return <Skeleton shape="lines" rows={8} />
  const { phone, email, assigneeName } = customer
  return (
    <div className={styles.peek}>
      <Link to="/customers/$id" params={{ id }} className={styles.open ?? ''}>
        {customer.name}
      </Link>
      <StatusBadge of="customer" status={customer.status} />
      <Facts
        facts={[
          {
            label: t('customers.facts.phone'),
            value: phone ? <a href={`tel:${phone}`}>{writtenPhone(phone)}</a> : '—',
          },
          ...(email ? [{ label: t('customers.facts.email'), value: <a href={`mailto:${email}`}>{email}</a> }] : []),
          { label: t('customers.facts.stateNumber'), value: stateNumber(customer) ?? '—' },
          { label: t('customers.facts.balance'), value: <Money value={customer.balance} />, strong: true },
          { label: t('customers.facts.purchases'), value: <Money value={customer.totalPurchases} /> },
          { label: t('customers.facts.owner'), value: assigneeName ? <Person name={assigneeName} /> : '—' },
        ]}
      />
      {customer.deals && customer.deals.length > 0 && <DealsPart customerId={id} deals={customer.deals} />}
    </div>
  )
}
