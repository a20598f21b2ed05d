import type { CreateTaskBody } from '@prometric/contracts/tasks'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { employeeName } from '../../lib/employee-name.js'
import { useMay } from '../../lib/may.js'
import { useMembership } from '../../lib/session.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { DateInput } from '../../ui/fields/date-input.js'
import { fieldError, formError } from '../../ui/fields/field-error.js'
import { SearchSelect } from '../../ui/fields/search-select.js'
import { useWord } from '../../ui/use-word.js'
import { priorities } from './task-answer.js'
import styles from './tasks.module.css'

/** Something to be done, by whom and by when. */
export function NewTask({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const [priority, setPriority] = useState<NonNullable<CreateTaskBody['priority']>>('NORMAL')
  const [dueDate, setDue] = useState<string | null>(null)
  const [assignedTo, setAssigned] = useState<string | null>(useMembership()?.employeeId ?? null)
  const create = useCommand<void>({
    path: '/tasks',
    body: (): CreateTaskBody => ({
      title: title.trim(),
      priority,
      ...(description.trim() && { description: description.trim() }),
      ...(dueDate && { dueDate }),
      ...(assignedTo && { assignedTo }),
    }),
    touches: ['/tasks'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('tasks.new.title')}
      verb={t('tasks.new.verb')}
      busy={create.isPending}
      disabled={title.trim() === ''}
      error={formError(create.error, ['title', 'dueDate'])}
      size="md"
      onConfirm={() => create.mutate()}
    >
      <TextInput
        size="sm"
        label={t('tasks.new.what')}
        required
        maxLength={500}
        value={title}
        error={fieldError(create.error, 'title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-autofocus
      />
      <div className={styles.two}>
        <DateInput
          label={t('tasks.list.due')}
          value={dueDate}
          onChange={setDue}
          error={fieldError(create.error, 'dueDate')}
        />
        <NativeSelect
          size="sm"
          label={t('tasks.list.priority')}
          value={priority}
          onChange={(event) => setPriority(event.currentTarget.value as typeof priority)}
          data={priorities.map((value) => ({ value, label: word('priority', value) }))}
        />
      </div>
      {may('EMPLOYEES_VIEW') && (
        <SearchSelect
          label={t('tasks.list.assigned')}
          path="/employees"
          only={{ status: 'ACTIVE' }}
          labelOf={employeeName}
          value={assignedTo}
          onChange={(id) => setAssigned(id)}
        />
      )}
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        label={t('tasks.new.more')}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
    </Confirm>
  )
}
