import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const productionsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/production',
  validateSearch: words(
    ...listWords,
    'status',
    'priority',
    'source',
    'productId',
    'salesOrderId',
    'bomMissing',
    'dueFrom',
    'dueTo',
  ),
  beforeLoad: allow('production'),
  component: lazyRouteComponent(() => import('../features/production/production-orders-page.js'), 'Page'),
})

export const productionRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/production/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('production'),
  component: lazyRouteComponent(() => import('../features/production/production-order-page.js'), 'Page'),
})
