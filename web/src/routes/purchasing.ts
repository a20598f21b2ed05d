import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const purchasingRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/purchasing',
  validateSearch: words(...listWords, 'status', 'source', 'supplierId', 'orderId', 'requiredFrom', 'requiredTo'),
  beforeLoad: allow('purchasing'),
  component: lazyRouteComponent(() => import('../features/purchasing/requisitions-page.js'), 'Page'),
})

export const receiptsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/purchasing/receipts',
  validateSearch: words(...listWords, 'status', 'supplierId', 'warehouseId', 'receivedFrom', 'receivedTo'),
  beforeLoad: allow('purchasing'),
  component: lazyRouteComponent(() => import('../features/purchasing/receipts-page.js'), 'Page'),
})

export const requisitionRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/purchasing/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('purchasing'),
  component: lazyRouteComponent(() => import('../features/purchasing/requisition-page.js'), 'Page'),
})
