import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTitle } from '../../lib/title.js'
import { List } from '../../ui/list/list.js'
import { ListPage } from '../../ui/list/list-page.js'
import { Empty } from '../../ui/states/empty.js'
import { type InvoiceRow, invoicePath } from './invoice-answer.js'
import { useColumns } from './list/columns.js'
import { useFilters, useViews } from './list/filters.js'

/** What customers owe and have paid. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/invoices' })
  const search = useSearch({ from: '/inside/invoices' })
  useTitle(t('finance.invoices.title'))
  return (
    <ListPage title={t('finance.invoices.title')}>
      <List<InvoiceRow, typeof search>
        name="invoices"
        label={t('finance.invoices.title')}
        path={invoicePath}
        columns={useColumns()}
        filters={useFilters()}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => void navigate({ to: '/invoices/$id', params: { id } })}
        empty={<Empty>{t('finance.invoices.empty')}</Empty>}
      />
    </ListPage>
  )
}
