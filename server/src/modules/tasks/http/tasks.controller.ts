import {
  type CompleteTaskBody,
  completeTaskBody,
  type CreateTaskBody,
  createTaskBody,
  taskRow,
} from '@prometric/contracts/tasks'
import { Called, type Call } from '../../../platform/http/call.js'
import type { ListQuery } from '../../../platform/http/listing.js'
import { Route, WorkspaceController } from '../../../platform/http/route.js'
import { completeTask } from '../operations/complete-task.js'
import { createTask } from '../operations/create-task.js'
import { taskList } from '../queries/task-list.js'

/** What people have to do. */
@WorkspaceController('tasks')
export class TasksController {
  @Route.get('', { summary: 'Tasks', permission: 'TASKS_VIEW', query: taskList.query, answer: taskRow, list: true })
  list(@Called() call: Call<undefined, ListQuery>) {
    return call.read((work) => taskList.list(work, call.query))
  }

  @Route.post('', {
    summary: 'Create a task',
    permission: 'TASKS_CREATE',
    body: createTaskBody,
    answer: taskRow,
    status: 201,
  })
  create(@Called() call: Call<CreateTaskBody>) {
    return call.write(async (work) => taskList.find(work, await createTask(work, call.body)))
  }

  @Route.get(':id', { summary: 'A task', permission: 'TASKS_VIEW', answer: taskRow })
  get(@Called() call: Call) {
    return call.read((work) => taskList.find(work, call.params.id))
  }

  @Route.post(':id/complete', {
    summary: 'A task is done',
    permission: 'TASKS_UPDATE',
    body: completeTaskBody,
    answer: taskRow,
  })
  complete(@Called() call: Call<CompleteTaskBody>) {
    return this.changed(call, true)
  }

  @Route.post(':id/reopen', {
    summary: 'A task is not done after all',
    permission: 'TASKS_UPDATE',
    body: completeTaskBody,
    answer: taskRow,
  })
  reopen(@Called() call: Call<CompleteTaskBody>) {
    return this.changed(call, false)
  }

  private changed(call: Call<CompleteTaskBody>, done: boolean) {
    return call.write(async (work) => {
      const { id } = await taskList.find(work, call.params.id)
      await completeTask(work, { id, version: call.body.version, done })
      return taskList.find(work, id)
    })
  }
}
