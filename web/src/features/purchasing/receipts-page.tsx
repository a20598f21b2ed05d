import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../lib/format.js'
import { useTimezone } from '../../lib/session.js'
import { useTitle } from '../../lib/title.js'
import { Day } from '../../ui/day.js'
import { DocumentNumber } from '../../ui/document-number.js'
import type { Column, View } from '../../ui/list/column.js'
import type { Filter } from '../../ui/list/filter.js'
import { List } from '../../ui/list/list.js'
import { ListPage } from '../../ui/list/list-page.js'
import { Empty } from '../../ui/states/empty.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { useChoice } from '../../ui/list/use-choice.js'
import { type ReceiptRow, receiptPath } from './purchasing-answer.js'
import { PurchasingTabs } from './purchasing-tabs.js'
import { ReceiptPeek } from './receipt-peek.js'

/** What has come from suppliers. */
export function Page() {
  const { t } = useTranslation()
  const choice = useChoice()
  const navigate = useNavigate({ from: '/purchasing/receipts' })
  const search = useSearch({ from: '/inside/purchasing/receipts' })
  const filters: readonly Filter[] = [
    choice('status', t('purchasing.status'), 'receipt', ['DRAFT', 'CHECKING', 'CONFIRMED', 'CANCELLED']),
    {
      kind: 'record',
      key: 'supplierId',
      title: t('purchasing.supplier'),
      path: '/operations/procurement/suppliers',
      labelOf: (supplier) => String(supplier['name']),
    },
  ]
  const views: readonly View[] = [{ key: 'drafts', title: t('purchasing.views.drafts'), search: { status: 'DRAFT' } }]
  useTitle(t('purchasing.receipts'))
  return (
    <ListPage title={t('purchasing.title')} beside={<PurchasingTabs />}>
      <List<ReceiptRow, typeof search>
        name="receipts"
        label={t('purchasing.receipts')}
        path={receiptPath}
        columns={useColumns()}
        filters={filters}
        views={views}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => void navigate({ search: { ...search, peek: id }, replace: true })}
        peek={(id) => <ReceiptPeek id={id} />}
        peekLabel={({ receiptNumber }) => receiptNumber ?? t('purchasing.receipts')}
        empty={<Empty>{t('purchasing.emptyReceipts')}</Empty>}
      />
    </ListPage>
  )
}

function useColumns(): readonly Column<ReceiptRow>[] {
  const { t } = useTranslation()
  const zone = useTimezone()
  return [
    {
      key: 'number',
      title: t('purchasing.number'),
      width: 150,
      sort: 'receiptNumber',
      place: 'under',
      cell: ({ receiptNumber }) => <DocumentNumber>{receiptNumber}</DocumentNumber>,
    },
    { key: 'supplier', title: t('purchasing.supplier'), place: 'title', cell: ({ supplierName }) => supplierName },
    { key: 'place', title: t('purchasing.place'), width: 180, cell: ({ warehouseName }) => warehouseName },
    {
      key: 'document',
      title: t('purchasing.document'),
      width: 180,
      cell: ({ supplierDocument }) => supplierDocument ?? '—',
    },
    {
      key: 'came',
      title: t('purchasing.came'),
      width: 120,
      sort: 'receivedAt',
      place: 'end',
      cell: ({ receivedAt }) => <Day value={receivedAt && dayOf(receivedAt, zone)} />,
    },
    {
      key: 'status',
      title: t('purchasing.status'),
      width: 160,
      sort: 'status',
      place: 'underEnd',
      cell: ({ status }) => <StatusBadge plain of="receipt" status={status} />,
    },
  ]
}
