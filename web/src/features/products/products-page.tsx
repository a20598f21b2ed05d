import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
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
import { ProductPeek } from './list/peek.js'
import { categoriesPath, type Category, type Product } from './product-answer.js'

const BulkActions = late(async () => (await import('./list/bulk-actions.js')).BulkActions)
const ProductForm = late(async () => (await import('./form/product-form.js')).ProductForm)

/** Everything that is sold, made and used, with what of it can be promised. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/products' })
  const search = useSearch({ from: '/inside/products' })
  const categories = useAnswer<readonly Category[]>(categoriesPath, { staleMs: 60_000 })
  const [adding, setAdding] = useState(false)
  const mayAdd = may('PRODUCTS_CREATE')
  const open = (id: string) => void navigate({ to: '/products/$id', params: { id } })
  useTitle(t('products.title'))
  useShortcut({ keys: 'n', does: t('products.form.new') }, () => setAdding(true), mayAdd)
  const add = mayAdd && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      onClick={() => setAdding(true)}
    >
      {t('products.add')}
    </Button>
  )
  return (
    <ListPage title={t('products.title')}>
      <List<Product, typeof search>
        name="products"
        label={t('products.title')}
        path="/products"
        columns={useColumns()}
        filters={useFilters(categories.data ?? [])}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => open(id)}
        peek={(id) => <ProductPeek id={id} />}
        peekLabel={({ name }) => name}
        {...(may('PRODUCTS_DELETE') && {
          actions: (ids: readonly string[], clear: () => void) => <BulkActions ids={ids} clear={clear} />,
        })}
        empty={<Empty action={add}>{t('products.none')}</Empty>}
      >
        {add}
      </List>
      {adding && <ProductForm onClose={() => setAdding(false)} onSaved={({ id }) => open(id)} />}
    </ListPage>
  )
}
