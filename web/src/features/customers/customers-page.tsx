import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconPlus } from '@tabler/icons-react'
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
import type { Customer } from './customer-answer.js'
import { useColumns } from './list/columns.js'
import { useFilters, useViews } from './list/filters.js'
import { CustomerPeek } from './list/peek.js'

const BulkActions = late(async () => (await import('./list/bulk-actions.js')).BulkActions)
const CustomerForm = late(async () => (await import('./form/customer-form.js')).CustomerForm)

/** Everybody who buys, or may. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/customers' })
  const search = useSearch({ from: '/inside/customers' })
  const [adding, setAdding] = useState(false)
  const mayAdd = may('CUSTOMERS_CREATE')
  const open = (id: string) => void navigate({ to: '/customers/$id', params: { id } })
  useTitle(t('customers.title'))
  useShortcut({ keys: 'n', does: t('customers.form.new') }, () => setAdding(true), mayAdd)
  const add = mayAdd && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      onClick={() => setAdding(true)}
    >
      {t('customers.add')}
    </Button>
  )
  return (
    <ListPage title={t('customers.title')}>
      <List<Customer, typeof search>
        name="customers"
        label={t('customers.title')}
        path="/customers"
        columns={useColumns()}
        filters={useFilters()}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => open(id)}
        peek={(id) => <CustomerPeek id={id} />}
        peekLabel={({ name }) => name}
        {...((may('CUSTOMERS_UPDATE') || may('CUSTOMERS_DELETE')) && {
          actions: (ids: readonly string[], clear: () => void) => <BulkActions ids={ids} clear={clear} />,
        })}
        empty={<Empty action={add}>{t('customers.none')}</Empty>}
      >
        {add}
      </List>
      {adding && <CustomerForm onClose={() => setAdding(false)} onSaved={({ id }) => open(id)} />}
    </ListPage>
  )
}
