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
import type { Deal } from './deal-answer.js'
import { useColumns } from './list/columns.js'
import { useFilters, useViews } from './list/filters.js'
import { DealPeek } from './list/peek.js'

const BulkActions = late(async () => (await import('./list/bulk-actions.js')).BulkActions)
const QuickAdd = late(async () => (await import('./board/quick-add.js')).QuickAdd)

/** Every deal there is, won and lost ones too, by whatever one looks for. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/deals' })
  const search = useSearch({ from: '/inside/deals' })
  const [adding, setAdding] = useState(false)
  const mayAdd = may('DEALS_CREATE')
  const open = (id: string) => void navigate({ to: '/deals/$id', params: { id } })
  useTitle(t('deals.list.title'))
  useShortcut({ keys: 'n', does: t('deals.new.title') }, () => setAdding(true), mayAdd)
  const add = mayAdd && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      onClick={() => setAdding(true)}
    >
      {t('deals.new.button')}
    </Button>
  )
  return (
    <ListPage title={t('deals.list.title')}>
      <List<Deal, typeof search>
        name="deals"
        label={t('deals.list.title')}
        path="/deals"
        columns={useColumns()}
        filters={useFilters()}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => open(id)}
        peek={(id) => <DealPeek id={id} />}
        peekLabel={({ title }) => title}
        {...((may('DEALS_UPDATE') || may('DEALS_DELETE')) && {
          actions: (ids: readonly string[], clear: () => void) => <BulkActions ids={ids} clear={clear} />,
        })}
        empty={<Empty action={add}>{t('deals.board.none')}</Empty>}
      >
        {add}
      </List>
      {adding && <QuickAdd onClose={() => setAdding(false)} onMade={({ id }) => open(id)} />}
    </ListPage>
  )
}
