import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { words } from './search.js'
import { beginAtFirstPage, insideRoute } from './inside.js'

/** The first page: the pipeline, or for those who may not see deals the first page that they may. */
export const boardRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/',
  validateSearch: words('pipelineId', 'assignedTo', 'customerId', 'search', 'priority', 'isStale'),
  beforeLoad: beginAtFirstPage,
  component: lazyRouteComponent(() => import('../features/deals/board/board-page.js'), 'Page'),
})
