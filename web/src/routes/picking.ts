import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const pickingsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/picking',
  validateSearch: words(...listWords, 'status', 'warehouseId', 'assignedTo', 'orderId'),
  beforeLoad: allow('picking'),
  component: lazyRouteComponent(() => import('../features/picking/picking-orders-page.js'), 'Page'),
})

export const pickingRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/picking/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('picking'),
  component: lazyRouteComponent(() => import('../features/picking/picking-order-page.js'), 'Page'),
})
