import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { Refused } from '../lib/http.js'
import { may } from '../lib/may.js'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const ordersRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/orders',
  validateSearch: words(
    ...listWords,
    'status',
    'fulfillmentStatus',
    'paymentStatus',
    'customerId',
    'dealId',
    'holdReason',
    'priority',
    'isUrgent',
    'deliveryDateFrom',
    'deliveryDateTo',
    'minAmount',
    'maxAmount',
  ),
  beforeLoad: allow('orders'),
  component: lazyRouteComponent(() => import('../features/orders/orders-page.js'), 'Page'),
})

export const newOrderRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/orders/new',
  validateSearch: words('customerId'),
  beforeLoad: () => {
    allow('orders')()
    if (!may('ORDERS_CREATE')) throw new Refused(403, 'FORBIDDEN', '', { permission: 'ORDERS_CREATE' })
  },
  component: lazyRouteComponent(() => import('../features/orders/new-order-page.js'), 'Page'),
})

export const orderRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/orders/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('orders'),
  component: lazyRouteComponent(() => import('../features/orders/order-page.js'), 'Page'),
})
