import { Button } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { useLiveSubject } from '../../lib/realtime.js'
import { useTitle } from '../../lib/title.js'
import { Day } from '../../ui/day.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { late } from '../../ui/late.js'
import { Badge } from '../../ui/status-badge.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { useWord } from '../../ui/use-word.js'
import { OrderCause } from '../papers/order-cause.js'
import { paperSides } from '../papers/paper-sides.js'
import { Party } from '../papers/party.js'
import { type InvoiceCard, invoiceCardPath, isPayable } from './invoice-answer.js'
import { InvoiceLines } from './invoice-lines.js'
import { InvoiceMoney } from './invoice-money.js'
import { Sides } from './sides.js'

const IssueDialog = late(async () => (await import('./issue-dialog.js')).IssueDialog)
const RecordPayment = late(async () => (await import('../payments/record-payment.js')).RecordPayment)

/** What a customer owes for an order, and what has come of it. */
export function Page() {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const { id } = useParams({ from: '/inside/invoices/$id' })
  const { tab } = useSearch({ from: '/inside/invoices/$id' })
  const navigate = useNavigate({ from: '/invoices/$id' })
  const [dialog, setDialog] = useState<'issue' | 'pay'>()
  const { data: invoice, error, refetch } = useAnswer<InvoiceCard>(invoiceCardPath(id))
  useTitle(invoice && (invoice.invoiceNumber ?? t('finance.invoices.draft')))
  useLiveSubject('invoice', id)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!invoice) return <Skeleton shape="document" />
  const { status, orderId, type } = invoice
  const order = invoice.orderNumber ?? ''
  const close = () => setDialog(undefined)
  return (
    <>
      <DocumentPage
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        header={
          <DocumentHeader
            kind={word('invoiceType', type)}
            number={invoice.invoiceNumber}
            of="invoice"
            status={status}
            party={<Party id={invoice.customerId} name={invoice.customerName} />}
            facts={[
              ...(invoice.issueDate
                ? [{ label: t('finance.invoices.issued'), value: <Day value={invoice.issueDate} /> }]
                : []),
              ...(invoice.dueDate
                ? [{ label: t('finance.invoices.due'), value: <Day value={invoice.dueDate} /> }]
                : []),
              ...(invoice.isOverdue
                ? [
                    {
                      label: '',
                      value: (
                        <Badge tone="warning">{t('finance.invoices.overdueBy', { count: invoice.daysOverdue })}</Badge>
                      ),
                    },
                  ]
                : []),
            ]}
            cause={
              orderId && (
                <OrderCause orderId={orderId} at={invoice.createdAt}>
                  {type === 'PROFORMA'
                    ? t('finance.invoices.causeProforma', { order })
                    : t('finance.invoices.cause', { order })}
                </OrderCause>
              )
            }
            actions={
              <>
                {status === 'DRAFT' && may('INVOICES_UPDATE') && (
                  <Button onClick={() => setDialog('issue')}>{t('finance.invoices.issue')}</Button>
                )}
                {isPayable(invoice) && may('PAYMENTS_CREATE') && (
                  <Button onClick={() => setDialog('pay')}>{t('finance.payments.record')}</Button>
                )}
              </>
            }
          />
        }
        sides={[
          {
            key: 'money',
            title: t('ui.document.money'),
            content: <InvoiceMoney invoice={invoice} />,
          },
          { key: 'sides', title: t('finance.invoices.sides'), content: <Sides invoice={invoice} /> },
          ...paperSides(t('finance.invoices.papers'), orderId, id),
        ]}
      >
        <InvoiceLines invoice={invoice} />
      </DocumentPage>
      {dialog === 'issue' && <IssueDialog id={id} onClose={close} />}
      {dialog === 'pay' && <RecordPayment invoice={invoice} onClose={close} />}
    </>
  )
}
