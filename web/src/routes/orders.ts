import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, workRoute } from './work.js'

export const ordersRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/orders',
  validateSearch: words(
    ...listWords,
    'status',
    'fulfillmentStatus',
    'paymentStatus',
    'customerId',
    'dealId',
    'holdReason',
  ),
  beforeLoad: allow('orders'),
  component: lazyRouteComponent(() => import('../features/orders/orders-page.js'), 'Page'),
})

export const orderRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/orders/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('orders'),
  component: lazyRouteComponent(() => import('../features/orders/order-page.js'), 'Page'),
})
