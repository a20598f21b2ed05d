import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Day } from '../../../ui/day.js'
import { DocumentLink } from '../../../ui/document-link.js'
import type { Column } from '../../../ui/list/column.js'
import { Money } from '../../../ui/money.js'
import { PartTable } from '../../../ui/part-table.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { StatusBadge } from '../../../ui/status-badge.js'
import type { CustomerDeal, CustomerInvoice, CustomerOrder } from '../customer-answer.js'
import styles from '../customers.module.css'

const shown = 5

interface PartProps<Row> {
  readonly title: string
  readonly none: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  /** The list where those that are not shown stand too. */
  readonly all: LinkProps
}

/** The last few documents of one kind, and the way to the others. */
function Part<Row>({ title, none, rows, columns, all }: PartProps<Row>) {
  const { t } = useTranslation()
  return (
    <section className={styles.section} aria-label={title}>
      <SectionHeader title={title} {...(rows.length > 0 && { count: rows.length })}>
        {rows.length > shown && <Link {...all}>{t('customers.documents.all')}</Link>}
      </SectionHeader>
      <PartTable label={title} rows={rows.slice(0, shown)} none={none} columns={columns} />
    </section>
  )
}

/** What is being sold to them, and what was. */
export function DealsPart({
  customerId,
  deals,
}: {
  readonly customerId: string
  readonly deals: readonly CustomerDeal[]
}) {
  const { t } = useTranslation()
  return (
    <Part
      title={t('customers.documents.deals')}
      none={t('customers.documents.noDeals')}
      rows={deals}
      all={{ to: '/deals', search: { customerId } }}
      columns={[
        {
          key: 'title',
          title: t('customers.documents.deal'),
          place: 'title',
          cell: ({ id, title }) => (
            <Link to="/deals/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        {
          key: 'stage',
          title: t('customers.documents.stage'),
          place: 'under',
          cell: ({ stage }) => <StatusBadge plain of="deal" status={stage} />,
        },
        {
          key: 'close',
          title: t('customers.documents.close'),
          cell: ({ expectedCloseDate, stage }) => (
            <Day value={expectedCloseDate} due={stage !== 'WON' && stage !== 'LOST'} />
          ),
        },
        {
          key: 'value',
          title: t('customers.documents.amount'),
          align: 'end',
          place: 'end',
          cell: ({ value }) => <Money value={value} />,
        },
      ]}
    />
  )
}

/** What was ordered. */
export function OrdersPart({
  customerId,
  orders,
}: {
  readonly customerId: string
  readonly orders: readonly CustomerOrder[]
}) {
  const { t } = useTranslation()
  return (
    <Part
      title={t('customers.documents.orders')}
      none={t('customers.documents.noOrders')}
      rows={orders}
      all={{ to: '/orders', search: { customerId } }}
      columns={[
        {
          key: 'number',
          title: t('customers.documents.number'),
          place: 'title',
          cell: ({ id, orderNumber }) => <DocumentLink bare type="order" id={id} number={orderNumber} />,
        },
        {
          key: 'status',
          title: t('customers.facts.status'),
          place: 'under',
          cell: ({ status }) => <StatusBadge plain of="order" status={status} />,
        },
        {
          key: 'payment',
          title: t('customers.documents.payment'),
          cell: ({ paymentStatus }) => <StatusBadge plain of="orderPayment" status={paymentStatus} />,
        },
        {
          key: 'promised',
          title: t('customers.documents.promised'),
          cell: ({ promisedDate, status }) => (
            <Day value={promisedDate} due={!['DELIVERED', 'COMPLETED', 'CANCELLED'].includes(status)} />
          ),
        },
        {
          key: 'total',
          title: t('customers.documents.amount'),
          align: 'end',
          place: 'end',
          cell: ({ totalAmount }) => <Money value={totalAmount} />,
        },
      ]}
    />
  )
}

/** What they were billed, and what of it is still due. */
export function InvoicesPart({
  customerId,
  invoices,
}: {
  readonly customerId: string
  readonly invoices: readonly CustomerInvoice[]
}) {
  const { t } = useTranslation()
  return (
    <Part
      title={t('customers.documents.invoices')}
      none={t('customers.documents.noInvoices')}
      rows={invoices}
      all={{ to: '/invoices', search: { customerId } }}
      columns={[
        {
          key: 'number',
          title: t('customers.documents.number'),
          place: 'title',
          cell: ({ id, invoiceNumber }) => <DocumentLink bare type="invoice" id={id} number={invoiceNumber} />,
        },
        {
          key: 'status',
          title: t('customers.facts.status'),
          place: 'under',
          cell: ({ status }) => <StatusBadge plain of="invoice" status={status} />,
        },
        {
          key: 'due',
          title: t('customers.documents.due'),
          cell: ({ dueDate, balanceDue }) => <Day value={dueDate} due={balanceDue > 0} />,
        },
        {
          key: 'total',
          title: t('customers.documents.amount'),
          align: 'end',
          cell: ({ totalAmount }) => <Money value={totalAmount} />,
        },
        {
          key: 'balance',
          title: t('customers.documents.balance'),
          align: 'end',
          place: 'end',
          cell: ({ balanceDue }) => <Money value={balanceDue} />,
        },
      ]}
    />
  )
}
