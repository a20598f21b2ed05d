import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer, useCommand } from '../../lib/api.js'
import { useShortcut } from '../../lib/keyboard.js'
import { useMay } from '../../lib/may.js'
import { useTitle } from '../../lib/title.js'
import { CauseLine } from '../../ui/document-page/cause-line.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { writtenPhone } from '../../ui/fields/written-phone.js'
import { late } from '../../ui/late.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { ToneMark } from '../../ui/tone-mark.js'
import { useWord } from '../../ui/use-word.js'
import { type CustomerCard, cardPath, stateNumber } from './customer-answer.js'
import styles from './customers.module.css'
import { Addresses } from './page/addresses.js'
import { Contacts } from './page/contacts.js'
import { CreditBlock } from './page/credit-block.js'
import type { Asked } from './page/customer-dialogs.js'
import { CustomerFacts } from './page/customer-facts.js'
import { MoreActions } from './page/more-actions.js'
import { DealsPart, InvoicesPart, OrdersPart } from './page/documents.js'
import { Notes } from './page/notes.js'
import { isLead } from './values.js'

const CustomerDialogs = late(async () => (await import('./page/customer-dialogs.js')).CustomerDialogs)

/** A customer: whom to call, what they owe and may owe, what was sold to them, what is known of them. */
export function Page() {
  const { id } = useParams({ from: '/inside/customers/$id' })
  const { data: customer, error, refetch } = useAnswer<CustomerCard>(cardPath(id))
  useTitle(customer?.name)
  if (error && !customer) return <Problem error={error} retry={() => void refetch()} />
  if (!customer) return <Skeleton shape="document" />
  return <CustomerView key={id} customer={customer} />
}

function CustomerView({ customer }: { readonly customer: CustomerCard }) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate({ from: '/customers/$id' })
  const { tab } = useSearch({ from: '/inside/customers/$id' })
  const [asked, setAsked] = useState<Asked>()
  const { id, phone, email, deals, orders, invoices } = customer
  const writes = may('CUSTOMERS_UPDATE')
  const unblock = useCommand({ path: `/customers/${id}/unblock`, touches: ['/customers'] })
  useShortcut({ keys: 'e', does: t('customers.form.edit') }, () => setAsked('edit'), writes)
  const number = stateNumber(customer)
  const header = (
    <>
      <DocumentHeader
        kind={word('document', 'customer')}
        number={customer.customerNumber}
        title={customer.name}
        of="customer"
        status={customer.status}
        facts={[
          ...(phone
            ? [{ label: t('customers.facts.phone'), value: <a href={`tel:${phone}`}>{writtenPhone(phone)}</a> }]
            : []),
          ...(email ? [{ label: t('customers.facts.email'), value: <a href={`mailto:${email}`}>{email}</a> }] : []),
          ...(number ? [{ label: t(`customers.stateNumber.${customer.bin ? 'bin' : 'iin'}`), value: number }] : []),
        ]}
        cause={<CauseLine at={customer.createdAt}>{t('customers.made')}</CauseLine>}
        {...(writes && {
          actions: (
            <>
              {isLead(customer.status) && (
                <Button onClick={() => setAsked('convert')}>{t('customers.convert.verb')}</Button>
              )}
              <Button variant="default" onClick={() => setAsked('edit')}>
                {t('customers.form.change')}
              </Button>
            </>
          ),
        })}
        {...((writes || may('CUSTOMERS_DELETE')) && { more: <MoreActions customer={customer} ask={setAsked} /> })}
      />
      {!customer.isActive && (
        <div className={styles.banner}>
          <ToneMark tone="danger" size={14} />
          <span>
            {customer.blockReason
              ? t('customers.block.why', { reason: customer.blockReason })
              : t('customers.block.stands')}
          </span>
          {writes && (
            <Button size="xs" variant="default" loading={unblock.isPending} onClick={() => unblock.mutate()}>
              {t('customers.block.lift')}
            </Button>
          )}
        </div>
      )}
      <Refusal error={unblock.error} />
    </>
  )
  return (
    <>
      <DocumentPage
        header={header}
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        sides={[
          {
            key: 'credit',
            title: t('customers.credit.title'),
            content: <CreditBlock customer={customer} onChange={() => setAsked('credit')} />,
          },
          {
            key: 'contacts',
            title: t('customers.contacts.title'),
            content: <Contacts customer={customer} />,
          },
          {
            key: 'addresses',
            title: t('customers.addresses.title'),
            content: <Addresses customer={customer} />,
          },
          { key: 'about', title: t('customers.about'), content: <CustomerFacts customer={customer} /> },
        ]}
      >
        {deals && <DealsPart customerId={id} deals={deals} />}
        {orders && <OrdersPart customerId={id} orders={orders} />}
        {invoices && <InvoicesPart customerId={id} invoices={invoices} />}
        <Notes customer={customer} />
      </DocumentPage>
      {asked && <CustomerDialogs customer={customer} asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
