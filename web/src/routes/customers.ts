import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listWords, words } from './search.js'
import { allow, insideRoute } from './inside.js'

export const customersRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/customers',
  validateSearch: words(
    ...listWords,
    'status',
    'type',
    'segment',
    'tier',
    'leadSource',
    'city',
    'assignedTo',
    'isActive',
    'tags',
    'minPurchases',
    'maxPurchases',
    'minBalance',
    'createdFrom',
    'createdTo',
  ),
  beforeLoad: allow('customers'),
  component: lazyRouteComponent(() => import('../features/customers/customers-page.js'), 'Page'),
})

export const customerRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/customers/$id',
  validateSearch: words('tab'),
  beforeLoad: allow('customers'),
  component: lazyRouteComponent(() => import('../features/customers/customer-page.js'), 'Page'),
})
