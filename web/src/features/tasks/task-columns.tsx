import { useTranslation } from 'react-i18next'
import { Day } from '../../ui/day.js'
import { DocumentLink } from '../../ui/document-link.js'
import type { Column } from '../../ui/list/column.js'
import { Person } from '../../ui/person.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { useWord } from '../../ui/use-word.js'
import { isDone, type Task } from './task-answer.js'
import { TaskCheck } from './task-check.js'
import styles from './tasks.module.css'

export function useTaskColumns(): readonly Column<Task>[] {
  const { t } = useTranslation()
  const word = useWord()
  return [
    {
      key: 'title',
      title: t('tasks.list.title'),
      sort: 'title',
      place: 'title',
      hideable: false,
      cell: (row) => (
        <span className={styles.title}>
          <TaskCheck task={row} />
          <span data-done={isDone(row) || undefined} title={row.title}>
            {row.title}
          </span>
        </span>
      ),
    },
    { key: 'type', title: t('tasks.list.type'), width: 160, cell: (row) => word('taskType', row.type) },
    {
      key: 'due',
      title: t('tasks.list.due'),
      width: 130,
      sort: 'dueDate',
      place: 'under',
      cell: (row) => row.dueDate && <Day value={row.dueDate} relative due={!isDone(row)} />,
    },
    {
      key: 'priority',
      title: t('tasks.list.priority'),
      width: 120,
      sort: 'priority',
      cell: (row) => word('priority', row.priority),
    },
    {
      key: 'about',
      title: t('tasks.list.about'),
      width: 100,
      cell: (row) => <About task={row} />,
    },
    {
      key: 'assigned',
      title: t('tasks.list.assigned'),
      width: 170,
      cell: (row) => row.assignedToName && <Person name={row.assignedToName} />,
    },
    {
      key: 'status',
      title: t('tasks.list.status'),
      width: 130,
      sort: 'status',
      place: 'underEnd',
      cell: (row) => <StatusBadge plain of="task" status={row.status} />,
    },
  ]
}

/** What a task is about: the nearest document that has a page. */
export function About({ task: { orderId, dealId, customerId } }: { readonly task: Task }) {
  if (orderId) return <DocumentLink bare type="order" id={orderId} number={null} />
  if (dealId) return <DocumentLink bare type="deal" id={dealId} number={null} />
  return customerId ? <DocumentLink bare type="customer" id={customerId} number={null} /> : null
}
