import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../lib/keyboard.js'
import { useMay } from '../../lib/may.js'
import { useTitle } from '../../lib/title.js'
import { Kbd } from '../../ui/kbd.js'
import { late } from '../../ui/late.js'
import { List } from '../../ui/list/list.js'
import { ListPage } from '../../ui/list/list-page.js'
import { Empty } from '../../ui/states/empty.js'
import { useColumns } from './list/columns.js'
import { useFilters, useViews } from './list/filters.js'
import { paymentPath, type PaymentRow } from './payment-answer.js'
import { PaymentPeek } from './payment-peek.js'

const RecordPayment = late(async () => (await import('./record-payment.js')).RecordPayment)

/** Money that came and went. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/payments' })
  const search = useSearch({ from: '/inside/payments' })
  const [recording, setRecording] = useState(false)
  const mayRecord = may('PAYMENTS_CREATE') && may('INVOICES_VIEW')
  useTitle(t('finance.payments.title'))
  useShortcut({ keys: 'n', does: t('finance.payments.record') }, () => setRecording(true), mayRecord)
  const record = mayRecord && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      onClick={() => setRecording(true)}
    >
      {t('finance.payments.record')}
    </Button>
  )
  return (
    <ListPage title={t('finance.payments.title')}>
      <List<PaymentRow, typeof search>
        name="payments"
        label={t('finance.payments.title')}
        path={paymentPath}
        columns={useColumns()}
        filters={useFilters()}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => void navigate({ search: { ...search, peek: id }, replace: true })}
        peek={(id) => <PaymentPeek id={id} />}
        peekLabel={({ paymentNumber }) => paymentNumber ?? t('finance.payments.title')}
        empty={<Empty action={record}>{t('finance.payments.empty')}</Empty>}
      >
        {record}
      </List>
      {recording && <RecordPayment onClose={() => setRecording(false)} />}
    </ListPage>
  )
}
