import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, workRoute } from './work.js'

export const deliveriesRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/deliveries',
  validateSearch: words(...listWords, 'status', 'orderId', 'customerId', 'date', 'dateFrom', 'dateTo'),
  beforeLoad: allow('deliveries'),
  component: lazyRouteComponent(() => import('../features/deliveries/deliveries-page.js'), 'Page'),
})

export const deliveryRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/deliveries/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('deliveries'),
  component: lazyRouteComponent(() => import('../features/deliveries/delivery-page.js'), 'Page'),
})
