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
import { type RequisitionRow, requisitionPath } from './purchasing-answer.js'
import { PurchasingTabs } from './purchasing-tabs.js'

const AskDialog = late(async () => (await import('./ask-dialog.js')).AskDialog)

/** What has to be bought, for whom and by when. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/purchasing' })
  const search = useSearch({ from: '/inside/purchasing' })
  const [asking, setAsking] = useState(false)
  const mayAsk = may('PROCUREMENT_CREATE')
  const open = (id: string) => void navigate({ to: '/purchasing/$id', params: { id } })
  useTitle(t('purchasing.title'))
  useShortcut({ keys: 'n', does: t('purchasing.newTitle') }, () => setAsking(true), mayAsk)
  const ask = mayAsk && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      onClick={() => setAsking(true)}
    >
      {t('purchasing.new')}
    </Button>
  )
  return (
    <ListPage title={t('purchasing.title')} beside={<PurchasingTabs />}>
      <List<RequisitionRow, typeof search>
        name="requisitions"
        label={t('purchasing.requisitions')}
        path={requisitionPath}
        columns={useColumns()}
        filters={useFilters()}
        views={useViews()}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onOpen={({ id }) => open(id)}
        empty={<Empty action={ask}>{t('purchasing.empty')}</Empty>}
      >
        {ask}
      </List>
      {asking && <AskDialog onClose={() => setAsking(false)} onAsked={open} />}
    </ListPage>
  )
}
