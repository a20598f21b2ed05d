import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, workRoute } from './work.js'

export const operationsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/operations',
  validateSearch: words(...listWords, 'state', 'consumer', 'event', 'orderId', 'dealId', 'from', 'to'),
  beforeLoad: allow('operations'),
  component: lazyRouteComponent(() => import('../features/operations/operations-page.js'), 'Page'),
})
