import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { employeeName } from '../../lib/employee-name.js'
import { useShortcut } from '../../lib/keyboard.js'
import { useMay } from '../../lib/may.js'
import { useMembership } from '../../lib/session.js'
import { useTitle } from '../../lib/title.js'
import { orEverything } from '../../routes/begin-with.js'
import { Kbd } from '../../ui/kbd.js'
import { late } from '../../ui/late.js'
import type { View } from '../../ui/list/column.js'
import type { Filter } from '../../ui/list/filter.js'
import { List } from '../../ui/list/list.js'
import { ListPage } from '../../ui/list/list-page.js'
import { useChoice } from '../../ui/list/use-choice.js'
import { statusesOf } from '../../ui/status-tones.js'
import { Empty } from '../../ui/states/empty.js'
import { priorities, type Task } from './task-answer.js'
import { useTaskColumns } from './task-columns.js'
import { TaskPeek } from './task-peek.js'

const NewTask = late(async () => (await import('./new-task.js')).NewTask)

const types = [
  'GENERAL',
  'ORDER_APPROVAL',
  'ORDER_FULFILLMENT',
  'INVOICE_SENDING',
  'CUSTOMER_ONBOARDING',
  'FOLLOW_UP',
  'QUALITY',
  'PROCUREMENT',
  'SERVICE_DELIVERY',
  'DATA_FIX',
]

/** What people have to do: mine first. */
export function Page() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/tasks' })
  const search = useSearch({ from: '/inside/tasks' })
  const [adding, setAdding] = useState(false)
  const columns = useTaskColumns()
  const filters = useTaskFilters()
  const views = useTaskViews()
  const creates = may('TASKS_CREATE')
  useTitle(t('tasks.title'))
  useShortcut({ keys: 'n', does: t('tasks.new.title') }, () => setAdding(true), creates)
  const add = creates && (
    <Button
      size="xs"
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={<Kbd keys="N" />}
      onClick={() => setAdding(true)}
    >
      {t('tasks.new.button')}
    </Button>
  )
  return (
    <ListPage title={t('tasks.title')}>
      <List<Task, typeof search>
        name="tasks"
        label={t('tasks.title')}
        path="/tasks"
        columns={columns}
        filters={filters}
        views={views}
        search={search}
        onSearch={(next) => void navigate({ search: orEverything(next), replace: true })}
        onOpen={(row) => void navigate({ search: { ...search, peek: row.id }, replace: true })}
        peek={(id) => <TaskPeek key={id} id={id} />}
        peekLabel={() => t('tasks.one')}
        empty={<Empty action={add}>{t('tasks.empty')}</Empty>}
      >
        {add}
      </List>
      {adding && <NewTask onClose={() => setAdding(false)} />}
    </ListPage>
  )
}

function useTaskViews(): readonly View[] {
  const { t } = useTranslation()
  const me = useMembership()?.employeeId
  return [
    ...(me ? [{ key: 'mine', title: t('tasks.views.mine'), search: { open: 'true', assignedTo: me } }] : []),
    { key: 'open', title: t('tasks.views.open'), search: { open: 'true' } },
    { key: 'done', title: t('tasks.views.done'), search: { status: 'DONE', sort: '-createdAt' } },
  ]
}

function useTaskFilters(): readonly Filter[] {
  const { t } = useTranslation()
  const choice = useChoice()
  return [
    { kind: 'flag', key: 'open', title: t('tasks.views.open') },
    choice('status', t('tasks.list.status'), 'task', statusesOf('task')),
    choice('type', t('tasks.list.type'), 'taskType', types),
    choice('priority', t('tasks.list.priority'), 'priority', priorities),
    { kind: 'days', key: 'due', title: t('tasks.list.due'), from: 'dueFrom', to: 'dueTo' },
    {
      kind: 'record',
      key: 'assignedTo',
      title: t('tasks.list.assigned'),
      path: '/employees',
      labelOf: employeeName,
    },
  ]
}
