import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { beginWith } from './begin-with.js'
import { listWords, words } from './search.js'
import { insideRoute } from './inside.js'

export const tasksRoute = createRoute({
  getParentRoute: () => insideRoute,
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
  beforeLoad: beginWith('tasks', { view: 'open', open: 'true' }),
  component: lazyRouteComponent(() => import('../features/tasks/tasks-page.js'), 'Page'),
})
