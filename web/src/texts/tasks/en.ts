/** What people have to do. */
export const tasks = {
  title: 'Tasks',
  one: 'Task',
  done: 'Done: {{title}}',
  empty: 'There are no tasks. The system makes them where a person is needed; you can add your own.',
  toRepair: 'To the steps that stopped',
  created: 'Created',
  completed: 'Done',
  views: { mine: 'Mine', open: 'Open', done: 'Done' },
  list: {
    title: 'What to do',
    type: 'Kind',
    due: 'Due',
    priority: 'Priority',
    about: 'About',
    assigned: 'Assigned to',
    status: 'Status',
  },
  new: { button: 'Task', title: 'New task', verb: 'Create task', what: 'What to do', more: 'Details' },
}
