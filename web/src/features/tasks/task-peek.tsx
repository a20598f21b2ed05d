import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { Day } from '../../ui/day.js'
import { type Fact, Facts } from '../../ui/document-page/facts.js'
import { Moment } from '../../ui/moment.js'
import { Person } from '../../ui/person.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { useWord } from '../../ui/use-word.js'
import { isDone, type Task } from './task-answer.js'
import { TaskCheck } from './task-check.js'
import { About } from './task-columns.js'
import styles from './tasks.module.css'

/** A task in full. */
export function TaskPeek({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const { data: task, error, refetch } = useAnswer<Task>(`/tasks/${id}`)
  if (error && !task) return <Problem error={error} retry={() => void refetch()} />
  if (!task) return <Skeleton shape="card" />
  const facts: ReadonlyArray<Fact | false> = [
    { label: t('tasks.list.type'), value: word('taskType', task.type) },
    { label: t('tasks.list.priority'), value: word('priority', task.priority) },
    task.dueDate !== null && {
      label: t('tasks.list.due'),
      value: <Day value={task.dueDate} relative due={!isDone(task)} />,
    },
    task.assignedToName !== null && { label: t('tasks.list.assigned'), value: <Person name={task.assignedToName} /> },
    (task.orderId ?? task.dealId ?? task.customerId) !== null && {
      label: t('tasks.list.about'),
      value: <About task={task} />,
    },
    { label: t('tasks.created'), value: <Moment value={task.createdAt} /> },
    task.completedAt !== null && { label: t('tasks.completed'), value: <Moment value={task.completedAt} /> },
  ]
  const isParked = task.relatedEntityType === 'delivery' && !isDone(task) && may('PROCESSES_MANAGE')
  return (
    <div className={styles.peek}>
      <label className={styles.whole}>
        <TaskCheck task={task} />
        <span>{task.title}</span>
      </label>
      <div>
        <StatusBadge of="task" status={task.status} />
      </div>
      {task.description && <p className={styles.description}>{task.description}</p>}
      {isParked && (
        <Link to="/operations" search={{ state: 'DEAD' }}>
          {t('tasks.toRepair')}
        </Link>
      )}
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </div>
  )
}
