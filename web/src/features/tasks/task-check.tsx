import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { Check } from '../../ui/check.js'
import { isDone, type Task } from './task-answer.js'

/** The tick of a task: done, or after all not. */
export function TaskCheck({ task }: { readonly task: Task }) {
  const { t } = useTranslation()
  const may = useMay()
  const change = useCommand<{ done: boolean }>({
    path: ({ done }) => `/tasks/${task.id}/${done ? 'complete' : 'reopen'}`,
    touches: ['/tasks'],
  })
  const done = change.isPending ? change.variables.done : isDone(task)
  return (
    <Check
      aria-label={t('tasks.done', { title: task.title })}
      title={change.error?.message}
      checked={done}
      disabled={!may('TASKS_UPDATE') || task.status === 'CANCELLED' || change.isPending}
      onChange={(event) => change.mutate({ done: event.currentTarget.checked })}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
