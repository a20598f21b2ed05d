import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { beginWith } from './begin-with.js'
import { listWords, words } from './search.js'
import { insideRoute } from './inside.js'

export const operationsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/operations',
  validateSearch: words(...listWords, 'state', 'consumer', 'event', 'orderId', 'dealId', 'from', 'to'),
  beforeLoad: beginWith('operations', { view: 'parked', state: 'DEAD' }),
  component: lazyRouteComponent(() => import('../features/operations/operations-page.js'), 'Page'),
})
