import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../lib/keyboard.js'
import { useMay } from '../../lib/may.js'
import { useTitle } from '../../lib/title.js'
import { Kbd } from '../../ui/kbd.js'
import { List } from '../../ui/list/list.js'
import { ListPage } from '../../ui/list/list-page.js'
import { Empty } from '../../ui/states/empty.js'
import { useOrderColumns } from './list/order-columns.js'
import { useOrderFilters, useOrderViews } from './list/order-filters.js'
import { OrderPeek } from './list/order-peek.js'
import type { OrderRow } from './order-answer.js'

/** Every order, with what it waits for. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const search = useSearch({ from: '/inside/orders' })
  const navigate = useNavigate({ from: '/orders' })
  const columns = useOrderColumns()
  const filters = useOrderFilters()
  const views = useOrderViews()
  const creates = may('ORDERS_CREATE')
  useTitle(t('orders.title'))
  useShortcut({ keys: 'n', does: t('orders.new.title') }, () => void navigate({ to: '/orders/new' }), creates)
  const button = creates && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      renderRoot={(props) => <Link to="/orders/new" {...props} />}
    >
      {t('orders.new.button')}
    </Button>
  )
  return (
    <ListPage title={t('orders.title')}>
      <List<OrderRow, typeof search>
        name="orders"
        label={t('orders.title')}
        path="/orders"
        columns={columns}
        filters={filters}
        views={views}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={(row) => void navigate({ to: '/orders/$id', params: { id: row.id } })}
        peek={(id) => <OrderPeek id={id} />}
        peekLabel={(row) => row.orderNumber}
        empty={<Empty action={button}>{t('orders.list.empty')}</Empty>}
      >
        {button}
      </List>
    </ListPage>
  )
}
