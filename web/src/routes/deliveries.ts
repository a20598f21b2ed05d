import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const deliveriesRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/deliveries',
  validateSearch: words(...listWords, 'status', 'orderId', 'customerId', 'date', 'dateFrom', 'dateTo'),
  beforeLoad: allow('deliveries'),
  component: lazyRouteComponent(() => import('../features/deliveries/deliveries-page.js'), 'Page'),
})

export const deliveryRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/deliveries/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('deliveries'),
  component: lazyRouteComponent(() => import('../features/deliveries/delivery-page.js'), 'Page'),
})
