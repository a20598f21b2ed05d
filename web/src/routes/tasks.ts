import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, workRoute } from './work.js'

export const tasksRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/tasks',
  validateSearch: words(
    ...listWords,
    'open',
    'dueFrom',
    'dueTo',
    'status',
    'type',
    'priority',
    'assignedTo',
    'customerId',
    'dealId',
    'orderId',
  ),
  beforeLoad: allow('tasks'),
  component: lazyRouteComponent(() => import('../features/tasks/tasks-page.js'), 'Page'),
})
