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
import { type ProductionRow, productionPath } from './production-answer.js'

const MakeDialog = late(async () => (await import('./make-dialog.js')).MakeDialog)

/** What the workshop has to make, makes, and has made. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/production' })
  const search = useSearch({ from: '/inside/production' })
  const [making, setMaking] = useState(false)
  const mayMake = may('PRODUCTION_CREATE')
  const open = (id: string) => void navigate({ to: '/production/$id', params: { id } })
  useTitle(t('production.title'))
  useShortcut({ keys: 'n', does: t('production.newTitle') }, () => setMaking(true), mayMake)
  const make = mayMake && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      onClick={() => setMaking(true)}
    >
      {t('production.new')}
    </Button>
  )
  return (
    <ListPage title={t('production.title')}>
      <List<ProductionRow, typeof search>
        name="production"
        label={t('production.title')}
        path={productionPath}
        columns={useColumns()}
        filters={useFilters()}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => open(id)}
        empty={<Empty action={make}>{t('production.empty')}</Empty>}
      >
        {make}
      </List>
      {making && <MakeDialog onClose={() => setMaking(false)} onMade={open} />}
    </ListPage>
  )
}
